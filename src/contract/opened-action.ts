/** Every action that devices pass on unopened, as the backend opens it. */
import * as v from 'valibot';
import { administratorActionSchema } from './administrator-action.ts';
import { assignActionSchema } from './assignment.ts';

export const openedActionSchema = v.variant('kind', [...administratorActionSchema.options, assignActionSchema]);
