/** A small organisation that a test can hold in its head: two partitions, an analyst in each, one ticket per employee, one service. */
import type { Instant } from '../domain/instant.ts';
import type { CallTemplateId, EntryId, FlowId, PartitionId, PersonId, QuestionId, ServiceId, StepId, TicketId } from '../domain/ids.ts';
import { settingsOf, type PartitionSettings } from '../domain/settings/partition-settings.ts';
import { usualSimpleStatus, type Partition } from '../domain/partition.ts';
import type { Person, Role } from '../domain/person.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { DeskRecord } from '../domain/records/desk-record.ts';
import { usualRights } from '../domain/rights.ts';
import type { Service } from '../domain/service.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Organisation } from './install-organisation.ts';
import { usualRoles } from './records/hold-records.ts';

export const ticketIds = {
  ada: '01900000-0000-7000-8000-0000000000a1' as TicketId,
  ben: '01900000-0000-7000-8000-0000000000b1' as TicketId,
  cleo: '01900000-0000-7000-8000-0000000000c1' as TicketId,
};

export const smallOrganisation = (now: Instant): Organisation => {
  const people = [
    aPerson('ada', 'council'),
    aPerson('ben', 'council'),
    aPerson('cleo', 'hospital'),
    aPerson('gus', 'council', ['employee', 'analyst']),
    aPerson('hugo', 'hospital', ['employee', 'analyst']),
    aPerson('sam', 'council', ['employee', 'administrator']),
    aPerson('tess', 'hospital', ['employee', 'administrator']),
  ];
  const requesters = people.filter((person) => person.id in ticketIds);
  const partitions = [aPartition('council'), aPartition('hospital')];
  return {
    partitions,
    settings: partitions.map((partition) => ({ ...escalatingSettings(partition), asksForReason: partition.id === 'hospital' })),
    records: deskRecords,
    people: people.map((person) => ({ person, user: person.id, password: `${person.id}-portico` })),
    services: [mouse],
    flows: [mouseFlow(1), mouseFlow(2)],
    articles: [],
    tickets: requesters.map((requester, index) => {
      const ticket = aTicket(ticketIds[requester.id as string as keyof typeof ticketIds], requester, `R-${1001 + index}`, now);
      return {
        ticket,
        entries: [
          {
            id: `${ticket.id}/raised` as EntryId,
            ticketId: ticket.id,
            at: now,
            by: { id: requester.id, name: requester.name, side: 'person' },
            body: { kind: 'raised' },
          },
        ],
      };
    }),
  };
};

/** The usual roles, and the template of the call that the last chase logs. */
export const deskRecords: readonly DeskRecord[] = [
  ...usualRoles,
  {
    of: 'call-template',
    body: {
      id: 'chased' as CallTemplateId,
      name: 'Chased',
      subject: 'Chased to the maximum',
      callType: 'complaint',
      priority: 'high',
      recipient: null,
    },
  },
];

export const escalatingSettings = (partition: Partition): PartitionSettings => {
  const settings = settingsOf(partition);
  const escalation = 'chased' as CallTemplateId;
  return { ...settings, chase: { call: { ...settings.chase.call, escalation }, request: { ...settings.chase.request, escalation } } };
};

/** Asks one thing, in a second version; for the council only. */
const mouse: Service = {
  id: 'mouse' as ServiceId,
  partitionIds: ['council' as PartitionId],
  title: 'A mouse',
  summary: 'To point with.',
  category: { id: 'things', title: 'Things', icon: 'laptop' },
  icon: 'laptop',
  makes: 'request',
  flow: { id: 'mouse' as FlowId, version: 2 },
  keywords: [],
  oftenAsked: null,
  articleIds: [],
  targetHours: 24,
};

const mouseFlow = (version: number): QuestionFlow => ({
  id: 'mouse' as FlowId,
  version,
  title: 'A mouse',
  titleFrom: 'colour' as QuestionId,
  steps: [{ id: 'step' as StepId, questions: [{ id: 'colour' as QuestionId, kind: 'short-text', label: 'Which colour?' }] }],
});

const aPerson = (name: string, partition: string, roles: readonly Role[] = ['employee']): Person => ({
  id: name as PersonId,
  name: name.slice(0, 1).toUpperCase() + name.slice(1),
  email: `${name}@example.org`,
  partitionId: partition as PartitionId,
  roles,
  rights: usualRights(roles),
});

const aPartition = (name: string): Partition => {
  const chase = { enabled: true, waitMinutes: 60, maxChases: 2, setStatus: null, escalation: { title: 'Chased to the maximum' } };
  return {
    id: name as PartitionId,
    name,
    chase: { call: chase, request: chase },
    simpleStatus: usualSimpleStatus,
    reopenWindowDays: 14,
  };
};

const aTicket = (id: TicketId, requester: Person, number: string, now: Instant): Ticket => ({
  id,
  number,
  kind: 'call',
  title: 'The printer is on fire',
  partitionId: requester.partitionId,
  requester: { id: requester.id, name: requester.name },
  serviceId: null,
  flow: null,
  answers: [],
  raisedAt: now,
  updatedAt: now,
  statuses: [{ id: `${id}/status` as EntryId, at: now, status: 'new' }],
  chases: [],
  deskWroteAt: null,
  readAt: now,
  dueAt: null,
  escalationCallId: null,
  escalates: null,
});
