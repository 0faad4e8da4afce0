/** What only the desk does to a ticket: notes, statuses, and who looks after it. */
import type { ActionOf } from './action.ts';
import { assignedOf, nameOfAssigned } from './assignment/assignment.ts';
import { decideAssign } from './assignment/decide-assign.ts';
import type { DecideAtDesk } from './decide-action.ts';
import { decideStatus } from './decide-status.ts';
import { statusNamed } from './records/status-record.ts';
import type { Refusal } from './refusal.ts';
import { no, ok } from './result.ts';
import type { Decision, Scene } from './scene.ts';
import { statusSeenOn } from './status-seen.ts';
import { statusKeyOf, type Ticket } from './ticket.ts';
import { entryOf, hasStatusOf, textProblem } from './traces.ts';

export const decideAtDesk: DecideAtDesk = (scene, action, ticket) => {
  switch (action.kind) {
    case 'add-note':
      return decideNote(scene, ticket, action);
    case 'set-status':
      return decideSetStatus(scene, ticket, action);
    case 'assign':
      return decideAssign(scene, action, ticket);
  }
};

const decideNote = (scene: Scene, ticket: Ticket, action: ActionOf<'add-note'>): Decision => {
  const problem = textProblem(action.data.text);
  return problem ? no(problem) : ok({ tickets: [ticket], entries: [entryOf(scene, action, { kind: 'note', text: action.data.text })] });
};

/** A name that somebody has given stands as the desk has it now, where that is known. */
const decideSetStatus = (scene: Scene, ticket: Ticket, action: ActionOf<'set-status'>): Decision => {
  const { status, named } = action.data;
  const meanwhile = changedMeanwhile(scene, ticket, action);
  if (meanwhile) return no(meanwhile);
  if (!named) return decideStatus(scene, ticket, action, { status });
  if (!scene.statuses) return decideStatus(scene, ticket, action, { status, named: { ...named, simple: null } });
  const known = scene.statuses.find(({ id }) => id === named.id);
  if (known?.for !== ticket.kind) return no({ kind: 'no-such-status' });
  return known.phase === status ? decideStatus(scene, ticket, action, statusNamed(known)) : no({ kind: 'status-changed' });
};

/** Set without a network, a status does not undo what a colleague has done since: it holds from what was seen, or where it is so already. */
const changedMeanwhile = (scene: Scene, ticket: Ticket, action: ActionOf<'set-status'>): Refusal | null => {
  const { from } = action.data;
  const now = statusSeenOn(ticket);
  if (!from || now.status === statusKeyOf(action.data) || hasStatusOf(ticket, action)) return null;
  const seen = [from, ...(from.or ?? [])];
  if (now.analyst !== null && now.analyst !== scene.actor.id && !seen.some(({ analyst }) => analyst === now.analyst))
    return { kind: 'given-meanwhile', by: nameOfAssigned(assignedOf(ticket)) };
  return seen.some(({ status }) => status === now.status) ? null : { kind: 'status-set-meanwhile' };
};
