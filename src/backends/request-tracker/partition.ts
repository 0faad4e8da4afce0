/** RT has no partitions: there is one, made of what the deployment decides. */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import { noChase, type ChasePolicy } from '../../domain/chase-policy.ts';
import type { PartitionId } from '../../domain/ids.ts';
import { usualSimpleStatus, type Partition } from '../../domain/partition.ts';
import type { TicketStatus } from '../../domain/ticket.ts';

export const rtPartitionId = 'request-tracker' as PartitionId;

export const partitionOf = (settings: RequestTrackerSettings): Partition => ({
  id: rtPartitionId,
  name: 'Request Tracker',
  chase: { call: chasePolicyOf(settings), request: chasePolicyOf(settings) },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: settings.reopenWindowDays,
});

export const chasePolicyOf = ({ chase, statuses }: RequestTrackerSettings): ChasePolicy =>
  chase
    ? {
        enabled: true,
        waitMinutes: chase.waitMinutes,
        maxChases: chase.maxChases,
        setStatus: chase.setStatus === undefined ? null : (statuses[chase.setStatus] ?? 'in-progress'),
        escalation: chase.escalation ? { title: chase.escalation.title } : null,
      }
    : noChase;

/** RT's status in the portal's words. */
export const statusOfRt = (status: string, { statuses }: RequestTrackerSettings): TicketStatus => statuses[status] ?? 'in-progress';
