/**
 * Performs a batch: one transaction, a savepoint per action, one answer each. The rule book is `decideAction`; what is
 * added here is what makes it exactly once: the receipt is stored in the transaction of the effect, and nothing is
 * answered before the commit.
 */
import { sql, type Transaction } from 'kysely';
import type { Answer, Receipt } from '../../contract/receipt.ts';
import { holdsLane, isOnTicket, type Action, type TicketAction } from '../../domain/action.ts';
import { decideAtDesk } from '../../domain/decide-at-desk.ts';
import { decideChat } from '../../domain/chat/decide-chat.ts';
import { decideAction } from '../../domain/decide-action.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { awaitingAudiences, writeFeed, type FeedRow } from '../feed/write-feed.ts';
import { factsOfFault } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';
import { createBatchRecords, saveReceipts, type BatchRecords, type TicketRecord } from './batch-records.ts';
import { createOffered } from './offered-service.ts';
import { readPerson } from '../chat/chat-list.ts';
import { lockWhoChats } from '../chat/lock-who-chats.ts';
import { performAvailability, performQueueSwitch } from '../chat/perform-switches.ts';
import { performInvitation } from './perform-invitation.ts';
import { performPeople } from './perform-people.ts';
import { performRecord } from './perform-record.ts';
import { performRegistrationDecision } from './perform-registration-decision.ts';
import { performSettings } from './perform-settings.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';
import { readAction, type ReadAction } from './read-action.ts';
import { saveEffects } from './save-effects.ts';
import { tellRecipients } from './tell-recipients.ts';
import { sceneFor } from './scene.ts';

export const performActions = async (deps: ServerDeps, person: Person, sent: readonly unknown[]): Promise<readonly Answer[]> => {
  const actions = sent.map(readAction);
  const performed = await deps.writeTogether((transaction) => performAll(deps, transaction, person, actions));
  // Also where nobody has anything to read: a letter may be waiting.
  deps.watch.committed(performed.audiences);
  return performed.answers;
};

/** What a batch came to, and who has something new to read. */
type Performed = { readonly answers: readonly Answer[]; readonly audiences: readonly string[] };

const performAll = async (deps: ServerDeps, transaction: Transaction<Schema>, sender: Person, actions: readonly ReadAction[]): Promise<Performed> => {
  const lanes = actions.flatMap(({ lane }) => (isOfAdministrators(lane) ? [lane, 'records'] : [lane]));
  // Nobody is in two chats at once, whatever tickets they are on.
  const own = actions.some(({ action }) => action?.kind === 'ask-chat' || action?.kind === 'accept-chat') ? [`person:${sender.id}`] : [];
  const chats = await lockWhoChats(
    transaction,
    actions.flatMap(({ action }) => action ?? []),
  );
  await lockLanes(transaction, [...lanes, ...own, ...chats]);
  const person = await asTheyAre(transaction, sender, actions);
  const records = await createBatchRecords(transaction, [...new Set(actions.flatMap(({ id, after }) => [id, ...after]))]);
  const batch: Batch = {
    deps,
    transaction,
    person,
    records,
    offered: createOffered(deps, transaction),
    stoppedLanes: new Map(),
    outcomesById: new Map(),
    feed: new Map(),
  };
  const answers: Answer[] = [];
  for (const read of actions) answers.push(await answerOne(batch, read));
  return finish(batch, answers);
};

/** Whoever accepts a chat may have lost the right to while this waited, and whoever has left meanwhile has none any more. */
const asTheyAre = async (transaction: Transaction<Schema>, sender: Person, actions: readonly ReadAction[]): Promise<Person> =>
  actions.some(({ action }) => action?.kind === 'accept-chat') ? ((await readPerson(transaction, sender.id)) ?? { ...sender, rights: [] }) : sender;

/** Settings name records and records name each other: while one is judged, no other changes. */
const isOfAdministrators = (lane: string): boolean => lane.startsWith('record:') || lane.startsWith('partition:');

type Batch = {
  readonly deps: ServerDeps;
  readonly transaction: Transaction<Schema>;
  readonly person: Person;
  readonly records: BatchRecords;
  readonly offered: ReturnType<typeof createOffered>;
  /** Lanes that a refusal of this batch stopped, with the refused action. */
  readonly stoppedLanes: Map<string, ActionId>;
  readonly outcomesById: Map<ActionId, Outcome>;
  /** What several actions of the batch touched is read once, as they left it. */
  readonly feed: Map<string, FeedRow>;
};

type Outcome = {
  readonly hash: string;
  readonly answer: Answer;
  /** False for an answer that is stored already, or that is none. */
  readonly isNew: boolean;
  readonly tickets: readonly TicketRecord[];
  readonly rows: readonly FeedRow[];
};

const answerOne = async (batch: Batch, read: ReadAction): Promise<Answer> => {
  const twin = batch.outcomesById.get(read.id);
  if (twin) return twin.hash === read.hash ? twin.answer : usedId(batch, read.id);
  const outcome = await attempt(batch, read);
  batch.outcomesById.set(read.id, outcome);
  const { answer } = outcome;
  if (answer.outcome === 'refused' && (read.action === null || holdsLane(read.action.kind))) batch.stoppedLanes.set(read.lane, read.id);
  for (const record of outcome.tickets) batch.records.keepTicket(record);
  for (const row of outcome.rows) batch.feed.set(`${row.audience} ${row.kind} ${row.entityId}`, row);
  return answer;
};

