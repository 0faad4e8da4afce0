import { Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { createOfflineSince } from './create-offline-since.ts';
import { KeptWords } from './kept-words.tsx';
import { NotHereYet } from './not-here-yet.tsx';

type TicketNotHereProps = {
  /** The desk was read to the end once: what is not here then is not for this person, as far as is known. */
  readonly known: boolean;
  readonly children: JSX.Element;
};

/** A ticket's address without a ticket: not read yet, out of reach, or none of this person's. */
export const TicketNotHere = (props: TicketNotHereProps): JSX.Element => {
  const offlineSince = createOfflineSince();
  return (
    <Show when={props.known} fallback={<NotHereYet isWholePage />}>
      <div class="column stack">
        <PageTitle>{t('ticket.unknown')}</PageTitle>
        <p class="soft">{t(offlineSince() === null ? 'ticket.unknownWords' : 'ticket.unknownOfflineWords')}</p>
        <KeptWords />
        <p class="row wrap">{props.children}</p>
      </div>
    </Show>
  );
};
