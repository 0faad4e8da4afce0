/** The letters that an escalation brings: one to each of those whom the partition has chosen (seed 000, statements 15, 17 and 22). */
import type { Transaction } from 'kysely';
import type { Effects } from '../../domain/scene.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { postMail } from '../mail/post-mail.ts';
import { readSettings } from '../partition-settings/settings-records.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords } from './batch-records.ts';

type Telling = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords };

/** In the transaction of the chase: a chase that is sent twice writes to nobody twice. */
export const tellRecipients = async ({ deps, transaction, records }: Telling, { tickets: [chased, call] }: Effects): Promise<void> => {
  if (call?.escalates !== chased.id) return;
  const settings = await readSettings(transaction, chased.partitionId);
  const wanted = settings?.chase[chased.kind].recipients ?? [];
  if (wanted.length === 0) return;
  const people = (await records.deskRecords()).person.filter(({ id, hasLeft }) => wanted.includes(id) && !hasLeft);
  const addresses = new Set(people.map(({ email }) => email));
  for (const address of addresses) {
    const letter = { id: deps.newId(), at: call.raisedAt, address, subject: `${call.number ?? ''} ${call.title}`, body: words(deps, chased, call) };
    await postMail(transaction, letter);
  }
};

const words = (deps: ServerDeps, chased: Ticket, call: Ticket): string =>
  [
    `${chased.requester.name} has asked ${chased.chases.length === 1 ? 'once' : `${chased.chases.length} times`} how ${chased.number ?? 'a ticket'} gets on, and cannot ask again.`,
    `It is about: ${chased.title}`,
    '',
    `That is why ${call.number ?? 'a call'} was logged.`,
    `For analysts, the call: ${deps.portalAddress()}/desk/tickets/${call.id}`,
    `and the ticket: ${deps.portalAddress()}/desk/tickets/${chased.id}`,
  ].join('\n');
