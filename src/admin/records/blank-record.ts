/** What a new record begins as. */
import type { CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId, StatusId } from '../../domain/ids.ts';
import { usualPortal } from '../../domain/records/portal-record.ts';
import type { DeskRecord, RecordKind } from '../../domain/records/desk-record.ts';

/** `count` is how many there are: a new rule is tried after them. */
export const blankRecord = (of: RecordKind, id: string, known: { readonly partitionId: PartitionId; readonly count: number }): DeskRecord['body'] => {
  switch (of) {
    case 'group':
      return { id: id as GroupId, name: '', memberIds: [] };
    case 'call-template':
      return { id: id as CallTemplateId, name: '', subject: '', callType: 'fault', priority: 'normal', recipient: null };
    case 'routing-rule':
      return {
        id: id as RoutingRuleId,
        name: '',
        rank: (known.count + 1) * 10,
        when: { source: null, partitionId: null, callType: null, priority: null, contains: '' },
        recipient: { kind: 'group', id: '' as GroupId },
      };
    case 'status':
      return { id: id as StatusId, name: '', for: 'call', phase: 'in-progress', simple: null };
    case 'person':
      return { id: id as PersonId, name: '', email: '', partitionId: known.partitionId, roles: ['employee'], userName: '', hasLeft: false };
    // There are those that there are.
    case 'role':
      return { id: 'employee', rights: [] };
    case 'portal':
      return usualPortal;
  }
};
