/**
 * Performs a batch: one transaction, a savepoint per action, one answer each. The rule book is `decideAction`; what is
 * added here is what makes it exactly once: the receipt is stored in the transaction of the effect, and nothing is
 * answered before the commit.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { actionSchema, anyActionSchema } from '../../contract/action.ts';
import { answerSchema, type Answer, type Receipt } from '../../contract/receipt.ts';
import type { Action } from '../../domain/action.ts';
import { holdsLane, laneOf } from '../../domain/action.ts';
import { decideAction, type Effects } from '../../domain/decide-action.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, writeFeed } from '../feed/write-feed.ts';
import { expectFiles } from '../files/expect-files.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { sceneFor } from './scene.ts';

export const performActions = async (deps: ServerDeps, person: Person, sent: readonly unknown[]): Promise<readonly Answer[]> => {
  const actions = sent.map(readAction);
  const answers = await deps.database.transaction().execute((transaction) => performAll(deps, transaction, person, actions));
  deps.watch.committed();
  return answers;
};

/** An action this server understands, or one it can at least answer by its id. */
type Read = { readonly id: ActionId; readonly lane: string; readonly after: readonly ActionId[]; readonly action: Action | null; readonly hash: string };

const readAction = (sent: unknown): Read => {
  const parsed = v.safeParse(actionSchema, sent);
  const envelope = parsed.success ? parsed.output : v.safeParse(anyActionSchema, sent);
  if ('issues' in envelope) {
    if (!envelope.success) throw new ProblemError('malformed');
    const { id, subject, after } = envelope.output;
    return { id, lane: `${subject.kind}:${subject.id}`, after: after ?? [], action: null, hash: hashOf(sent) };
  }
  const action: Action = envelope;
  return { id: action.id, lane: laneOf(action), after: action.after ?? [], action, hash: hashOf(action) };
};

const performAll = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, actions: readonly Read[]): Promise<readonly Answer[]> => {
  const stopped: Stopped = { byLane: new Map(), ids: new Set() };
  const answers: Answer[] = [];
  for (const read of actions) {
    const answer = await performOne(deps, transaction, person, read, stopped);
    if (answer.outcome !== 'applied') stopped.ids.add(read.id);
    if (answer.outcome === 'refused' && (read.action === null || holdsLane(read.action.kind))) stopped.byLane.set(read.lane, read.id);
    answers.push(answer);
  }
  return answers;
};

/** Lanes that a refusal of this batch stopped, and actions that were not applied. */
type Stopped = { readonly byLane: Map<string, ActionId>; readonly ids: Set<ActionId> };

const performOne = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, read: Read, stopped: Stopped): Promise<Answer> => {
  const known = await transaction.selectFrom('receipts').selectAll().where('action_id', '=', read.id).executeTakeFirst();
  if (known) {
    const same = known.person_id === person.id && known.payload_hash === read.hash;
    // Not stored: the id already has its receipt, and that one stays.
    return same ? v.parse(answerSchema, JSON.parse(known.answer)) : { outcome: 'refused', id: read.id, at: deps.now(), refusal: { kind: 'id-already-used' } };
  }
  const because = stopped.byLane.get(read.lane) ?? (await refusedAmong(transaction, read.after, stopped));
  if (because) return { outcome: 'not-attempted', id: read.id, because };
  const receipt = read.action ? await judge(deps, transaction, person, read.action) : refused(deps, read.id, { kind: 'not-supported' });
  await transaction.insertInto('receipts').values({ action_id: read.id, person_id: person.id, payload_hash: read.hash, answer: JSON.stringify(receipt) }).execute();
  return receipt;
};

const refusedAmong = async (transaction: Transaction<Schema>, after: readonly ActionId[], stopped: Stopped): Promise<ActionId | null> => {
  const inBatch = after.find((id) => stopped.ids.has(id));
  if (inBatch || after.length === 0) return inBatch ?? null;
  const rows = await transaction.selectFrom('receipts').select('answer').where('action_id', 'in', after).execute();
  const answers = rows.map((row) => v.parse(answerSchema, JSON.parse(row.answer)));
  return answers.find((answer) => answer.outcome === 'refused')?.id ?? null;
};

const judge = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, action: Action): Promise<Receipt> => {
  const scene = await sceneFor(deps, transaction, person, action);
  const decision = decideAction(scene, action);
  if (!decision.ok) return refused(deps, action.id, decision.problem);
  const entries = await expectFiles(transaction, person, decision.value.entries);
  const position = await save(transaction, { ...decision.value, entries }, scene.ticket);
  const raised = action.kind === 'raise-ticket' ? decision.value.tickets[0]?.number : undefined;
  return { outcome: 'applied', id: action.id, at: scene.now, position, ...(raised ? { number: raised } : {}) };
};

const refused = (deps: ServerDeps, id: ActionId, refusal: Refusal): Receipt => ({ outcome: 'refused', id, at: deps.now(), refusal });

const save = async (transaction: Transaction<Schema>, { tickets, entries }: Effects, before: Ticket | null): Promise<number> => {
  const byId = new Map<TicketId, Ticket>(tickets.map((ticket) => [ticket.id, ticket]));
  if (before && !byId.has(before.id)) byId.set(before.id, before);
  for (const ticket of tickets) await saveTicket(transaction, ticket, entries.findLast((entry) => entry.ticketId === ticket.id)?.at ?? null);
  for (const entry of entries) {
    const deskOnly = entry.body.kind === 'note' ? 1 : 0;
    await transaction.insertInto('entries').values({ id: entry.id, ticket_id: entry.ticketId, at: entry.at, desk_only: deskOnly, body: JSON.stringify(entry) }).execute();
  }
  const rows = [...tickets.flatMap(ticketRows), ...entries.flatMap((entry) => entryRows(entry, byId.get(entry.ticketId) as Ticket))];
  return writeFeed(transaction, rows);
};

const saveTicket = async (transaction: Transaction<Schema>, ticket: Ticket, entryAt: number | null): Promise<void> => {
  const lastAt = Math.max(ticket.updatedAt, entryAt ?? 0);
  const body = JSON.stringify(ticket);
  await transaction
    .insertInto('tickets')
    .values({ id: ticket.id, requester_id: ticket.requester.id, partition_id: ticket.partitionId, last_at: lastAt, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_at: lastAt, body }))
    .execute();
};

/** Of the canonical form, keys in order: the same action is the same, however it was written down. */
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, inOrder)).digest('base64url');

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
