import * as v from 'valibot';
import { assignActionSchema } from '../../contract/assignment.ts';
import type { DecideAtDesk } from '../../domain/decide-action.ts';
import { decideAtDesk } from '../../domain/decide-at-desk.ts';
import { no } from '../../domain/result.ts';

/** Who looks after a ticket was stored as it came, unopened: it is opened here, before it is judged. */
export const decideStoredAtDesk: DecideAtDesk = (scene, action, ticket) =>
  action.kind === 'assign' && !v.is(assignActionSchema, action) ? no({ kind: 'not-supported' }) : decideAtDesk(scene, action, ticket);
