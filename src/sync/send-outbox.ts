/** Sends what waits in the outbox: under the send lock, in batches, until nothing may leave. */
import { BackendFailure, type Outgoing } from '../backends/backend.ts';
import type { Answer } from '../contract/receipt.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { claimBatches, hasUnsent, hold, putBack, recoverInterrupted, storeAnswers, type PutBack } from '../store/outbox-delivery.ts';
import { parseStoredAction } from '../store/outbox.ts';
import { planBatches, type BatchLimits } from './plan-batches.ts';
import type { SendDeps } from './ports.ts';

/** Resolves when nothing more may leave now; rejects with the failure that stopped it, everything put back. */
export const sendOutbox = async (deps: SendDeps): Promise<void> => {
  const { outbox } = deps.store;
  const { capabilities } = deps.backend;
  let limits: BatchLimits = { ...capabilities.batch, requestsAtOnce: capabilities.requestsAtOnce };
  if (!(await hasUnsent(outbox))) return;
  await recoverInterrupted(outbox);
  for (;;) {
    const batches = await claimBatches(outbox, (rows) => planBatches(rows, limits));
    if (batches.length === 0) return;
    const outcomes = await Promise.allSettled(batches.map((batch) => sendBatch(deps, batch)));
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    if (failures.length > 0) limits = afterTooLarge(limits, failures, batches);
    else if (outcomes.every((outcome) => outcome.status === 'fulfilled' && !outcome.value)) throw new BackendFailure('wait', 'nothing was attempted');
  }
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
    await putBack(deps.store.outbox, batch, afterFailure(fault));
    throw fault;
  }
  // Apart from the send on purpose: a fault in the book-keeping must not read as "not sent".
  await storeAnswers(deps.store.outbox, batch, answers);
  return answers.some((answer) => answer.outcome !== 'not-attempted');
};

const outgoing = async (deps: SendDeps, batch: readonly OutboxRow[]): Promise<Outgoing[]> => {
  const actions = batch.map((row) => ({ row, action: parseStoredAction(row) }));
  const mapped = await deps.store.outbox.mappedIds.bulkGet(actions.map(({ action }) => action?.subject.id as never));
  return actions.flatMap(({ row, action }, index) => (action ? [{ action, outcomeUnknown: row.outcomeUnknown, mappedId: mapped[index]?.remote ?? null }] : []));
};

/**
 * Only "too large" is certain to come before anything was done: a 401 or a 426 may be the word of somebody in between,
 * after the desk has done it. A pause for a person is no failed try.
 */
const afterFailure = (fault: unknown): PutBack => {
  const isTry = fault instanceof BackendFailure && fault.kind === 'wait';
  return { outcomeUnknown: !isTooLarge(fault), isTry };
};

/** "Too large" halves the next batches; any other failure stops the sending. */
const afterTooLarge = (limits: BatchLimits, failures: readonly unknown[], batches: readonly (readonly OutboxRow[])[]): BatchLimits => {
  const other = failures.find((fault) => !isTooLarge(fault));
  if (other instanceof Error) throw other;
  const largest = Math.max(...batches.map((batch) => batch.length));
  return { ...limits, maxActions: Math.ceil(Math.min(limits.maxActions, largest) / 2), maxBytes: Math.ceil(limits.maxBytes / 2) };
};

const isTooLarge = (fault: unknown): boolean => fault instanceof BackendFailure && fault.kind === 'too-large';
