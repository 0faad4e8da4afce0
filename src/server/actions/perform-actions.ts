/**
 * Performs a batch: one transaction, a savepoint per action, one answer each. The rule book is `decideAction`; what is
 * added here is what makes it exactly once: the receipt is stored in the transaction of the effect, and nothing is
 * answered before the commit.
 */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
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
import { lockLanes } from '../database/lock-lanes.ts';
import { entryRows, ticketRows, writeFeed, type FeedRow } from '../feed/write-feed.ts';
import { expectFiles } from '../files/expect-files.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { nextNumber, sceneFor } from './scene.ts';

export const performActions = async (deps: ServerDeps, person: Person, sent: readonly unknown[]): Promise<readonly Answer[]> => {
  const actions = sent.map(readAction);
  const performed = await deps.database.transaction().execute((transaction) => performAll(deps, transaction, person, actions));
  if (performed.audiences.length > 0) deps.watch.committed(performed.audiences);
  return performed.answers;
};

/** An action this server understands, or one it can at least answer by its id. */
type Read = { readonly id: ActionId; readonly lane: string; readonly after: readonly ActionId[]; readonly action: Action | null; readonly hash: string };

const readAction = (sent: unknown): Read => {
  // Of what was sent, not of what this version understands of it: the next version may understand more.
  const hash = hashOf(sent);
  const parsed = v.safeParse(actionSchema, sent);
  const envelope = parsed.success ? parsed.output : v.safeParse(anyActionSchema, sent);
  if ('issues' in envelope) {
    if (!envelope.success) throw new ProblemError('malformed');
    const { id, subject, after } = envelope.output;
    return { id, lane: `${subject.kind}:${subject.id}`, after: after ?? [], action: null, hash };
  }
  const action: Action = envelope;
  return { id: action.id, lane: laneOf(action), after: action.after ?? [], action, hash };
};

const performAll = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, actions: readonly Read[]): Promise<Performed> => {
  await lockLanes(
    transaction,
    actions.map((read) => read.lane),
  );
  const batch: Batch = { stoppedLanes: new Map(), notApplied: new Set(), outcomes: [], feed: new Map() };
  for (const read of actions) {
    const outcome = await attempt(deps, transaction, person, read, batch);
    const { answer } = outcome;
    if (answer.outcome !== 'applied') batch.notApplied.add(read.id);
    if (answer.outcome === 'refused' && (read.action === null || holdsLane(read.action.kind))) batch.stoppedLanes.set(read.lane, read.id);
    // A ticket that several actions of the batch touched is read once, as they left it.
    for (const row of outcome.rows) batch.feed.set(`${row.audience} ${row.kind} ${row.entityId}`, row);
    batch.outcomes.push(outcome);
  }
  const answers = await keepAnswers(transaction, person, batch);
  return { answers, audiences: [...new Set([...batch.feed.values()].map((row) => row.audience))] };
};

/** What a batch came to, and who has something new to read. */
type Performed = { readonly answers: readonly Answer[]; readonly audiences: readonly string[] };

type Outcome = {
  readonly read: Read;
  readonly answer: Answer;
  /** False for an answer that is stored already, or that is none. */
  readonly isNew: boolean;
  readonly rows: readonly FeedRow[];
};

type Batch = {
  /** Lanes that a refusal of this batch stopped, with the refused action. */
  readonly stoppedLanes: Map<string, ActionId>;
  readonly notApplied: Set<ActionId>;
  readonly outcomes: Outcome[];
  readonly feed: Map<string, FeedRow>;
};

/** Feed positions are taken last, so that nobody waits long for the row they come from; every effect is at or before the one reached. */
const keepAnswers = async (transaction: Transaction<Schema>, person: Person, batch: Batch): Promise<readonly Answer[]> => {
  const position = batch.feed.size > 0 ? await writeFeed(transaction, [...batch.feed.values()]) : 0;
  const answers: Answer[] = [];
  for (const { read, answer, isNew } of batch.outcomes) {
    const kept = isNew && answer.outcome === 'applied' ? { ...answer, position } : answer;
    if (isNew)
      await transaction
        .insertInto('receipts')
        .values({ action_id: read.id, person_id: person.id, payload_hash: read.hash, answer: JSON.stringify(kept) })
        .execute();
    answers.push(kept);
  }
  return answers;
};

/**
 * One action in a savepoint of its own. A fault in it (a bug, a deadlock) undoes this action alone; the device is told
 * that it was not attempted and comes again, while the others of the batch are done.
 */
