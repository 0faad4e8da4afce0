/** What an administrator decides for a partition: kept as it is typed, and saved when they say so. */
import type { ActionOf } from '../domain/action.ts';
import type { ActionId, PartitionId } from '../domain/ids.ts';
import type { SettingsChange } from '../domain/settings/settings-place.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { parseStoredAction, rowById } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue } from './perform.ts';

type Typed = { readonly changes: readonly SettingsChange[]; readonly reason: string };

/** Keeps what is typed and not saved; nothing typed is nothing kept. */
export const keepSettingsDraft = async (deps: ActionDeps, partitionId: PartitionId, { changes, reason }: Typed): Promise<void> => {
  const { settingsDrafts } = deps.store.outbox;
  await durably(deps, [settingsDrafts], async () => {
    if (changes.length === 0 && reason === '') await settingsDrafts.delete(partitionId);
    else await settingsDrafts.put({ partitionId, changes, reason, savedAt: deps.now() });
  });
};

/** Resolves with the action's id once it is on the disk, and the draft is gone. */
export const saveSettings = async (deps: ActionDeps, partitionId: PartitionId, data: Typed): Promise<ActionId> => {
  const { actions, settingsDrafts } = deps.store.outbox;
  const id = mint<ActionId>(deps);
  const action: ActionOf<'save-settings'> = {
    v: 1,
    id,
    subject: { kind: 'partition', id: partitionId },
    at: deps.now(),
    kind: 'save-settings',
    data: writableThroughout(data),
  };
  await durably(deps, [actions, settingsDrafts], async () => {
    await enqueue(deps, action);
    await settingsDrafts.delete(partitionId);
  });
  deps.onPerformed();
  return id;
};

/** Puts what the desk did not take back into the form, over what is typed there; a reason that is typed there stays. False when it is no longer held. */
export const takeUpHeldSettings = async (deps: ActionDeps, heldId: ActionId): Promise<boolean> => {
  const { actions, settingsDrafts } = deps.store.outbox;
  const isBack = await durably(deps, [actions, settingsDrafts], async () => {
    const row = await rowById(deps.store.outbox, heldId);
    const action = row && parseStoredAction(row);
    if (row?.state !== 'held' || action?.kind !== 'save-settings') return false;
    const partitionId = action.subject.id as PartitionId;
    const typed = await settingsDrafts.get(partitionId);
    const places = new Set(action.data.changes.map(({ place }) => place));
    const changes = [...(typed?.changes ?? []).filter(({ place }) => !places.has(place)), ...action.data.changes];
    await settingsDrafts.put({ partitionId, changes, reason: typed?.reason || action.data.reason, savedAt: deps.now() });
    await actions.delete(row.seq);
    return true;
  });
  if (isBack) deps.onPerformed();
  return isBack;
};
