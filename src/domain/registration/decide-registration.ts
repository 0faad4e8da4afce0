/** May this registration be approved, or declined, by this person: enforced by the backend. The first one who decides, decides. */
import type { ActionOf } from '../action.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';
import type { PersonRecord } from '../records/desk-record.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { accountFor } from './account-for.ts';
import { longestReason, mayDecideRegistration, type Registration } from './registration.ts';

export type DecidingScene = {
  readonly actor: Person;
  /** Null where there is none. */
  readonly registration: Registration | null;
  /** Everybody whom the desk keeps, also those who have left. */
  readonly people: readonly PersonRecord[];
  readonly now: Instant;
};

export type DecidedRegistration = Registration & { readonly decision: NonNullable<Registration['decision']> };

export const decideRegistration = (
  { actor, registration, people, now }: DecidingScene,
  action: ActionOf<'approve-registration' | 'decline-registration'>,
): Result<DecidedRegistration, Refusal> => {
  if (!registration || !mayDecideRegistration(actor, registration)) return no({ kind: 'not-found' });
  const { decision } = registration;
  if (decision) return no({ kind: 'record-changed', by: decision.by.name, at: decision.at });
  if (action.data.reason.length > longestReason) return no({ kind: 'text-too-long', maxLength: longestReason });
  const told = { at: now, by: { id: actor.id, name: actor.name }, reason: action.data.reason.trim() };
  if (action.kind === 'decline-registration') return ok({ ...registration, decision: { kind: 'declined', ...told } });
  const account = accountFor(registration, people);
  if (!account) return no({ kind: 'record-not-accepted', problems: [{ field: 'email', problem: 'taken' }] });
  return ok({ ...registration, personId: account.to.id, decision: { kind: 'approved', ...told } });
};
