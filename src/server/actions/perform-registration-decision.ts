/** An analyst, or whoever sets up the portal, approves or declines a registration: the first one who does, decides. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import type { Person } from '../../domain/person.ts';
import type { PersonRecord } from '../../domain/records/desk-record.ts';
import { decideRegistration, type DecidedRegistration } from '../../domain/registration/decide-registration.ts';
import { decidedCall } from '../../domain/registration/registration-call.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, type FeedRow } from '../feed/write-feed.ts';
import { postMail } from '../mail/post-mail.ts';
import { deskName } from '../password/password-letters.ts';
import { makePasswordLink } from '../password/password-links.ts';
import { keepRecord } from '../records/keep-record.ts';
import { closeRegistration, readRegistration, registrationRows } from '../registration/registration-records.ts';
import { approvedLetter, declinedLetter } from '../registration/registration-letters.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords, TicketRecord } from './batch-records.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';
import { saveEntries } from './save-effects.ts';

type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords; readonly person: Person };
type Deciding = ActionOf<'approve-registration' | 'decline-registration'>;

export const performRegistrationDecision = async (performing: Performing, action: Deciding): Promise<Result<PerformedElsewhere, Refusal>> => {
  const { deps, transaction, records, person } = performing;
  const registration = await readRegistration(transaction, action.subject.id.replace(/^registration\//, ''));
  if (registration?.ticketId) await lockLanes(transaction, [`ticket:${registration.ticketId}`]);
  const call = registration?.ticketId ? await records.ticket(registration.ticketId) : null;
  const now = Math.max(deps.now(), call ? call.lastAt + 1 : 0);
  const isTaken = registration !== null && (await records.deskRecords()).person.some((known) => hasAddress(known, registration.details.email));
  const decision = decideRegistration({ actor: person, registration, isTaken, now }, action);
  if (!decision.ok) return no(decision.problem);
  const decided = decision.value;
  await closeRegistration(transaction, decided);
  const welcomed = decided.decision.kind === 'approved' ? await welcome(performing, action, decided) : [];
  await tell(performing, decided);
  const resolved = call ? await resolve(transaction, action, decided, call) : null;
  return ok({ at: now, rows: [...registrationRows(decided), ...welcomed, ...(resolved?.rows ?? [])], tickets: resolved ? [resolved.record] : [] });
};

const hasAddress = ({ email, userName }: PersonRecord, address: string): boolean => [email, userName].some((name) => name.trim().toLowerCase() === address);

/** They are somebody from now on: kept as if an administrator had added them, by whoever approved. */
const welcome = async ({ transaction, records }: Performing, action: Deciding, decided: DecidedRegistration): Promise<readonly FeedRow[]> => {
  const { details, personId, decision } = decided;
  const person: PersonRecord = {
    id: personId,
    name: details.name,
    email: details.email,
    partitionId: details.partitionId,
    roles: ['employee'],
    userName: details.email,
    hasLeft: false,
  };
  const save = { id: action.id, at: decision.at, by: decision.by, change: { of: 'person', from: null, to: person } } as const;
  const rows = await keepRecord(transaction, await records.deskRecords(), save);
  records.forgetDeskRecords();
  return rows;
};

const tell = async ({ deps, transaction }: Performing, registration: DecidedRegistration): Promise<void> => {
  const told = { registration, desk: deskName(deps) };
  const { decision } = registration;
  const letter =
    decision.kind === 'approved'
      ? approvedLetter(told, decision, await makePasswordLink(deps, transaction, registration.personId))
      : declinedLetter(told, decision);
  await postMail(transaction, { id: deps.newId(), at: decision.at, ...letter });
};

type Resolved = { readonly record: TicketRecord; readonly rows: readonly FeedRow[] };

const resolve = async (transaction: Transaction<Schema>, action: Deciding, decided: DecidedRegistration, call: TicketRecord): Promise<Resolved> => {
  const { ticket, entries } = decidedCall(call.ticket, decided, action.id, decided.decision.at);
  await saveEntries(transaction, entries);
  return { record: { ticket, lastAt: decided.decision.at }, rows: [...ticketRows(ticket), ...entries.flatMap((entry) => entryRows(entry, ticket))] };
};
