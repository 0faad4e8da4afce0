/** Who a call goes to: a group, or one analyst. */
import type { GroupId, PersonId } from '../ids.ts';
import type { Assigned } from '../ticket.ts';

export type Recipient = { readonly kind: 'group'; readonly id: GroupId } | { readonly kind: 'analyst'; readonly id: PersonId };

/** What groups and people are called. */
export type RecipientNames = { readonly groups: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> };

/** As a ticket holds it; null for nobody, and for one that is not there any more. */
export const assignedTo = (recipient: Recipient | null, { groups, people }: RecipientNames): Assigned | null => {
  if (recipient === null) return null;
  const name = (recipient.kind === 'group' ? groups : people).get(recipient.id);
  if (name === undefined) return null;
  return recipient.kind === 'group' ? { group: { id: recipient.id, name }, analyst: null } : { group: null, analyst: { id: recipient.id, name } };
};
