import { Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { PageTitle } from '../ui/page-title.tsx';

type TicketNotHereProps = {
  /** The desk was read to the end once: what is not here then is not for this person, as far as is known. */
  readonly known: boolean;
  readonly offline: boolean;
  readonly children: JSX.Element;
};

/** A ticket's address without a ticket: not read yet, out of reach, or none of this person's. */
export const TicketNotHere = (props: TicketNotHereProps): JSX.Element => {
  const title = (): string => (props.known ? t('ticket.unknown') : t(props.offline ? 'tickets.loadingOffline' : 'tickets.loading'));
  const words = (): string => {
    if (props.known) return t(props.offline ? 'ticket.unknownOfflineWords' : 'ticket.unknownWords');
    return t(props.offline ? 'home.loadingOffline' : 'tickets.loadingWords');
  };
  return (
    <div class="column stack">
      <PageTitle>{title()}</PageTitle>
      <p class="soft">{words()}</p>
      <Show when={props.known}>
        <p class="row wrap">{props.children}</p>
      </Show>
    </div>
  );
};
