/** What goes between a device without a session and the desk. */
import * as v from 'valibot';
import type { ActionId, PartitionId, PersonId, RegistrationId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { recordProblems } from '../domain/records/field-problem.ts';
import type { RegisterAction, Registration, RegistrationOffer, RegistrationRefusal } from '../domain/registration/registration.ts';
import { givenId, instant, mintedId } from './ids.ts';

/** Room for what is too long to be accepted: the refusal should be the desk's, in words, not a parse error. */
const text = v.pipe(v.string(), v.maxLength(10_000));

export const offerSchema = v.object({
  partitions: v.array(v.object({ id: givenId<PartitionId>(), name: v.string() })),
  domains: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, RegistrationOffer>;

/** Null where nobody registers. */
export const offerAnswerSchema = v.object({ portico: v.literal(1), offer: v.nullable(offerSchema), serverTime: instant });

const details = { name: text, email: text, partitionId: givenId<PartitionId>(), phone: text, reason: text };

export const registerActionSchema = v.object({
  v: v.literal(1),
  id: mintedId<ActionId>(),
  kind: v.literal('register'),
  subject: v.object({ kind: v.literal('registration'), id: mintedId<RegistrationId>() }),
  at: instant,
  data: v.object({ ...details, secretHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hexadecimal')) }),
}) satisfies v.GenericSchema<unknown, RegisterAction>;

export const registerRequestSchema = v.object({ action: registerActionSchema });

export const registrationRefusalSchema = v.variant('kind', [
  v.object({ kind: v.literal('registration-closed') }),
  v.object({ kind: v.literal('domain-not-allowed'), domains: v.array(v.string()) }),
  v.object({
    kind: v.literal('registration-not-accepted'),
    problems: v.array(v.object({ field: v.string(), problem: v.picklist(recordProblems) })),
  }),
  v.object({ kind: v.literal('id-already-used') }),
]) satisfies v.GenericSchema<unknown, RegistrationRefusal>;

/** The desk's final word on one registration's way in; repeated for ever under the same id. */
export const registerAnswerSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('applied'), id: mintedId<ActionId>(), at: instant }),
  v.object({ outcome: v.literal('refused'), id: mintedId<ActionId>(), at: instant, refusal: registrationRefusalSchema }),
]);
export type RegisterAnswer =
  | Extract<v.InferOutput<typeof registerAnswerSchema>, { readonly outcome: 'applied' }>
  | { readonly outcome: 'refused'; readonly id: ActionId; readonly at: Instant; readonly refusal: RegistrationRefusal };

export const registerResponseSchema = v.object({ portico: v.literal(1), answer: registerAnswerSchema, serverTime: instant });

/** The secret is known to the device that registered, and to nobody else. */
export const stateRequestSchema = v.object({ id: mintedId<RegistrationId>(), secret: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
export const registrationStateSchema = v.picklist(['received', 'approved', 'declined']);
/** Null where there is no such registration, or the secret is another one. */
export const stateAnswerSchema = v.object({ portico: v.literal(1), state: v.nullable(registrationStateSchema), serverTime: instant });

const who = v.object({ id: givenId<PersonId>(), name: v.string() });

export const registrationSchema = v.object({
  id: mintedId<RegistrationId>(),
  at: instant,
  details: v.object(details),
  partitionName: v.string(),
  personId: givenId<PersonId>(),
  ticketId: v.nullable(givenId<TicketId>()),
  wasHere: v.exactOptional(v.literal(true)),
  wasHereAs: v.exactOptional(v.object({ name: v.string(), partitionName: v.string() })),
  again: v.exactOptional(v.array(v.object({ at: instant, details: v.object(details), partitionName: v.string() }))),
  decision: v.nullable(v.object({ kind: v.picklist(['approved', 'declined']), at: instant, by: who, reason: v.string() })),
}) satisfies v.GenericSchema<unknown, Registration>;

/** As the feed tells it, beside what administrators keep: for those who decide. */
export const registrationRecordSchema = v.object({ of: v.literal('registration'), body: registrationSchema });
