/** Who somebody becomes when the desk approves them: somebody new, or who they were before they left. */
import type { PersonRecord } from '../records/desk-record.ts';
import type { Registration } from './registration.ts';

/** From what to what; `from` is null for somebody new. */
export type Account = { readonly from: PersonRecord | null; readonly to: PersonRecord };

/**
 * Null where the address is that of somebody who is there. Whoever has left comes back by their address as the person they
 * were, with the name that they sign in with; what they were allowed to do then does not come back with them. A name that
 * somebody signs in with proves nothing, though it looks like an address: an administrator may have made it up.
 */
export const accountFor = ({ details, personId }: Registration, people: readonly PersonRecord[]): Account | null => {
  const known = people.filter((person) => isSameText(person.email, details.email));
  if (known.some(({ hasLeft }) => !hasLeft)) return null;
  const from = known[0] ?? null;
  const { name, email, partitionId } = details;
  const kept = { id: from?.id ?? personId, userName: from?.userName ?? freeUserName(email, people) };
  return { from, to: { ...kept, name, email, partitionId, roles: ['employee'], hasLeft: false } };
};

/** The address itself, or with a number where somebody signs in with that. */
const freeUserName = (email: string, people: readonly PersonRecord[]): string => {
  const isTaken = (name: string): boolean => people.some(({ userName }) => isSameText(userName, name));
  let name = email;
  for (let number = 2; isTaken(name); number += 1) name = `${email}-${number}`;
  return name;
};

const isSameText = (one: string, other: string): boolean => one.trim().toLowerCase() === other;
