import type { PartitionId, PersonId } from '../../domain/ids.ts';
import type { Belonging } from '../../domain/permissions.ts';

/** Whose ticket a row is about, without reading the whole ticket. */
export const belonging = (row: { readonly requester_id: string; readonly partition_id: string }): Belonging => ({
  requester: { id: row.requester_id as PersonId },
  partitionId: row.partition_id as PartitionId,
});
