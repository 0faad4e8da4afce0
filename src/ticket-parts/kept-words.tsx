import { A, useParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import { t } from '../i18n/translate.ts';
import { observeOutbox } from '../store/observe/outbox.ts';

/** Of a ticket that is not here any more: where that is which the desk has not taken. */
export const KeptWords = (): JSX.Element => {
  const params = useParams();
  const outbox = createLive(observeOutbox(useSignedIn().store));
  return (
    <Show when={outbox()?.items.some(({ ticketId }) => ticketId === params['ticketId'])}>
      <p class="row wrap">
        {t('ticket.unknownKept')}
        <A class="button" href="/sync">
          {t('sync.documentTitle')}
        </A>
      </p>
    </Show>
  );
};
