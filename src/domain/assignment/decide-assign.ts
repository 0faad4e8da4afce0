/**
 * May this ticket be given to them? Of two who take it at once the first one has it, and the second is told who does:
 * what is asked for holds from what was seen to what is wanted, and not from anything else.
 */
import type { ActionOf } from '../action.ts';
import { no, ok } from '../result.ts';
import type { Decision, Scene } from '../scene.ts';
import { statusOf, type Assigned, type Ticket } from '../ticket.ts';
import { authorOf, entryOf, followingEntry, hasStatusOf, touched, withStatus } from '../traces.ts';
import { assignedOf, isSameAssigned, nameOfAssigned } from './assignment.ts';
import type { DeskPeople } from './desk-people.ts';

export const decideAssign = (scene: Scene, action: ActionOf<'assign'>, ticket: Ticket): Decision => {
  const current = assignedOf(ticket);
  const to = scene.deskPeople ? namedBy(scene.deskPeople, action.data.to, current) : action.data.to;
  if (to === null || to.analyst?.id === ticket.requester.id) return no({ kind: 'cannot-look-after-it' });
  if (!isSameAssigned(current, action.data.from) && !isSameAssigned(current, to)) return no({ kind: 'given-meanwhile', by: nameOfAssigned(current) });
  const given: Ticket = { ...ticket, assigned: to };
  const entry = entryOf(scene, action, { kind: 'assigned', to });
  // The requester hears that somebody is at it, and by no other sign: the desk's own arrangements are no news to them.
  const isBegun = to.analyst?.id === scene.actor.id && (statusOf(ticket) === 'new' || hasStatusOf(ticket, action));
  if (!isBegun) return ok({ tickets: [given], entries: [entry] });
  return ok({
    tickets: [withStatus(scene, touched(scene, given), action, { status: 'in-progress' })],
    entries: [entry, followingEntry(scene, action, 'status', { kind: 'status', to: 'in-progress' }, authorOf(scene))],
  });
};

/**
 * As the desk calls them; null where one of them does not work for the partition. A group or an analyst that has the ticket
 * already may keep it: whoever changes the one leaves the other as it was.
 */
const namedBy = ({ groups, analysts }: DeskPeople, to: Assigned, current: Assigned): Assigned | null => {
  const group = groups.find(({ id }) => id === to.group?.id) ?? (current.group?.id === to.group?.id ? current.group : null);
  const analyst = analysts.find(({ id }) => id === to.analyst?.id) ?? (current.analyst?.id === to.analyst?.id ? current.analyst : null);
  if ((to.group !== null && group === null) || (to.analyst !== null && analyst === null)) return null;
  return { group: group && { id: group.id, name: group.name }, analyst };
};
