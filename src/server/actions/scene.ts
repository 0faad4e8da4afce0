/** What the rule book is told when the reference backend judges: its own clock, its own numbers, its own records. */
import type { Transaction } from 'kysely';
import type { TicketAction } from '../../domain/action.ts';
import { chasePolicyFor, decideChase, type ChasePolicy } from '../../domain/chase-policy.ts';
import type { CallToLog, Scene } from '../../domain/scene.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { TicketId } from '../../domain/ids.ts';
import { days, type Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { chatSceneFor } from '../chat/chat-scene.ts';
import type { Schema } from '../database/schema.ts';
import { readSettings } from '../partition-settings/settings-records.ts';
import { callFrom } from '../records/call-from.ts';
import { readRecordsOf } from '../records/read-records.ts';
import { readDeskPeople } from '../assignment/desk-people.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords } from './batch-records.ts';
import type { createOffered } from './offered-service.ts';

/** Where a batch judges its actions. */
type Bench = {
  readonly deps: ServerDeps;
  readonly transaction: Transaction<Schema>;
  readonly records: BatchRecords;
  readonly offered: ReturnType<typeof createOffered>;
};

export const sceneFor = async ({ deps, transaction, records, offered }: Bench, actor: Person, action: TicketAction): Promise<Scene> => {
  const record = await records.ticket(action.subject.id);
  const ticket = record?.ticket ?? null;
  const partition = await records.partition(ticket?.partitionId ?? actor.partitionId);
  // What happens on one ticket has times that never tie, also within a batch and when a clock is set back.
  const now = Math.max(deps.now(), record ? record.lastAt + 1 : 0);
  return {
    actor,
    ticket,
    partition,
    now,
    // A person's own calendar may be a day behind UTC.
    today: new Date(action.at - days(1)).toISOString().slice(0, 10),
    ticketNumber: null,
    escalationCall:
      action.kind === 'chase' && ticket && escalates(ticket, chasePolicyFor(actor, partition, ticket.kind), now)
        ? await escalationCallOf({ deps, transaction, records }, ticket)
        : null,
    fileLimits,
    ...(await chatSceneFor({ transaction, records }, actor, action, partition.id, now)),
    ...(action.kind === 'set-status' && action.data.named ? { statuses: await readRecordsOf(transaction, 'status') } : {}),
    ...(action.kind === 'assign' ? { deskPeople: await readDeskPeople(transaction, partition.id) } : {}),
    ...(action.kind === 'raise-ticket' ? await offered(actor, action.data) : {}),
  };
};

/** Will this chase log an escalation call? Only then is a number taken for one. */
const escalates = (ticket: Ticket, policy: ChasePolicy, now: Instant): boolean => {
  const decision = decideChase(ticket, policy, now);
  return policy.escalation !== null && decision.kind === 'allowed' && decision.reachesMaximum;
};

/** What the template says that the partition has chosen, unless a routing rule says otherwise. */
const escalationCallOf = async ({ deps, transaction, records }: Omit<Bench, 'offered'>, ticket: Ticket): Promise<CallToLog> => {
  const minted = { id: deps.newId() as TicketId, number: await nextNumber(transaction) };
  const settings = await readSettings(transaction, ticket.partitionId);
  const known = await records.deskRecords();
  const template = known['call-template'].find(({ id }) => id === settings?.chase[ticket.kind].escalation);
  return template
    ? { ...minted, ...callFrom(template, known, { source: 'chase', partitionId: ticket.partitionId, text: ticket.title }) }
    : { ...minted, title: '' };
};

export const nextNumber = async (transaction: Transaction<Schema>): Promise<string> => {
  const row = await transaction
    .updateTable('numbers')
    .set((expression) => ({ last: expression('last', '+', 1) }))
    .where('kind', '=', 'ticket')
    .returning('last')
    .executeTakeFirstOrThrow();
  return `R-${row.last}`;
};
