/** What a person does to chat with the desk. */
import type { ChatRating } from '../domain/chat/chat.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { writable } from '../domain/writable-text.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { parseStoredAction, rowById, rowsBehind } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, performOnTicket, ticketAction } from './perform.ts';

/** Saves the words that a chat is to begin with as they are typed, on a call that is logged when they are sent. */
export const saveChatDraft = (deps: ActionDeps, text: string): Promise<void> =>
  deps.store.outbox.transaction('rw', deps.store.outbox.replies, async () => {
    const { replies } = deps.store.outbox;
    const started = await draftOf(deps);
    if (text === '') {
      if (started) await replies.delete(started.ticketId);
      return;
    }
    const { ticketId, id } = started ?? { ticketId: mint<TicketId>(deps), id: mint<ActionId>(deps) };
    await replies.put({ ticketId, id, text, savedAt: deps.now(), begins: 'chat' });
  });

/** Asks for a chat with what was typed. Null where there was nothing: a second click finds the box empty. */
export const askForChat = (deps: ActionDeps): Promise<TicketId | null> => begin(deps, 'ask-chat');

/** Leaves the same words for the desk to answer in its own time. */
export const leaveMessage = (deps: ActionDeps): Promise<TicketId | null> => begin(deps, 'leave-message');

const begin = async (deps: ActionDeps, kind: 'ask-chat' | 'leave-message'): Promise<TicketId | null> => {
  const { actions, replies } = deps.store.outbox;
  const ticketId = await durably(deps, [actions, replies], async () => {
    const draft = await draftOf(deps);
    const text = draft?.text.trim() ?? '';
    if (!draft || text === '') return null;
    await enqueue(deps, ticketAction(deps, draft.ticketId, { kind, data: { text } }, draft.id));
    await replies.delete(draft.ticketId);
    return draft.ticketId;
  });
  if (ticketId) deps.onPerformed();
  return ticketId;
};

const draftOf = ({ store }: ActionDeps) => store.outbox.replies.filter(({ begins }) => begins === 'chat').first();

/**
 * Says this, and sends the files beside the box with it, in one transaction. Whoever chats types on at once: the box is
 * theirs, and only the very words that are said here are taken out of what is kept of it. `draftId`: what the words are kept
 * under, where they are. They go under it, so that of two tabs that say them at the same moment the second finds them said.
 * False where there was nothing.
 */
export const sayInChat = async (deps: ActionDeps, ticketId: TicketId, text: string, draftId: ActionId | null): Promise<boolean> => {
  const { actions, replies, files } = deps.store.outbox;
  const words = writable(text.trim());
  const isSaid = await durably(deps, [actions, replies, files], async () => {
    const sent = draftId && (await rowById(deps.store.outbox, draftId));
    if (sent && wordsOf(sent) === words) return false;
    const id = draftId && !sent ? draftId : mint<ActionId>(deps);
    if (words !== '') await enqueue(deps, ticketAction(deps, ticketId, { kind: 'say', data: { text: words } }, id));
    const chosen = await files.where('owner').equals(`reply:${ticketId}`).toArray();
    for (const { id: fileId, manifest } of chosen) {
      await enqueue(deps, ticketAction(deps, ticketId, { kind: 'attach', data: { file: manifest, questionId: null } }, fileId));
      await files.update(fileId, { owner: null, state: 'waiting' });
    }
    const kept = await replies.get(ticketId);
    if (kept?.text === text) await replies.delete(ticketId);
    // What was typed since is something else to say.
    else if (kept?.id === id) await replies.update(ticketId, { id: mint<ActionId>(deps) });
    return words !== '' || chosen.length > 0;
  });
  if (isSaid) deps.onPerformed();
  return isSaid;
};

const wordsOf = (row: OutboxRow): string | null => {
  const action = parseStoredAction(row);
  return action?.kind === 'say' || action?.kind === 'reply' ? action.data.text : null;
};

/**
 * Ends it, or calls it off while it waits: the call stays, and the desk answers there. It waits behind the question where
 * that has not left this device yet, so that nobody is called to an empty chat.
 */
export const endChat = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => performOnTicket(deps, ticketId, { kind: 'end-chat', data: {} });

export const rateChat = (deps: ActionDeps, ticketId: TicketId, rating: ChatRating): Promise<ActionId> =>
  performOnTicket(deps, ticketId, { kind: 'rate-chat', data: { rating } });

/**
 * Sends what was said too late for its chat as replies to the ticket: the held words, and those of the same chat that wait
 * behind them. Each keeps its place in the lane, under an id of its own. False when it is no longer held.
 */
export const replyInstead = async (deps: ActionDeps, heldId: ActionId): Promise<boolean> => {
  const { outbox } = deps.store;
  const isSent = await durably(deps, [outbox.actions], async () => {
    const row = await rowById(outbox, heldId);
    if (row?.state !== 'held') return false;
    for (const said of [row, ...(await rowsBehind(outbox, row))]) {
      const action = parseStoredAction(said);
      if (action?.kind !== 'say' || said.state === 'sending') continue;
      await enqueue(deps, { ...action, kind: 'reply', id: mint<ActionId>(deps), replaces: said.id });
    }
    return true;
  });
  if (isSent) deps.onPerformed();
  return isSent;
};
