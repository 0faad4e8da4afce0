/** Somebody asked for an account: the desk says yes or no, once, with a word that is kept as it is typed. */
import { laneOf, type ActionOf } from '../domain/action.ts';
import type { ActionId, RegistrationId } from '../domain/ids.ts';
import { registrationKey } from '../domain/registration/registration.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { parseStoredAction, rowById } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue } from './perform.ts';

type Kind = 'approve-registration' | 'decline-registration';

export const keepDecisionDraft = async (deps: ActionDeps, registrationId: RegistrationId, reason: string): Promise<void> => {
  const { decisionDrafts } = deps.store.outbox;
  await durably(deps, [decisionDrafts], async () => {
    if (reason === '') await decisionDrafts.delete(registrationId);
    else await decisionDrafts.put({ registrationId, reason, savedAt: deps.now() });
  });
};

/**
 * Resolves with the action's id once it is on the disk, and what was typed is gone. Null when something was decided about it here already, in
 * another tab perhaps: what was typed stays.
 */
export const decideOnRegistration = async (deps: ActionDeps, kind: Kind, id: RegistrationId, reason: string): Promise<ActionId | null> => {
  const { actions, decisionDrafts } = deps.store.outbox;
  const action: ActionOf<Kind> = {
    v: 1,
    id: mint<ActionId>(deps),
    subject: { kind: 'record', id: registrationKey(id) },
    at: deps.now(),
    kind,
    data: writableThroughout({ reason }),
  };
  const isFirst = await durably(deps, [actions, decisionDrafts], async () => {
    if ((await actions.where('lane').equals(laneOf(action)).count()) > 0) return false;
    await enqueue(deps, action);
    await decisionDrafts.delete(id);
    return true;
  });
  if (isFirst) deps.onPerformed();
  return isFirst ? action.id : null;
};

/** Puts the word of a decision that the desk did not take back into the form, in front of what is there. False when it is no longer held. */
export const takeUpHeldDecision = async (deps: ActionDeps, heldId: ActionId, registrationId: RegistrationId): Promise<boolean> => {
  const { actions, decisionDrafts } = deps.store.outbox;
  const isBack = await durably(deps, [actions, decisionDrafts], async () => {
    const row = await rowById(deps.store.outbox, heldId);
    const action = row && parseStoredAction(row);
    if (row?.state !== 'held' || (action?.kind !== 'approve-registration' && action?.kind !== 'decline-registration')) return false;
    const typed = await decisionDrafts.get(registrationId);
    const reason = [action.data.reason, typed?.reason ?? ''].filter(Boolean).join('\n\n');
    if (reason !== '') await decisionDrafts.put({ registrationId, reason, savedAt: deps.now() });
    await actions.delete(row.seq);
    return true;
  });
  if (isBack) deps.onPerformed();
  return isBack;
};
