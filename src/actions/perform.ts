/** The one way to write: an action goes into the outbox in one strict transaction, or nothing happened. */
import { Dexie, type Table } from 'dexie';
import type { Action, TicketActionBody } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { emptyCache } from '../store/cache-pages.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { newOutboxRow } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';

/** Performs one action on a ticket. Resolves with its id once it is on the disk: then it is never lost. */
export const performOnTicket = async (deps: ActionDeps, ticketId: TicketId, body: TicketActionBody, id: ActionId = mint<ActionId>(deps)): Promise<ActionId> => {
  await durably(deps, [deps.store.outbox.actions], () => enqueue(deps, ticketAction(deps, ticketId, body, id)));
  deps.onPerformed();
  return id;
};

/** An action as it will be sent: whatever was typed or pasted, its text can be kept by every desk. */
export const ticketAction = (
  deps: Pick<ActionDeps, 'now'>,
  ticketId: TicketId,
  body: TicketActionBody,
  id: ActionId,
  replaces: ActionId | null = null,
): Action => ({
  v: 1,
  id,
  subject: { kind: 'ticket', id: ticketId },
  at: deps.now(),
  ...(replaces === null ? {} : { replaces }),
  ...writableThroughout(body),
});

/** Adds the action to the outbox, at the end of its lane, or in the place of one that it replaces. Inside a transaction. */
export const enqueue = async (deps: ActionDeps, action: Action, shownWith: OutboxRow['shownWith'] = null): Promise<void> => {
  const { actions } = deps.store.outbox;
  const row = newOutboxRow(action, shownWith);
  const replaced = action.replaces ? await actions.where('id').equals(action.replaces).first() : undefined;
  // Its place in the lane is kept: what waits behind it must not overtake it.
  if (replaced) await actions.put({ ...row, seq: replaced.seq });
  else await actions.add(row);
};

/**
 * Runs a transaction over the outbox. When the disk is full the cache makes room, once: what the desk said can be read
 * again, what the person typed cannot. A second failure is the caller's to show, with nothing half done.
 */
export const durably = async <Value>(deps: ActionDeps, tables: Table[], task: () => Promise<Value>): Promise<Value> => {
  const run = (): Promise<Value> => deps.store.outbox.transaction('rw', tables, async () => task()) as Promise<Value>;
  try {
    return await run();
  } catch (fault) {
    if (!isQuotaExceeded(fault)) throw fault;
    await emptyCache(deps.store.cache);
    return run();
  }
};

/** The quota is noticed when a transaction commits, so it arrives as the reason of an abort as often as by its own name. */
const isQuotaExceeded = (fault: unknown): boolean =>
  fault instanceof Error && (fault.name === 'QuotaExceededError' || (fault instanceof Dexie.DexieError && isQuotaExceeded(fault.inner)));
