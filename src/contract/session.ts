import * as v from 'valibot';
import { instant } from './ids.ts';
import { personSchema } from './person.ts';

export const signInSchema = v.object({
  user: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
});

export const sessionSchema = v.object({ portico: v.literal(1), person: v.nullable(personSchema), serverTime: instant });
