/** What the rule book is told when the reference backend judges: its own clock, its own numbers, its own records. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { questionFlowSchema, serviceSchema } from '../../contract/catalogue.ts';
import type { Action, ActionOf } from '../../domain/action.ts';
import { decideChase } from '../../domain/chase-policy.ts';
import type { Scene } from '../../domain/decide-action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { TicketId } from '../../domain/ids.ts';
import { days, type Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords } from './batch-records.ts';

/** How long drafts may still be sent on a version of the questions that was replaced. */
const oldFlowsKeptDays = 90;

/** Where a batch judges its actions. */
type Bench = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords };

export const sceneFor = async ({ deps, transaction, records }: Bench, actor: Person, action: Action): Promise<Scene> => {
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
      action.kind === 'chase' && ticket && escalates(ticket, partition, now) ? { id: deps.newId() as TicketId, number: await nextNumber(transaction) } : null,
    fileLimits,
    ...(action.kind === 'raise-ticket' ? await offered(deps, transaction, actor, action) : {}),
  };
};

const offered = async (
  deps: ServerDeps,
  transaction: Transaction<Schema>,
  actor: Person,
  action: ActionOf<'raise-ticket'>,
): Promise<Pick<Scene, 'service' | 'flow'>> => {
  const row = await transaction.selectFrom('services').select('body').where('id', '=', action.data.serviceId).executeTakeFirst();
  const service = row && v.parse(serviceSchema, JSON.parse(row.body));
  if (!service?.partitionIds.includes(actor.partitionId) || service.flow.id !== action.data.flow.id) return {};
  const flow = await transaction
    .selectFrom('flows')
    .selectAll()
    .where('id', '=', action.data.flow.id)
    .where('version', '=', action.data.flow.version)
    .executeTakeFirst();
  if (!flow || (await isTooOld(deps, transaction, action, service.flow.version))) return { service };
  return { service, flow: v.parse(questionFlowSchema, JSON.parse(flow.body)) };
};

/** Old once a newer version has been installed for longer than old ones are kept. */
const isTooOld = async (deps: ServerDeps, transaction: Transaction<Schema>, action: ActionOf<'raise-ticket'>, currentVersion: number): Promise<boolean> => {
  const { id, version } = action.data.flow;
  if (version >= currentVersion) return false;
  const newer = await transaction
    .selectFrom('flows')
    .select('installed_at')
    .where('id', '=', id)
    .where('version', '>', version)
    .orderBy('version')
    .executeTakeFirst();
  return newer !== undefined && Number(newer.installed_at) + days(oldFlowsKeptDays) < deps.now();
};

/** Will this chase log an escalation call? Only then is a number taken for one. */
const escalates = (ticket: Ticket, partition: Partition, now: Instant): boolean => {
  const policy = partition.chase[ticket.kind];
  const decision = decideChase(ticket, policy, now);
  return policy.escalation !== null && decision.kind === 'allowed' && decision.reachesMaximum;
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