const attempt = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, read: Read, batch: Batch): Promise<Outcome> => {
  await sql`savepoint action`.execute(transaction);
  try {
    const outcome = await performOne(deps, transaction, person, read, batch);
    await sql`release savepoint action`.execute(transaction);
    return outcome;
  } catch (fault) {
    await sql`rollback to savepoint action`.execute(transaction);
    deps.log('fault', {
      name: fault instanceof Error ? fault.name : 'unknown',
      message: fault instanceof Error ? fault.message : '',
      kind: read.action?.kind ?? null,
    });
    batch.stoppedLanes.set(read.lane, read.id);
    return { read, answer: { outcome: 'not-attempted', id: read.id, because: read.id }, isNew: false, rows: [] };
  }
};

const performOne = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, read: Read, batch: Batch): Promise<Outcome> => {
  const settled = (answer: Answer): Outcome => ({ read, answer, isNew: false, rows: [] });
  const twin = batch.outcomes.find((outcome) => outcome.read.id === read.id);
  if (twin) return settled(twin.read.hash === read.hash ? twin.answer : usedId(deps, read.id));
  const known = await transaction.selectFrom('receipts').selectAll().where('action_id', '=', read.id).executeTakeFirst();
  if (known) {
    const isSame = known.person_id === person.id && known.payload_hash === read.hash;
    return settled(isSame ? v.parse(answerSchema, JSON.parse(known.answer)) : usedId(deps, read.id));
  }
  const because = batch.stoppedLanes.get(read.lane) ?? (await refusedAmong(transaction, read.after, batch));
  if (because) return settled({ outcome: 'not-attempted', id: read.id, because });
  if (!read.action) return { read, answer: refused(deps, read.id, { kind: 'not-supported' }), isNew: true, rows: [] };
  return judge(deps, transaction, person, read, read.action);
};

/** Not stored: the id has its receipt already, and that one stays. */
const usedId = (deps: ServerDeps, id: ActionId): Receipt => refused(deps, id, { kind: 'id-already-used' });

const refusedAmong = async (transaction: Transaction<Schema>, after: readonly ActionId[], batch: Batch): Promise<ActionId | null> => {
  const inBatch = after.find((id) => batch.notApplied.has(id));
  if (inBatch || after.length === 0) return inBatch ?? null;
  const rows = await transaction.selectFrom('receipts').select('answer').where('action_id', 'in', after).execute();
  const answers = rows.map((row) => v.parse(answerSchema, JSON.parse(row.answer)));
  return answers.find((answer) => answer.outcome === 'refused')?.id ?? null;
};

const judge = async (deps: ServerDeps, transaction: Transaction<Schema>, person: Person, read: Read, action: Action): Promise<Outcome> => {
  const scene = await sceneFor(deps, transaction, person, action);
  const decision = decideAction(scene, action);
  if (!decision.ok) return { read, answer: refused(deps, read.id, decision.problem), isNew: true, rows: [] };
  // A number is given to what was taken, so that numbers have no gaps.
  const number = action.kind === 'raise-ticket' ? await nextNumber(transaction) : null;
  const tickets = number === null ? decision.value.tickets : decision.value.tickets.map((ticket) => ({ ...ticket, number }));
  const entries = await expectFiles(transaction, person, decision.value.entries);
  const rows = await save(transaction, { tickets, entries }, scene.ticket);
  return { read, answer: { outcome: 'applied', id: action.id, at: scene.now, position: 0, ...(number === null ? {} : { number }) }, isNew: true, rows };
};

const refused = (deps: ServerDeps, id: ActionId, refusal: Refusal): Receipt => ({ outcome: 'refused', id, at: deps.now(), refusal });

const save = async (transaction: Transaction<Schema>, { tickets, entries }: Effects, before: Ticket | null): Promise<readonly FeedRow[]> => {
  const byId = new Map<TicketId, Ticket>(tickets.map((ticket) => [ticket.id, ticket]));
  if (before && !byId.has(before.id)) byId.set(before.id, before);
  for (const ticket of tickets) await saveTicket(transaction, ticket, entries.findLast((entry) => entry.ticketId === ticket.id)?.at ?? null);
  for (const entry of entries) {
    const deskOnly = entry.body.kind === 'note' ? 1 : 0;
    await transaction
      .insertInto('entries')
      .values({ id: entry.id, ticket_id: entry.ticketId, at: entry.at, desk_only: deskOnly, body: JSON.stringify(entry) })
      .execute();
  }
  return [...tickets.flatMap(ticketRows), ...entries.flatMap((entry) => entryRows(entry, byId.get(entry.ticketId) as Ticket))];
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
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
