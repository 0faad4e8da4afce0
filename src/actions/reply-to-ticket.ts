import type { ActionId, TicketId } from '../domain/ids.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, ticketAction } from './perform.ts';

/** Whom the text in the box is for: everybody on the ticket, or the desk alone as an internal note. */
export type Audience = 'everybody' | 'desk';

/** Saves the reply or note as it is typed. Its id is minted with the first letter and stays until it is sent. */
export const saveReply = (deps: ActionDeps, ticketId: TicketId, text: string, audience: Audience = 'everybody'): Promise<void> =>
  deps.store.outbox.transaction('rw', deps.store.outbox.replies, async () => {
    const { replies } = deps.store.outbox;
    if (text === '') {
      await replies.delete(ticketId);
      return;
    }
    const started = await replies.get(ticketId);
    const { id = mint<ActionId>(deps), typedSince } = started ?? {};
    await replies.put({
      ticketId,
      id,
      text,
      savedAt: deps.now(),
      ...(audience === 'desk' ? { audience } : {}),
      ...(typedSince === undefined ? {} : { typedSince }),
    });
  });

/**
 * Sends the reply and the files beside it, in one transaction, and empties the box. An empty text sends the files alone.
 * False when there was nothing to send: a second click on *send* finds the box empty and does nothing. What was written
 * as an internal note is never sent as a reply.
 */
export const sendReply = async (deps: ActionDeps, ticketId: TicketId): Promise<boolean> => {
  const { outbox } = deps.store;
  const sent = await durably(deps, [outbox.actions, outbox.replies, outbox.files], async () => {
    const reply = await outbox.replies.get(ticketId);
    if (reply?.audience === 'desk') return false;
    const files = await outbox.files.where('owner').equals(`reply:${ticketId}`).toArray();
    const text = reply?.text.trim() ?? '';
    if (reply && text !== '') await enqueue(deps, ticketAction(deps, ticketId, { kind: 'reply', data: { text } }, reply.id));
    for (const { id, manifest } of files) {
      await enqueue(deps, ticketAction(deps, ticketId, { kind: 'attach', data: { file: manifest, questionId: null } }, id));
      await outbox.files.update(id, { owner: null, state: 'waiting' });
    }
    await outbox.replies.delete(ticketId);
    return text !== '' || files.length > 0;
  });
  if (sent) deps.onPerformed();
  return sent;
};

/** Adds the text in the box as an internal note; files beside it stay there for a reply. False when there was no text. */
export const sendNote = async (deps: ActionDeps, ticketId: TicketId): Promise<boolean> => {
  const { outbox } = deps.store;
  const sent = await durably(deps, [outbox.actions, outbox.replies], async () => {
    const note = await outbox.replies.get(ticketId);
    const text = note?.text.trim() ?? '';
    if (!note || text === '') return false;
    await enqueue(deps, ticketAction(deps, ticketId, { kind: 'add-note', data: { text } }, note.id));
    await outbox.replies.delete(ticketId);
    return true;
  });
  if (sent) deps.onPerformed();
  return sent;
};
