/** What a person can do about an action that the desk refused. Nothing here happens by itself. */
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { ActionOf } from '../domain/action.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { dropFile } from '../store/files.ts';
import type { DraftRow, OutboxRow } from '../store/outbox-db.ts';
import { afterOf, parseStoredAction, rowById, rowsBehind } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue } from './perform.ts';
import { saveReply } from './reply-to-ticket.ts';

/**
 * Sends the same thing again, under a new id: the desk answers the old one with its refusal for ever. It keeps its place
 * in the lane. Resolves with the new id, or null when it is no longer held.
 */
export const resendHeld = async (deps: ActionDeps, heldId: ActionId): Promise<ActionId | null> => {
  const { outbox } = deps.store;
  const id = mint<ActionId>(deps);
  const sent = await durably(deps, [outbox.actions], async () => {
    const row = await heldRow(deps, heldId);
    const action = row && parseStoredAction(row);
    if (!row || !action) return false;
    await enqueue(deps, { ...writableThroughout(action), id, replaces: heldId, at: deps.now() }, row.shownWith);
    return true;
  });
  if (sent) deps.onPerformed();
  return sent ? id : null;
};

/** Opens a refused request as a draft again, with everything that was answered. It stays held until the draft is sent. */
export const editHeldRequest = async (deps: ActionDeps, heldId: ActionId): Promise<DraftRow | null> => {
  const { outbox } = deps.store;
  return outbox.transaction('rw', outbox.actions, outbox.drafts, async () => {
    const row = await heldRow(deps, heldId);
    const action = row && parseStoredAction(row);
    if (!row?.shownWith || action?.kind !== 'raise-ticket') return null;
    const started = await outbox.drafts.filter((draft) => draft.replaces === heldId && draft.discardedAt === null).first();
    if (started) return started;
    const draft = draftOf(deps, row.shownWith, action);
    await outbox.drafts.add(draft);
    return draft;
  });
};

const draftOf = (deps: ActionDeps, shownWith: NonNullable<OutboxRow['shownWith']>, action: ActionOf<'raise-ticket'>): DraftRow => ({
  id: mint<ActionId>(deps),
  ticketId: action.subject.id as TicketId,
  service: shownWith.service,
  flow: shownWith.flow,
  answers: action.data.answers,
  at: 'review',
  startedAt: deps.now(),
  savedAt: deps.now(),
  replaces: action.id,
  discardedAt: null,
});

/**
 * Puts the text of a refused reply or note back into its box, behind what came back there before it and in front of what was
 * typed since, and takes it out of the outbox. Beside a note the whole box is a note: internal words never become a reply by
 * being put together with one.
 */
export const editHeldText = async (deps: ActionDeps, heldId: ActionId): Promise<boolean> => {
  const { outbox } = deps.store;
  return durably(deps, [outbox.actions, outbox.replies], async () => {
    const row = await heldRow(deps, heldId);
    const action = row && parseStoredAction(row);
    if (!row || (action?.kind !== 'reply' && action?.kind !== 'add-note' && action?.kind !== 'say')) return false;
    const ticketId = action.subject.id as TicketId;
    const typed = await outbox.replies.get(ticketId);
    const inBox = typed?.text ?? '';
    const typedSince = typed?.typedSince ?? inBox;
    const since = inBox.endsWith(typedSince) ? typedSince : '';
    const before = inBox.slice(0, inBox.length - since.length).trimEnd();
    const isNote = action.kind === 'add-note' || typed?.audience === 'desk';
    await saveReply(deps, ticketId, [before, action.data.text, since].filter(Boolean).join('\n\n'), isNote ? 'desk' : 'everybody');
    await outbox.replies.update(ticketId, { typedSince: since });
    await outbox.actions.delete(row.seq);
    return true;
  });
};

/**
 * Discards a held action for good, with what makes no sense without it, and of what waits behind it `named`: that which the
 * person was asked about. Whatever else waits there, also what another tab has put there since, goes out now.
 */
export const discardHeld = async (deps: ActionDeps, heldId: ActionId, named: readonly ActionId[]): Promise<void> => {
  const { outbox } = deps.store;
  await durably(deps, [outbox.actions, outbox.files, outbox.chunks], async () => {
    const row = await heldRow(deps, heldId);
    if (!row) return;
    const behind = (await rowsBehind(outbox, row)).map(({ id }) => id);
    const gone = new Set([heldId, ...named.filter((id) => behind.includes(id))]);
    for (const other of await outbox.actions.toArray()) {
      if (afterOf(other).some((id) => gone.has(id))) gone.add(other.id);
      if (!gone.has(other.id)) continue;
      await outbox.actions.delete(other.seq);
      await dropFile(outbox, other.id);
    }
  });
  deps.onPerformed();
};

/** Discards a file whose bytes were refused or damaged, and with it the `attach` that may still be held. */
export const discardHeldFile = async (deps: ActionDeps, fileId: ActionId): Promise<void> => {
  const { outbox } = deps.store;
  await durably(deps, [outbox.actions, outbox.files, outbox.chunks], async () => {
    const row = await rowById(outbox, fileId);
    if (row?.state === 'held') await outbox.actions.delete(row.seq);
    await dropFile(outbox, fileId);
  });
};

const heldRow = async (deps: ActionDeps, id: ActionId): Promise<OutboxRow | null> => {
  const row = await rowById(deps.store.outbox, id);
  return row?.state === 'held' ? row : null;
};
