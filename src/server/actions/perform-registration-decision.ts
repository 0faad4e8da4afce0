/** An analyst, or whoever sets up the portal, approves or declines a registration: the first one who does, decides. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { accountFor, type Account } from '../../domain/registration/account-for.ts';
import { decideRegistration, type DecidedRegistration } from '../../domain/registration/decide-registration.ts';
import { decidedCall } from '../../domain/registration/registration-call.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, type FeedRow } from '../feed/write-feed.ts';
import { postMail } from '../mail/post-mail.ts';
import { deskName } from '../password/password-letters.ts';
import { forgetPassword, makePasswordLink } from '../password/password-links.ts';
import { takeOutOfRecipients } from '../partition-settings/take-out-recipient.ts';
import { keepRecord } from '../records/keep-record.ts';
import { keepRegistration, readRegistration, registrationRows } from '../registration/registration-records.ts';
import { approvedLetter, declinedLetter } from '../registration/registration-letters.ts';
import type { ServerDeps } from '../server-deps.ts';
import { readEntries } from '../tickets/read-entries.ts';
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
  const people = (await records.deskRecords()).person;
  const decision = decideRegistration({ actor: person, registration, people, now }, action);
  if (!decision.ok) return no(decision.problem);
  const decided = decision.value;
  await keepRegistration(transaction, decided);
  const account = decided.decision.kind === 'approved' ? accountFor(decided, people) : null;
  const welcomed = account ? await welcome(performing, action, decided, account) : [];
  await tell(performing, decided, account);
  const resolved = call ? await resolve(transaction, action, decided, call) : null;
  return ok({ at: now, rows: [...registrationRows(decided), ...welcomed, ...(resolved?.rows ?? [])], tickets: resolved ? [resolved.record] : [] });
};

/** They are somebody from now on: kept as if an administrator had saved them, by whoever approved. */
const welcome = async (performing: Performing, action: Deciding, { decision }: DecidedRegistration, account: Account): Promise<readonly FeedRow[]> => {
  const { transaction, records } = performing;
  const save = { id: action.id, at: decision.at, by: decision.by, change: { of: 'person', ...account } } as const;
  const rows = await keepRecord(transaction, await records.deskRecords(), save);
  records.forgetDeskRecords();
  return account.from ? [...rows, ...(await beginAnew(performing, account.from.id, decision, account.to.name))] : rows;
};

/** Whoever comes back proves by the letter that the address is still theirs: what was known of them before opens nothing, and brings no letters. */
const beginAnew = async (performing: Performing, id: PersonId, { at, by }: DecidedRegistration['decision'], name: string): Promise<readonly FeedRow[]> => {
  await forgetPassword(performing.transaction, id);
  return takeOutOfRecipients(performing, id, { at, by, reason: `${name} had left, and has a new account` });
};

const tell = async ({ deps, transaction }: Performing, registration: DecidedRegistration, account: Account | null): Promise<void> => {
  const told = { registration, desk: deskName(deps) };
  const { decision } = registration;
  const letter = account
    ? approvedLetter(told, decision, { link: await makePasswordLink(deps, transaction, account.to.id), userName: account.to.userName })
    : declinedLetter(told, decision);
  await postMail(transaction, { id: deps.newId(), at: decision.at, ...letter });
};

type Resolved = { readonly record: TicketRecord; readonly rows: readonly FeedRow[] };

const resolve = async (transaction: Transaction<Schema>, action: Deciding, decided: DecidedRegistration, call: TicketRecord): Promise<Resolved> => {
  const { ticket, entries } = decidedCall(call.ticket, decided, action.id, decided.decision.at);
  // Told anew as a whole: whoever comes back may not be the one whom it was logged for.
  const before = await readEntries(transaction, ticket.id);
  await saveEntries(transaction, entries);
  return {
    record: { ticket, lastAt: decided.decision.at },
    rows: [...ticketRows(ticket), ...[...before, ...entries].flatMap((entry) => entryRows(entry, ticket))],
  };
};
