/** Sends what waits in the outbox: under the send lock, several requests at a time, until nothing may leave. */
import { BackendFailure, type Outgoing } from '../backends/backend.ts';
import type { Answer } from '../contract/receipt.ts';
import type { Action } from '../domain/action.ts';
import type { TicketId } from '../domain/ids.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { claimBatch, hasUnsent, hold, putBack, recoverInterrupted, storeAnswers, type PutBack } from '../store/outbox-delivery.ts';
import { isWhole, readBytes } from '../store/files.ts';
import { parseStoredAction } from '../store/outbox.ts';
import { halvedLimits, planBatch, type BatchLimits } from './plan-batch.ts';
import type { SendDeps } from './ports.ts';

/** A request that has left. It always lands: with what went wrong, or with whether the desk settled any of it. */
type Flight = { readonly rows: readonly OutboxRow[]; readonly landing: Promise<Landed> };
type Landed = { readonly flight: Flight; readonly settled: boolean; readonly fault: Error | null };

/** Resolves when nothing more may leave now; rejects with the failure that stopped it, once every request has landed. */
export const sendOutbox = async (deps: SendDeps): Promise<void> => {
  if (!(await hasUnsent(deps.store.outbox))) return;
  await recoverInterrupted(deps.store.outbox, deps.clock.now());
  await deps.backend.prepareToSend(deps.store.person.id);
  const flights = new Set<Flight>();
  try {
    await sendAll(deps, flights);
  } finally {
    // Whoever comes next under the lock must find nothing in the air.
    await Promise.all([...flights].map(({ landing }) => landing));
  }
};

const sendAll = async (deps: SendDeps, flights: Set<Flight>): Promise<void> => {
  const { capabilities } = deps.backend;
  let limits: BatchLimits = capabilities.batch;
  /** What the desk would not even try now: its lanes stay where they are, the others go on. */
  const stalled: OutboxRow[] = [];
  for (;;) {
    while (flights.size < capabilities.requestsAtOnce) {
      const flight = await depart(deps, limits, flights, stalled);
      if (flight === null) break;
      flights.add(flight);
    }
    if (flights.size === 0) break;
    const { flight, settled, fault } = await Promise.race([...flights].map(({ landing }) => landing));
    flights.delete(flight);
    if (isTooLarge(fault)) limits = halvedLimits(limits, flight.rows);
    else if (fault) throw fault;
    else if (!settled) stalled.push(...flight.rows);
  }
  if (stalled.length > 0) throw new BackendFailure('wait', 'nothing was attempted');
};

/** Null when nothing more may leave beside what is in the air. */
const depart = async (deps: SendDeps, limits: BatchLimits, flights: ReadonlySet<Flight>, stalled: readonly OutboxRow[]): Promise<Flight | null> => {
  const onTheirWay = [...[...flights].flatMap(({ rows }) => rows), ...stalled];
  const rows = await claimBatch(deps.store.outbox, (unsettled) => planBatch(unsettled, limits, onTheirWay), flights.size === 0);
  if (rows.length === 0) return null;
  const flight: Flight = {
    rows,
    landing: sendBatch(deps, rows).then(
      (settled) => ({ flight, settled, fault: null }),
      (fault: unknown) => ({ flight, settled: false, fault: fault instanceof Error ? fault : new Error(String(fault)) }),
    ),
  };
  return flight;
};

/** True when at least one action is settled. */
const sendBatch = async (deps: SendDeps, batch: readonly OutboxRow[]): Promise<boolean> => {
  let answers: readonly Answer[];
  try {
    answers = await deps.backend.perform(deps.store.person.id, await outgoing(deps, batch));
  } catch (fault) {
    const [row] = batch;
    if (row && batch.length === 1 && isTooLarge(fault)) {
      // Smaller it will not get by itself: the person decides, and nothing else waits for it.
      await hold(deps.store.outbox, row, { kind: row.outcomeUnknown ? 'please-check' : 'too-large-to-send' });
      return true;
    }
    await putBack(deps.store.outbox, batch, afterFailure(fault), deps.clock.now());
    throw fault;
  }
  // Apart from the send on purpose: a fault in the book-keeping must not read as "not sent".
  await storeAnswers(deps.store.outbox, batch, answers);
  return answers.some((answer) => answer.outcome !== 'not-attempted');
};

const outgoing = async (deps: SendDeps, batch: readonly OutboxRow[]): Promise<Outgoing[]> => {
  const actions = batch.flatMap((row) => {
    const action = parseStoredAction(row);
    return action ? [{ row, action }] : [];
  });
  const mapped = await deps.store.outbox.mappedIds.bulkGet(actions.map(({ action }) => action.subject.id as TicketId));
  return Promise.all(
    actions.map(async ({ row, action }, index) => ({
      action,
      outcomeUnknown: row.outcomeUnknown,
      unknownSince: row.unknownSince ?? null,
      mappedId: mapped[index]?.remote ?? null,
      bytes: await inlineBytes(deps, action),
    })),
  );
};

/** Where files go with their action, so do their bytes; one that is not what was promised goes without, and is refused. */
const inlineBytes = async ({ backend, store }: SendDeps, action: Action): Promise<ArrayBuffer | null> => {
  if (action.kind !== 'attach' || backend.capabilities.files.mode !== 'inline') return null;
  const bytes = await readBytes(store.outbox, action.id);
  return (await isWhole(bytes, action.data.file)) ? bytes : null;
};

/**
 * Only what the adapter says so of is certain to have come before anything was done: a 401 or a 426 may be the word of
 * somebody in between, after the desk has done it. A pause for a person is no failed try.
 */
const afterFailure = (fault: unknown): PutBack => {
  const isTry = fault instanceof BackendFailure && fault.kind === 'wait';
  return { outcomeUnknown: !(fault instanceof BackendFailure && fault.beforeSending), isTry };
};

const isTooLarge = (fault: unknown): boolean => fault instanceof BackendFailure && fault.kind === 'too-large';
