/** Setting a password by a link that came with a letter: what is sent, and what is answered. */
import * as v from 'valibot';
import { passwordRules } from '../domain/password.ts';
import { instant } from './ids.ts';
import { personSchema } from './person.ts';

/** Whoever asks is answered the same, whether or not somebody has this address. */
export const linkRequestSchema = v.object({ email: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(254)) });
export const linkAskedSchema = v.object({ portico: v.literal(1), serverTime: instant });

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

export const linkSchema = v.object({ token });

/** Whose password the link sets; null for one that was used, is too old, or never was. */
export const linkHolderSchema = v.object({
  portico: v.literal(1),
  holder: v.nullable(v.object({ name: v.string(), userName: v.string(), email: v.string() })),
  serverTime: instant,
});

export const newPasswordSchema = v.object({ token, password: v.pipe(v.string(), v.maxLength(2_000)) });

const answered = { portico: v.literal(1), serverTime: instant };

export const passwordAnswerSchema = v.variant('outcome', [
  /** It is set, and whoever set it is signed in. */
  v.object({ ...answered, outcome: v.literal('set'), person: personSchema }),
  v.object({ ...answered, outcome: v.literal('link-over') }),
  v.object({ ...answered, outcome: v.literal('not-accepted'), rules: v.array(v.picklist(passwordRules)) }),
]);

export type PasswordAnswer = v.InferOutput<typeof passwordAnswerSchema>;
