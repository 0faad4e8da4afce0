/** Somebody asked for an account: the desk says yes or no, once. */
import type { ActionOf } from '../domain/action.ts';
import type { ActionId, RegistrationId } from '../domain/ids.ts';
import { registrationKey } from '../domain/registration/registration.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue } from './perform.ts';

type Kind = 'approve-registration' | 'decline-registration';

/** Resolves with the action's id once it is on the disk. */
export const decideOnRegistration = async (deps: ActionDeps, kind: Kind, id: RegistrationId, reason: string): Promise<ActionId> => {
  const action: ActionOf<Kind> = {
    v: 1,
    id: mint<ActionId>(deps),
    subject: { kind: 'record', id: registrationKey(id) },
    at: deps.now(),
    kind,
    data: writableThroughout({ reason }),
  };
  await durably(deps, [deps.store.outbox.actions], () => enqueue(deps, action));
  deps.onPerformed();
  return action.id;
};
