/** What Northwind's desk keeps: its groups, the templates of the calls it logs itself and who gets them, and statuses of its own. */
import type { DeskRecord } from '../../domain/records/desk-record.ts';
import { usualRoles } from '../records/hold-records.ts';
import { fromPlain } from './plain.ts';

export const sampleRecords: readonly DeskRecord[] = [
  ...usualRoles,
  ...fromPlain<readonly DeskRecord[]>([
    { of: 'group', body: { id: 'first-line', name: 'First line', memberIds: ['gus', 'hal'] } },
    { of: 'group', body: { id: 'network', name: 'Network', memberIds: ['gus'] } },
    { of: 'group', body: { id: 'hospital-desk', name: 'Hospital desk', memberIds: ['ines'] } },
    {
      of: 'call-template',
      body: {
        id: 'chased',
        name: 'Chased without an answer',
        subject: 'Chased without an answer',
        callType: 'complaint',
        priority: 'high',
        recipient: { kind: 'group', id: 'first-line' },
      },
    },
    {
      of: 'call-template',
      body: {
        id: 'ward',
        name: 'A ward is waiting',
        subject: 'Ward is still waiting',
        callType: 'complaint',
        priority: 'urgent',
        recipient: { kind: 'group', id: 'first-line' },
      },
    },
    {
      of: 'call-template',
      body: { id: 'chat', name: 'Chat', subject: 'Chat', callType: 'question', priority: 'normal', recipient: { kind: 'group', id: 'first-line' } },
    },
    {
      of: 'call-template',
      body: {
        id: 'registered',
        name: 'Somebody registers',
        subject: 'Asks for an account',
        callType: 'access',
        priority: 'normal',
        recipient: { kind: 'group', id: 'first-line' },
      },
    },
    {
      of: 'call-template',
      body: {
        id: 'registered-ward',
        name: 'Somebody registers at the hospital',
        subject: 'Asks for an account',
        callType: 'access',
        priority: 'normal',
        recipient: { kind: 'group', id: 'hospital-desk' },
      },
    },
    { of: 'status', body: { id: 'customer-chased', name: 'Customer chased', for: 'call', phase: 'in-progress', simple: null } },
    { of: 'status', body: { id: 'on-order', name: 'On order', for: 'request', phase: 'waiting-for-supplier', simple: null } },
    { of: 'portal', body: { id: 'portal', registrationIsOpen: true, registrationLogsCall: true, registrationDomains: [] } },
    {
      of: 'routing-rule',
      body: {
        id: 'network-words',
        name: 'What is about the network',
        rank: 10,
        when: { source: null, partitionId: null, callType: null, priority: null, contains: 'vpn' },
        recipient: { kind: 'group', id: 'network' },
      },
    },
  ]),
];
