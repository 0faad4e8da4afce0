/** The call that a registration causes, where registrations log one (seed 000, statements 5 to 8). */
import type { Transaction } from 'kysely';
import type { TicketId } from '../../domain/ids.ts';
import { portalOf } from '../../domain/records/portal-record.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import { registrationCall, type DetailLabels } from '../../domain/registration/registration-call.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { nextNumber } from '../actions/scene.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, type FeedRow } from '../feed/write-feed.ts';
import { readSettings } from '../partition-settings/settings-records.ts';
import { callFrom } from '../records/call-from.ts';
import type { ServerDeps } from '../server-deps.ts';
import { insertTicket } from '../tickets/insert-ticket.ts';

type Logging = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly known: DeskRecords };
type LoggedCall = { readonly ticketId: TicketId | null; readonly rows: readonly FeedRow[] };

const none: LoggedCall = { ticketId: null, rows: [] };

export const logRegistrationCall = async ({ deps, transaction, known }: Logging, registration: Registration): Promise<LoggedCall> => {
  if (!portalOf(known).registrationLogsCall) return none;
  const { partitionId, name, email, reason } = registration.details;
  const settings = await readSettings(transaction, partitionId);
  const template = known['call-template'].find(({ id }) => id === settings?.registration.template);
  if (!template) return none;
  const minted = { id: deps.newId() as TicketId, number: await nextNumber(transaction) };
  const call = { ...minted, ...callFrom(template, known, { source: 'registration', partitionId, text: [name, email, reason].join('\n') }) };
  const { ticket, entries } = registrationCall(registration, call, labels);
  await insertTicket(transaction, ticket, entries);
  return { ticketId: ticket.id, rows: [...ticketRows(ticket), ...entries.flatMap((entry) => entryRows(entry, ticket))] };
};

export const labels: DetailLabels = { name: 'Name', email: 'E-mail', partition: 'Partition', phone: 'Telephone', reason: 'What for' };