/** Until the feed has been written, at the end. */
const notYetPlaced = 0;

/** Feed positions are taken last, so that nobody waits long for the row they come from; every effect is at or before the one reached. */
const finish = async ({ transaction, person, records, outcomesById, feed }: Batch, answers: readonly Answer[]): Promise<Performed> => {
  await records.saveTickets();
  const rows = [...feed.values()];
  const awaiting = [...outcomesById.values()].flatMap(({ tickets }) => tickets.flatMap(({ ticket }) => awaitingAudiences(ticket)));
  const reached = rows.length > 0 ? await writeFeed(transaction, rows, [...new Set(awaiting)]) : notYetPlaced;
  const placed = (answer: Answer): Answer => (answer.outcome === 'applied' && answer.position === notYetPlaced ? { ...answer, position: reached } : answer);
  const receipts = [...outcomesById.values()].filter(({ isNew }) => isNew).map(({ answer, hash }) => ({ answer: placed(answer), hash }));
  await saveReceipts(transaction, person.id, receipts);
  return { answers: answers.map(placed), audiences: [...new Set([...rows.map(({ audience }) => audience), ...awaiting])] };
};

/**
 * One action in a savepoint of its own. A fault in it (a bug, a deadlock) undoes this action alone; the device is told
 * that it was not attempted and comes again, while the others of the batch are done.
 */
const attempt = async (batch: Batch, read: ReadAction): Promise<Outcome> => {
  const { deps, transaction } = batch;
  await sql`savepoint action`.execute(transaction);
  try {
    const outcome = await performOne(batch, read);
    await sql`release savepoint action`.execute(transaction);
    return outcome;
  } catch (fault) {
    await sql`rollback to savepoint action`.execute(transaction);
    batch.records.forgetRead();
    deps.log('fault', { ...factsOfFault(fault), kind: read.action?.kind ?? null });
    batch.stoppedLanes.set(read.lane, read.id);
    return settled(read, { outcome: 'not-attempted', id: read.id, because: read.id });
  }
};

const settled = ({ hash }: ReadAction, answer: Answer): Outcome => ({ hash, answer, isNew: false, tickets: [], rows: [] });

const performOne = async (batch: Batch, read: ReadAction): Promise<Outcome> => {
  const known = batch.records.receipt(read.id);
  if (known) {
    const isSame = known.personId === batch.person.id && known.hash === read.hash;
    return settled(read, isSame ? known.answer : usedId(batch, read.id));
  }
  const because = batch.stoppedLanes.get(read.lane) ?? read.after.find((id) => isNotApplied(batch, id));
  if (because) return settled(read, { outcome: 'not-attempted', id: read.id, because });
  if (!read.action) return { ...settled(read, refused(batch, read.id, { kind: 'not-supported' })), isNew: true };
  return judge(batch, read, read.action);
};

/** Not stored: the id has its receipt already, and that one stays. */
const usedId = (batch: Batch, id: ActionId): Receipt => refused(batch, id, { kind: 'id-already-used' });

/** Refused at any time, or in this batch not even attempted. */
const isNotApplied = ({ outcomesById, records }: Batch, id: ActionId): boolean => {
  const answer = outcomesById.get(id)?.answer ?? records.receipt(id)?.answer;
  return answer !== undefined && answer.outcome !== 'applied';
};

const judge = async (batch: Batch, read: ReadAction, action: Action): Promise<Outcome> => {
  if (isOnTicket(action)) return judgeOnTicket(batch, read, action);
  const performed = await performElsewhere(batch, action);
  if (!performed.ok) return { ...settled(read, refused(batch, read.id, performed.problem)), isNew: true };
  const { at, rows, tickets = [] } = performed.value;
  return { hash: read.hash, answer: { outcome: 'applied', id: action.id, at, position: notYetPlaced }, isNew: true, tickets, rows };
};

/** What is about a person or a partition, and about no ticket. */
const performElsewhere = (batch: Batch, action: Exclude<Action, TicketAction>): Promise<Result<PerformedElsewhere, Refusal>> => {
  switch (action.kind) {
    case 'save-settings':
      return performSettings(batch, action);
    case 'set-availability':
      return performAvailability(batch, action);
    case 'set-chat-queue':
      return performQueueSwitch(batch, action);
    case 'save-record':
      return performRecord(batch, action);
    case 'save-people':
      return performPeople(batch, action);
    case 'invite-person':
      return performInvitation(batch, action);
    case 'approve-registration':
    case 'decline-registration':
      return performRegistrationDecision(batch, action);
  }
};

const judgeOnTicket = async (batch: Batch, read: ReadAction, action: TicketAction): Promise<Outcome> => {
  const { transaction, records, person } = batch;
  const scene = await sceneFor(batch, person, action);
  const decision = decideAction(scene, action, decideChat, decideAtDesk);
  if (!decision.ok) return { ...settled(read, refused(batch, read.id, decision.problem)), isNew: true };
  const { number, tickets, rows } = await saveEffects({ transaction, records }, person, action, decision.value);
  await tellRecipients(batch, decision.value);
  const answer: Answer = { outcome: 'applied', id: action.id, at: scene.now, position: notYetPlaced, ...(number === null ? {} : { number }) };
  return { hash: read.hash, answer, isNew: true, tickets, rows };
};

const refused = ({ deps }: Batch, id: ActionId, refusal: Refusal): Receipt => ({ outcome: 'refused', id, at: deps.now(), refusal });
