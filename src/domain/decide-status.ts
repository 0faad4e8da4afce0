import type { Action } from './action.ts';
import { ok } from './result.ts';
import type { Decision, Scene } from './scene.ts';
import type { SetStatus, Ticket } from './ticket.ts';
import { entryOf, hasStatusOf, touched, withStatus } from './traces.ts';

/** The ticket is set to it, and its story says so. */
export const decideStatus = (scene: Scene, ticket: Ticket, action: Action, to: SetStatus): Decision => {
  // Said again, a status is a fact again: an action that leaves no trace cannot be told from one that is still to be done.
  const changed = hasStatusOf(ticket, action) ? ticket : withStatus(scene, touched(scene, ticket), action, to);
  return ok({ tickets: [changed], entries: [entryOf(scene, action, { kind: 'status', to: to.status, ...(to.named ? { named: to.named } : {}) })] });
};
