/**
 * What was said on an old ticket is fetched when somebody opens it, where the feed brings only the newer ones. One that is
 * here is looked at again: nobody says when a ticket was given to somebody else, and then it must not stay readable.
 */
import { createResource, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';

/** `ticketId`: the desk's own. */
export const FetchedConversation = (props: { readonly ticketId: TicketId; readonly isHere: boolean }): JSX.Element => {
  const { readConversation } = useSignedIn();
  const [fetched, { refetch }] = createResource(
    () => props.ticketId,
    (ticketId) => readConversation(ticketId).then(() => true),
  );
  return (
    <Show when={!props.isHere}>
      <p class="soft" role="status">
        <Show when={fetched.error} fallback={t('ticket.conversation.coming')}>
          {t('ticket.conversation.failed')}{' '}
          <button type="button" class="button quiet" onClick={() => void refetch()}>
            {t('ticket.conversation.again')}
          </button>
        </Show>
      </p>
    </Show>
  );
};
