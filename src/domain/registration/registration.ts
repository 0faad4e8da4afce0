/** Somebody without an account asks for one: what they say, what is wrong with it, and what the desk decides. */
import type { ActionId, PartitionId, PersonId, RegistrationId, TicketId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';
import type { RecordKey } from '../records/desk-record.ts';
import type { FieldProblem } from '../records/field-problem.ts';
import { isAddress } from '../name-and-address.ts';
import { longestName } from '../name-and-address.ts';

export type RegistrationDetails = {
  readonly name: string;
  readonly email: string;
  readonly partitionId: PartitionId;
  /** Empty where none was given. */
  readonly phone: string;
  readonly reason: string;
};

/** What strangers are told where registration is open, and nowhere else. */
export type RegistrationOffer = {
  readonly partitions: readonly { readonly id: PartitionId; readonly name: string }[];
  /** Where e-mail addresses may be; empty for anywhere. */
  readonly domains: readonly string[];
};

/** The one action that is sent without a session. */
export type RegisterAction = {
  readonly v: 1;
  readonly id: ActionId;
  readonly kind: 'register';
  readonly subject: { readonly kind: 'registration'; readonly id: RegistrationId };
  readonly at: Instant;
  readonly data: RegistrationDetails & {
    /** SHA-256, in hexadecimal, of the secret by which this device asks what became of it. */
    readonly secretHash: string;
  };
};

export type RegistrationRefusal =
  | { readonly kind: 'registration-closed' }
  | { readonly kind: 'domain-not-allowed'; readonly domains: readonly string[] }
  | { readonly kind: 'registration-not-accepted'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'id-already-used' };

/** The question that it is about, the first one of several; null where it is about none. */
export const questionRefused = (refusal: RegistrationRefusal): string | null => {
  switch (refusal.kind) {
    case 'domain-not-allowed':
      return 'email';
    case 'registration-not-accepted':
      return refusal.problems[0]?.field ?? null;
    case 'registration-closed':
    case 'id-already-used':
      return null;
  }
};

/** What the device that registered is told: the same for an address that somebody has already. */
export type RegistrationState = 'received' | 'approved' | 'declined';

export type Registration = {
  readonly id: RegistrationId;
  readonly at: Instant;
  readonly details: RegistrationDetails;
  readonly partitionName: string;
  /** Who they become once they are approved, unless they come back as who they were; until then the requester of the call, and nobody else. */
  readonly personId: PersonId;
  /** The call that it logged; null where none was. */
  readonly ticketId: TicketId | null;
  /** Somebody with this address was here before and has left: approved, they come back. Left out for everybody else. */
  readonly wasHere?: true;
  /** What they were called then, and where they belonged; left out where they were not here, or it was not told. */
  readonly wasHereAs?: { readonly name: string; readonly partitionName: string };
  /** What the same address asked for since, while nobody had decided, the newest last; left out for nothing. */
  readonly again?: readonly AskedAgain[];
  /** Null while nobody has decided. */
  readonly decision: RegistrationDecision | null;
};

export type AskedAgain = Pick<Registration, 'at' | 'details' | 'partitionName'>;

/** In the order in which they are asked. */
export const detailFields = ['name', 'email', 'partition', 'phone', 'reason'] as const;
export type Detail = (typeof detailFields)[number];

/** What was answered, in words. */
export const saidIn = ({ details, partitionName }: Pick<Registration, 'details' | 'partitionName'>): Readonly<Record<Detail, string>> => ({
  name: details.name,
  email: details.email,
  partition: partitionName,
  phone: details.phone,
  reason: details.reason,
});

export type RegistrationDecision = {
  readonly kind: 'approved' | 'declined';
  readonly at: Instant;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly reason: string;
};

/** What a decision about it is about, and the lane it waits in. */
export const registrationKey = (id: RegistrationId): RecordKey => `registration/${id}`;

export const longestReason = 2_000;
const longestPhone = 40;

/** Digits with what stands between them; an extension with a word before it. */
const phoneNumber = /^[\p{Nd}\s+\p{Pd}()/.]*((,\s*)?(extension|extn|ext|x)[\s.:]*\p{Nd}+)?$/iu;

const isPhoneNumber = (phone: string): boolean => phoneNumber.test(phone) && (phone.match(/\p{Nd}/gu)?.length ?? 0) >= 3;

/** Without spaces around it, and an address in small letters. A number that was copied brings signs along that nobody sees. */
export const tidied = (details: RegistrationDetails): RegistrationDetails => ({
  name: details.name.trim(),
  email: details.email.trim().toLowerCase(),
  partitionId: details.partitionId,
  phone: details.phone.replace(/\p{Cf}/gu, '').trim(),
  reason: details.reason.trim(),
});

/** All that is wrong, field by field, in the order in which it is asked; empty for nothing. */
export const registrationProblems = (
  { name, email, partitionId, phone, reason }: RegistrationDetails,
  { partitions }: RegistrationOffer,
): readonly FieldProblem[] => [
  ...textProblems('name', name, longestName),
  // It becomes the name that they sign in with, which is as long as any name.
  ...(isAddress(email) && email.length <= longestName ? [] : [{ field: 'email', problem: email === '' ? 'missing' : 'not-an-address' } as const]),
  ...(partitions.some(({ id }) => id === partitionId) ? [] : [{ field: 'partitionId', problem: 'missing' } as const]),
  ...phoneProblems(phone),
  ...textProblems('reason', reason, longestReason),
];

const textProblems = (field: string, text: string, most: number): readonly FieldProblem[] => {
  if (text === '') return [{ field, problem: 'missing' }];
  return text.length > most ? [{ field, problem: 'too-long' }] : [];
};

/** Nobody has to give one. */
const phoneProblems = (phone: string): readonly FieldProblem[] => {
  if (phone.length > longestPhone) return [{ field: 'phone', problem: 'too-long' }];
  return phone === '' || isPhoneNumber(phone) ? [] : [{ field: 'phone', problem: 'not-a-phone-number' }];
};

/** Whether addresses there may register. A domain holds those below it: `example.org` also `mail.example.org`. */
export const isAllowedDomain = (email: string, domains: readonly string[]): boolean => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domains.length === 0 || domains.some((allowed) => domain === allowed.toLowerCase() || domain.endsWith(`.${allowed.toLowerCase()}`));
};

/** Why it is not even looked at; null for what goes to the desk. `offer` null where registration is closed. */
export const registrationRefusal = (details: RegistrationDetails, offer: RegistrationOffer | null): RegistrationRefusal | null => {
  if (!offer) return { kind: 'registration-closed' };
  const problems = registrationProblems(details, offer);
  if (problems.length > 0) return { kind: 'registration-not-accepted', problems };
  return isAllowedDomain(details.email, offer.domains) ? null : { kind: 'domain-not-allowed', domains: offer.domains };
};

/** Analysts of the partition decide, and whoever sets up the portal. */
export const mayDecideRegistration = (person: Person, { details }: Pick<Registration, 'details'>): boolean =>
  person.rights.includes('self-service-portal-setup') || (person.roles.includes('analyst') && person.partitionId === details.partitionId);
