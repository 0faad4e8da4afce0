import * as v from 'valibot';
import { assignActionSchema } from '../../contract/assignment.ts';
import { decideAssign } from '../../domain/assignment/decide-assign.ts';
import type { DecideAssign } from '../../domain/decide-action.ts';
import { no } from '../../domain/result.ts';

/** What was stored is passed on unopened: opened here, before it is judged. */
export const decideStoredAssign: DecideAssign = (scene, action, ticket) =>
  v.is(assignActionSchema, action) ? decideAssign(scene, action, ticket) : no({ kind: 'not-supported' });
