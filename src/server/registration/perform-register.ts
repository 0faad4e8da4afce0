/**
 * Takes a registration: once, however often it is sent. What a stranger is answered tells nothing of who has an account:
 * somebody who has one already gets a letter, and whoever asks a second time is told what the first one is told, while the desk
 * hears what they say now.
 */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { partitionSchema } from '../../contract/partition.ts';
import { registerAnswerSchema, type RegisterAnswer } from '../../contract/registration.ts';
import type { PartitionId, PersonId } from '../../domain/ids.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import { portalOf } from '../../domain/records/portal-record.ts';
import { accountFor } from '../../domain/registration/account-for.ts';
import {
  registrationRefusal,
  tidied,
  type RegisterAction,
  type Registration,
  type RegistrationOffer,
  type RegistrationRefusal,
} from '../../domain/registration/registration.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { writeFeed, type FeedRow } from '../feed/write-feed.ts';
import { accountExistsLetter } from '../password/password-letters.ts';
import { postPasswordLink } from '../password/post-link.ts';
import { personByEmail } from '../records/person-by-email.ts';
import { readRecords } from '../records/read-records.ts';
import type { ServerDeps } from '../server-deps.ts';
import { logRegistrationCall } from './log-registration-call.ts';
import { insertRegistration, openRegistrationOf, registrationRows } from './registration-records.ts';
import { takeAgain } from './take-again.ts';

/** Whether one more letter may go to somebody who has an account: strangers decide how often that is wanted. */
export type MayWriteTo = (email: string) => boolean;

type Performed = { readonly answer: RegisterAnswer; readonly audiences: readonly string[] };

export const performRegister = async (deps: ServerDeps, action: RegisterAction, hash: string, mayWriteTo: MayWriteTo): Promise<RegisterAnswer> => {
  const { answer, audiences } = await deps.writeTogether((transaction) => perform({ deps, transaction, mayWriteTo }, action, hash));
  // Also where nobody has anything to read: a letter may be waiting.
  deps.watch.committed(audiences);
  return answer;
};

/** What was answered before; null where it was not. */
export const answeredBefore = async (
  database: Pick<Transaction<Schema>, 'selectFrom'>,
  { id, subject }: RegisterAction,
  hash: string,
  now: number,
): Promise<RegisterAnswer | null> => {
  const receipt = await database.selectFrom('receipts').selectAll().where('action_id', '=', id).executeTakeFirst();
  if (!receipt) return null;
  const isSame = receipt.person_id === ownerOf(subject) && receipt.payload_hash === hash;
  return isSame ? v.parse(registerAnswerSchema, JSON.parse(receipt.answer)) : { outcome: 'refused', id, at: now, refusal: { kind: 'id-already-used' } };
};

/** A receipt belongs to whoever sent the action; here that is nobody yet. */
const ownerOf = ({ kind, id }: RegisterAction['subject']): string => `${kind}:${id}`;

type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly mayWriteTo: MayWriteTo };

const perform = async (performing: Performing, action: RegisterAction, hash: string): Promise<Performed> => {
  const { deps, transaction } = performing;
  const details = tidied(action.data);
  await lockLanes(transaction, [ownerOf(action.subject), `registration-email:${details.email}`, 'records']);
  const before = await answeredBefore(transaction, action, hash, deps.now());
  if (before) return { answer: before, audiences: [] };
  const known = await readRecords(transaction);
  const offer = await offerUnder(transaction, known);
  const isUsed = (await transaction.selectFrom('registrations').select('id').where('id', '=', action.subject.id).executeTakeFirst()) !== undefined;
  const refusal: RegistrationRefusal | null = isUsed ? { kind: 'id-already-used' } : registrationRefusal(details, offer);
  const audiences = refusal ? [] : await take(performing, action, known, offer);
  const told = { id: action.id, at: deps.now() };
  const answer: RegisterAnswer = refusal ? { outcome: 'refused', ...told, refusal } : { outcome: 'applied', ...told };
  await transaction
    .insertInto('receipts')
    .values({ action_id: action.id, person_id: ownerOf(action.subject), payload_hash: hash, answer: JSON.stringify(answer) })
    .execute();
  return { answer, audiences };
};

/** Who has something new to read. */
const take = async (
  { deps, transaction, mayWriteTo }: Performing,
  { subject, data }: RegisterAction,
  known: DeskRecords,
  offer: RegistrationOffer | null,
): Promise<readonly string[]> => {
  const details = tidied(data);
  const registration: Registration = {
    id: subject.id,
    at: deps.now(),
    details,
    partitionName: partitionNameIn(offer, details.partitionId),
    personId: deps.newId() as PersonId,
    ticketId: null,
    decision: null,
  };
  const { secretHash } = data;
  const person = await personByEmail(transaction, details.email);
  if (person) {
    await insertRegistration(transaction, registration, { secretHash, follows: '' });
    if (mayWriteTo(details.email)) await postPasswordLink(deps, transaction, person, accountExistsLetter);
    return [];
  }
  const first = await openRegistrationOf(transaction, details.email);
  const told = first
    ? await takeAgain(transaction, first, registration)
    : await takeFirst({ deps, transaction, known }, { ...registration, ...formerly(registration, known, offer) }, secretHash);
  if (first) await insertRegistration(transaction, registration, { secretHash, follows: first.id });
  await writeFeed(transaction, told);
  return [...new Set(told.map(({ audience }) => audience))];
};

/** Who they were here before; nothing for somebody new. */
const formerly = (registration: Registration, known: DeskRecords, offer: RegistrationOffer | null): Pick<Registration, 'wasHere' | 'wasHereAs'> => {
  const from = accountFor(registration, known.person)?.from;
  return from ? { wasHere: true, wasHereAs: { name: from.name, partitionName: partitionNameIn(offer, from.partitionId) } } : {};
};

const partitionNameIn = (offer: RegistrationOffer | null, id: PartitionId): string => offer?.partitions.find((partition) => partition.id === id)?.name ?? '';

type Logging = Parameters<typeof logRegistrationCall>[0];

const takeFirst = async (logging: Logging, registration: Registration, secretHash: string): Promise<readonly FeedRow[]> => {
  const { ticketId, rows } = await logRegistrationCall(logging, registration);
  const kept = { ...registration, ticketId };
  await insertRegistration(logging.transaction, kept, { secretHash, follows: kept.id });
  return [...rows, ...registrationRows(kept)];
};

/** Null where registration is closed: then strangers are told of no partition. */
export const offerUnder = async (transaction: Pick<Transaction<Schema>, 'selectFrom'>, known: DeskRecords): Promise<RegistrationOffer | null> => {
  const { registrationIsOpen, registrationDomains } = portalOf(known);
  if (!registrationIsOpen) return null;
  const rows = await transaction.selectFrom('partitions').select('body').execute();
  const partitions = rows.map(({ body }) => v.parse(partitionSchema, JSON.parse(body))).map(({ id, name }) => ({ id, name }));
  return { partitions: partitions.sort((one, other) => one.name.localeCompare(other.name)), domains: registrationDomains };
};
