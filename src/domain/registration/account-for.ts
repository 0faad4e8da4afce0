/** Who somebody becomes when the desk approves them: somebody new, or who they were before they left. */
import type { PersonRecord } from '../records/desk-record.ts';
import type { Registration } from './registration.ts';

/** From what to what; `from` is null for somebody new. */
export type Account = { readonly from: PersonRecord | null; readonly to: PersonRecord };

/**
 * Null where the address is taken by somebody who is there. Whoever has left comes back as the person they were, with the
 * name that they sign in with; what they were allowed to do then does not come back with them.
 */
export const accountFor = ({ details, personId }: Registration, people: readonly PersonRecord[]): Account | null => {
  const known = people.filter((person) => [person.email, person.userName].some((name) => isSameAddress(name, details.email)));
  if (known.some(({ hasLeft }) => !hasLeft)) return null;
  // The address says more than the name to sign in with, which an administrator may have made up.
  const from = known.find(({ email }) => isSameAddress(email, details.email)) ?? known[0] ?? null;
  const { name, email, partitionId } = details;
  const kept = { id: from?.id ?? personId, userName: from?.userName ?? email };
  return { from, to: { ...kept, name, email, partitionId, roles: ['employee'], hasLeft: false } };
};

const isSameAddress = (one: string, other: string): boolean => one.trim().toLowerCase() === other;
