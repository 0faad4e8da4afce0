/** What was done about a chat and the desk did not take: said once, with the reason, until it was read. */
import { Show, type JSX } from 'solid-js';
import { discardHeld } from '../../actions/settle-held.ts';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ActionKind } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { observeOutbox, type OutboxItem } from '../../store/observe/outbox.ts';
import { itemTitle } from '../../ticket-parts/item-words.ts';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { createChats } from './create-chats.ts';

/** Nobody's words are in these: having read why is all that is left to do. */
const kinds: readonly ActionKind[] = ['accept-chat', 'end-chat', 'record-contact', 'set-availability', 'set-chat-queue'];

/** Of one call, or of all and of the switches. */
export const ChatRefusals = (props: { readonly ticketId?: TicketId }): JSX.Element => {
  const { store, actions } = useSignedIn();
  const outbox = createLive(observeOutbox(store));
  const held = (): readonly OutboxItem[] =>
    (outbox()?.items ?? []).filter(
      ({ state, action, ticketId }) =>
        state === 'held' && action !== null && kinds.includes(action.kind) && (props.ticketId === undefined || ticketId === props.ticketId),
    );
  const chats = createChats();
  const whyNot = ({ action, refusal }: OutboxItem): string => {
    // A queue that nobody can switch any more is known well enough.
    if (action?.kind === 'set-chat-queue' && refusal?.kind === 'not-found') return t('chatQueue.notSwitched');
    if (action?.kind !== 'set-availability' || refusal?.kind !== 'not-available') return refusalWords(refusal ?? { kind: 'not-supported' });
    const whose = chats()?.presences.find(({ presence }) => presence.id === action.subject.id);
    return t('chatManager.notThere', { name: whose?.presence.name ?? t('chatQueue.somebody') });
  };
  return (
    <Show when={held().length > 0}>
      <div class="stack">
        <KeyedFor each={held()} by={({ id }) => id}>
          {(item) => (
            <section class="card needs-you row between wrap" aria-label={itemTitle(item())}>
              <p class="grow">
                <strong>{itemTitle(item())}</strong>
                <br />
                {whyNot(item())}
              </p>
              <button type="button" class="button" onClick={() => void discardHeld(actions, item().id, [])}>
                {t('chatNews.dismiss')}
              </button>
            </section>
          )}
        </KeyedFor>
      </div>
    </Show>
  );
};
