/**
 * Tells how the queues stand: apart from the actions that moved them, and at most so often as somebody calls it, so that 500
 * chats do not wake every employee 500 times.
 */
import type { PartitionId } from '../../domain/ids.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import { writeFeed } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import { readChatPartitions } from './chat-list.ts';
import { readQueue, untold } from './queue-news.ts';

type TellDeps = Pick<ServerDeps, 'database' | 'writeTogether' | 'watch' | 'now'>;

export const tellQueues = async (deps: TellDeps): Promise<void> => {
  for (const partitionId of await readChatPartitions(deps.database)) await tellQueue(deps, partitionId as PartitionId);
};

const tellQueue = async (deps: TellDeps, partitionId: PartitionId): Promise<void> => {
  // Most looks find nothing to tell: they take no lock.
  if ((await untold(deps.database, partitionId, await readQueue(deps.database, partitionId, deps.now()))).length === 0) return;
  const told = await deps.writeTogether(async (transaction) => {
    await lockLanes(transaction, [`chat-queue:${partitionId}`]);
    const rows = await untold(transaction, partitionId, await readQueue(transaction, partitionId, deps.now()));
    if (rows.length > 0) await writeFeed(transaction, rows);
    return rows.map(({ audience }) => audience);
  });
  if (told.length > 0) deps.watch.committed([...new Set(told)]);
};
