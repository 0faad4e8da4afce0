import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';

/** It was accepted here, and the desk has not said yet whose it is: nothing is written into a chat that may be another's. */
export const isAccepting = ({ timeline }: TicketPage): boolean =>
  timeline.some(({ entry, delivery }) => entry.body.kind === 'chat-accepted' && delivery !== null && delivery.state !== 'done');

export const Accepting = (): JSX.Element => {
  const offlineSince = createOfflineSince();
  return (
    <p class="desk-chat-foot soft" role="status">
      {t(offlineSince() === null ? 'deskChat.accepting' : 'deskChat.acceptingOffline')}
    </p>
  );
};
