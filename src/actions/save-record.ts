/** What an administrator keeps for the whole desk: kept as it is typed, and saved when they say so. */
import type { ActionOf } from '../domain/action.ts';
import type { ActionId, PersonId } from '../domain/ids.ts';
import { keyOfChange, keyOfRecord, type PersonChange, type RecordChange, type RecordKey } from '../domain/records/desk-record.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { parseStoredAction, rowById } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue } from './perform.ts';

/** Keeps what is typed and not saved, under the address of its page; nothing changed is nothing kept. */
export const keepRecordDraft = async (deps: ActionDeps, key: RecordKey, change: RecordChange | null): Promise<void> => {
  const { recordDrafts } = deps.store.outbox;
  await durably(deps, [recordDrafts], async () => {
    if (change === null) await recordDrafts.delete(key);
    else await recordDrafts.put({ key, change, savedAt: deps.now() });
  });
};

/** Resolves with the action's id once it is on the disk, and the draft at this address is gone. */
export const saveRecord = async (deps: ActionDeps, draftKey: RecordKey, change: RecordChange): Promise<ActionId> => {
  const { actions, recordDrafts } = deps.store.outbox;
  const id = mint<ActionId>(deps);
  const action: ActionOf<'save-record'> = {
    v: 1,
    id,
    subject: { kind: 'record', id: keyOfChange(change) },
    at: deps.now(),
    kind: 'save-record',
    data: { change: writableThroughout(change) },
  };
  await durably(deps, [actions, recordDrafts], async () => {
    await enqueue(deps, action);
    await recordDrafts.delete(draftKey);
  });
  deps.onPerformed();
  return id;
};

/**
 * Resolves with the action's id once it is on the disk: everybody in it is saved, or nobody. Whoever of them is invited is
 * sent a letter when the desk has taken it, and not before.
 */
export const savePeople = async (deps: ActionDeps, changes: readonly PersonChange[], invited: readonly PersonId[] = []): Promise<ActionId> => {
  const id = mint<ActionId>(deps);
  const action: ActionOf<'save-people'> = {
    v: 1,
    id,
    subject: { kind: 'record', id: 'person/import' },
    at: deps.now(),
    kind: 'save-people',
    data: { changes: writableThroughout(changes) },
  };
  const invitations = invited.map((personId) => ({ ...invitationOf(deps, personId), after: [id] }));
  await durably(deps, [deps.store.outbox.actions], async () => {
    for (const each of [action, ...invitations]) await enqueue(deps, each);
  });
  deps.onPerformed();
  return id;
};

/** Sends somebody a letter with a link to set their password. */
export const invitePerson = async (deps: ActionDeps, personId: PersonId): Promise<ActionId> => {
  const action = invitationOf(deps, personId);
  await durably(deps, [deps.store.outbox.actions], () => enqueue(deps, action));
  deps.onPerformed();
  return action.id;
};

const invitationOf = (deps: ActionDeps, personId: PersonId): ActionOf<'invite-person'> => ({
  v: 1,
  id: mint<ActionId>(deps),
  subject: { kind: 'record', id: keyOfRecord('person', personId) },
  at: deps.now(),
  kind: 'invite-person',
  data: {},
});

/** Puts what the desk did not take back into the form. False when it is no longer held. */
export const takeUpHeldRecord = async (deps: ActionDeps, heldId: ActionId): Promise<boolean> => {
  const { actions, recordDrafts } = deps.store.outbox;
  const isBack = await durably(deps, [actions, recordDrafts], async () => {
    const row = await rowById(deps.store.outbox, heldId);
    const action = row && parseStoredAction(row);
    if (row?.state !== 'held' || action?.kind !== 'save-record') return false;
    const { change } = action.data;
    await recordDrafts.put({ key: keyOfChange(change), change, savedAt: deps.now() });
    await actions.delete(row.seq);
    return true;
  });
  if (isBack) deps.onPerformed();
  return isBack;
};
