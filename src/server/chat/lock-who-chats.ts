/**
 * Whoever accepts a chat and whoever takes the right to away wait for each other, until the transaction ends: neither goes by
 * what the other is just changing.
 */
import type { Transaction } from 'kysely';
import type { Action } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { RecordChange } from '../../domain/records/desk-record.ts';
import { lockLanes, shareLane } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { isElsewhereNow } from '../records/keep-record.ts';
import { openChats, openChatsOf } from './chat-records.ts';

const whoChats = 'who-chats';

/**
 * Before all other lanes; hands back those of the chats that the batch may give back, for it to lock with its own, all in one
 * order. No other chat is accepted meanwhile.
 */
export const lockWhoChats = async (transaction: Transaction<Schema>, actions: readonly Action[]): Promise<readonly string[]> => {
  const changes = actions.flatMap(changesIn);
  const gone = changes.flatMap((change) => (change.of === 'person' && isElsewhereNow(change) ? (change.to?.id ?? []) : []));
  const isForMany = changes.some(takesChatsAway);
  if (gone.length > 0 || isForMany) await lockWhoTakesChats(transaction);
  else if (actions.some(({ kind }) => kind === 'accept-chat')) await shareLane(transaction, whoChats);
  const open: TicketId[] = isForMany ? [...(await openChats(transaction))] : [];
  for (const id of gone) open.push(...(await openChatsOf(transaction, id)));
  return open.map((id) => `ticket:${id}`);
};

/** Before all other lanes: no chat is accepted until the transaction ends. */
export const lockWhoTakesChats = (transaction: Transaction<Schema>): Promise<void> => lockLanes(transaction, [whoChats]);

const changesIn = (action: Action): readonly RecordChange[] => {
  if (action.kind === 'save-record') return [action.data.change];
  return action.kind === 'save-people' ? action.data.changes : [];
};

/** Whoever has this role may take no chats any more, but by another one. */
export const takesChatsAway = ({ of, from, to }: RecordChange): boolean =>
  of === 'role' && (from?.rights.includes('chat-analyst') ?? false) && !to?.rights.includes('chat-analyst');
