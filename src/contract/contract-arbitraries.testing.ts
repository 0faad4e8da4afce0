/** Random things of the domain as they cross the wire: whole values that the schemas must let through unchanged. */
import fc from 'fast-check';
import { actionKinds, type Action, type ActionBody } from '../domain/action.ts';
import {
  aManifest,
  aPartition,
  aPerson,
  aRecordSave,
  aRegistrationDecision,
  aSave,
  anInvitation,
  somePeopleSave,
  aSetAvailability,
  aSetChatQueue,
  aTicket,
  anAction,
  anEntry,
  named,
} from '../domain/builders.testing.ts';
import { chatEnders, chatRatings, type ChatFact } from '../domain/chat/chat.ts';
import type { ChatHours } from '../domain/chat/chat-hours.ts';
import { weekdays } from '../domain/chat/chat-hours.ts';
import type { ChatQueue } from '../domain/chat/chat-queue.ts';
import { availabilities, chatObstacles, type Presence } from '../domain/chat/presence.ts';
import { anyAnswerValue } from '../domain/flow-arbitraries.testing.ts';
import type {
  ActionId,
  ArticleId,
  CallTemplateId,
  EntryId,
  FlowId,
  GroupId,
  PartitionId,
  PersonId,
  QuestionId,
  RoutingRuleId,
  ServiceId,
  StatusId,
  TicketId,
} from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import { settingsPlaces, type SettingsChange } from '../domain/settings/settings-place.ts';
import type { RecordChange } from '../domain/records/desk-record.ts';
import { rights } from '../domain/rights.ts';
import { roles, type Person } from '../domain/person.ts';
import type { AnswerValue } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import { callTypes, priorities, ticketSources } from '../domain/call.ts';
import { simpleStatuses, ticketStatuses, type Assigned, type Entry, type EntryBody, type FileManifest, type Ticket } from '../domain/ticket.ts';
import { writableLine } from '../domain/writable-text.ts';

const mintedId = <Id extends string>(): fc.Arbitrary<Id> => fc.uuid() as fc.Arbitrary<string> as fc.Arbitrary<Id>;
const givenId = <Id extends string>(): fc.Arbitrary<Id> => fc.string({ minLength: 1, maxLength: 200 }).map(named<Id>);
const instant = fc.nat({ max: 4_000_000_000_000 });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });
const status = fc.constantFrom(...ticketStatuses);
const simpleStatus = fc.constantFrom(...simpleStatuses);
const namedStatus = () => fc.record({ id: givenId<StatusId>(), name: fc.string(), simple: maybe(simpleStatus) });
const texts = fc.array(fc.string(), { maxLength: 3 });

/** What JSON can carry: it knows neither infinity nor a negative zero. */
export const wireAnswer = (): fc.Arbitrary<AnswerValue> =>
  anyAnswerValue().filter((value) => typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0)));

/** Names that a record of the contract leaves out, because they would reach into the prototype. */
const isPlainKey = (key: string): boolean => !['__proto__', 'prototype', 'constructor'].includes(key);

export const wireManifest = (): fc.Arbitrary<FileManifest> =>
  fc.record({
    id: mintedId<ActionId>(),
    name: fc.string({ minLength: 1, maxLength: 255 }).map((name) => writableLine(name) || 'file'),
    sizeBytes: fc.maxSafeNat(),
    type: fc.string({ maxLength: 100 }),
    sha256: fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }).map((digits) => digits.join('')),
  });

const somebody = fc.record({ id: givenId<PersonId>(), name: fc.string() });

const chatFact = (): fc.Arbitrary<ChatFact> => {
  const fact = { id: givenId<EntryId>(), at: instant };
  return fc.oneof(
    fc.record({ ...fact, kind: fc.constantFrom('asked' as const, 'given-back' as const) }),
    fc.record({ ...fact, kind: fc.constant('given-back' as const), because: fc.constant('left' as const) }),
    fc.record({ ...fact, kind: fc.constant('accepted' as const), by: somebody }),
    fc.record({ ...fact, kind: fc.constant('ended' as const), by: fc.constantFrom(...chatEnders) }),
  );
};

const assigned = (): fc.Arbitrary<Assigned> => fc.record({ group: maybe(fc.record({ id: givenId<GroupId>(), name: fc.string() })), analyst: maybe(somebody) });

const ticketParts = {
  id: givenId<TicketId>(),
  number: maybe(fc.string()),
  kind: fc.constantFrom('call' as const, 'request' as const),
  title: fc.string(),
  statuses: fc.array(
    fc.record({ id: givenId<EntryId>(), at: instant, status, named: namedStatus() }, { requiredKeys: ['id', 'at', 'status'], noNullPrototype: true }),
    { maxLength: 3 },
  ),
  chases: fc.array(fc.record({ id: givenId<ActionId>(), at: instant, by: fc.string() }), { maxLength: 3 }),
  serviceId: maybe(givenId<ServiceId>()),
  flow: maybe(fc.record({ id: givenId<FlowId>(), version: fc.nat() })),
  answers: fc.array(
    fc.record({
      questionId: givenId<QuestionId>(),
      label: fc.string(),
      kind: fc.constantFrom('short-text' as const, 'file' as const),
      value: wireAnswer(),
      optionLabels: texts,
    }),
    { maxLength: 3 },
  ),
  deskWroteAt: maybe(instant),
  personWroteAt: instant,
  dueAt: maybe(instant),
  escalationCallId: maybe(givenId<TicketId>()),
  escalates: maybe(givenId<TicketId>()),
  source: fc.constant('chat' as const),
  assigned: assigned(),
  place: fc.string(),
  chat: fc.record(
    { facts: fc.array(chatFact(), { maxLength: 4 }), rating: fc.constantFrom(...chatRatings) },
    { requiredKeys: ['facts'], noNullPrototype: true },
  ),
  awaitsAccount: fc.constant(true as const),
  contactedAt: instant,
};

export const wireTicket = (): fc.Arbitrary<Ticket> => fc.record(ticketParts, { requiredKeys: [], noNullPrototype: true }).map((over) => aTicket(over));

const entryBody = (): fc.Arbitrary<EntryBody> =>
  fc.oneof(
    fc.constantFrom<EntryBody>({ kind: 'raised' }, { kind: 'reopened' }),
    fc.constantFrom<EntryBody>({ kind: 'chat-asked' }, { kind: 'chat-accepted' }),
    fc.record(
      { kind: fc.constant('chat-given-back' as const), analyst: fc.string(), because: fc.constant('left' as const) },
      { requiredKeys: ['kind', 'analyst'], noNullPrototype: true },
    ),
    fc.record({ kind: fc.constant('chat-ended' as const), ender: fc.constantFrom(...chatEnders) }),
    fc.record({ kind: fc.constantFrom('message' as const, 'note' as const, 'said' as const), text: fc.string() }),
    fc.record({ kind: fc.constant('status' as const), to: status, named: namedStatus() }, { requiredKeys: ['kind', 'to'], noNullPrototype: true }),
    fc.record({ kind: fc.constant('assigned' as const), to: assigned() }),
    fc.record({ kind: fc.constant('chase' as const), count: fc.nat(), of: fc.nat() }),
    fc.record({ kind: fc.constant('registration' as const), approved: fc.boolean(), reason: fc.string() }),
    fc.record({ kind: fc.constant('escalation' as const), callId: givenId<TicketId>(), callNumber: fc.string() }),
    fc.record({ kind: fc.constant('file' as const), file: wireManifest(), questionId: maybe(givenId<QuestionId>()), arrived: fc.boolean() }),
  );

export const wireEntry = (): fc.Arbitrary<Entry> => {
  const author = fc.record({ id: givenId<PersonId>(), name: fc.string(), side: fc.constantFrom('person' as const, 'desk' as const) });
  return fc.record({ id: givenId<EntryId>(), body: entryBody(), by: maybe(author) }).map((over) => anEntry(over));
};

export const wirePerson = (): fc.Arbitrary<Person> =>
  fc.record({ id: givenId<PersonId>(), name: fc.string(), email: fc.string(), roles: fc.subarray([...roles]) }).map((over) => aPerson(over));

export const wirePartition = (): fc.Arbitrary<Partition> => {
  const escalation = maybe(fc.record({ title: fc.string() }));
  const policy = fc.record(
    { enabled: fc.boolean(), waitMinutes: fc.nat(), maxChases: fc.nat(), setStatus: maybe(status), setNamed: namedStatus(), escalation },
    { requiredKeys: ['enabled', 'waitMinutes', 'maxChases', 'setStatus', 'escalation'], noNullPrototype: true },
  );
  return fc
    .record({
      id: givenId<PartitionId>(),
      chase: fc.record({ call: policy, request: policy }),
      done: simpleStatus,
      reopenWindowDays: fc.nat(),
      chat: fc.record({ enabled: fc.boolean(), hours: maybe(chatHours()), waitLimitMinutes: fc.nat() }),
    })
    .map(({ done, ...over }) => aPartition({ ...over, simpleStatus: { ...aPartition().simpleStatus, resolved: done } }));
};

const chatHours = (): fc.Arbitrary<ChatHours> => {
  const minute = fc.nat({ max: 1_440 });
  return fc.record({ days: fc.subarray([...weekdays]), fromMinute: minute, toMinute: minute, zone: fc.string() });
};

export const wireChatQueue = (): fc.Arbitrary<ChatQueue> =>
  fc.record({
    id: givenId<PartitionId>(),
    isOnline: fc.boolean(),
    free: fc.nat(),
    there: fc.nat(),
    waiting: fc.array(instant, { maxLength: 3 }),
    recentWaitsMs: fc.array(fc.nat(), { maxLength: 3 }),
  });

export const wirePresence = (): fc.Arbitrary<Presence> =>
  fc.record({
    id: givenId<PersonId>(),
    name: fc.string(),
    partitionId: givenId<PartitionId>(),
    availability: fc.constantFrom(...availabilities),
    since: instant,
    setBy: maybe(somebody),
    chat: maybe(fc.record({ ticketId: givenId<TicketId>(), with: fc.string() })),
    obstacle: maybe(fc.constantFrom(...chatObstacles)),
  });

export const wireService = (): fc.Arbitrary<Service> =>
  fc.record({
    id: givenId<ServiceId>(),
    partitionIds: fc.array(givenId<PartitionId>(), { maxLength: 2 }),
    title: fc.string(),
    summary: fc.string(),
    category: fc.record({ id: fc.string(), title: fc.string(), icon: fc.string() }),
    icon: fc.string(),
    makes: fc.constantFrom('call' as const, 'request' as const),
    flow: fc.record({ id: givenId<FlowId>(), version: fc.nat() }),
    keywords: texts,
    oftenAsked: maybe(fc.nat()),
    articleIds: fc.array(givenId<ArticleId>(), { maxLength: 2 }),
    targetHours: maybe(fc.nat()),
  });

export const wireArticle = (): fc.Arbitrary<Article> =>
  fc.record({
    id: givenId<ArticleId>(),
    partitionIds: fc.array(givenId<PartitionId>(), { maxLength: 2 }),
    title: fc.string(),
    summary: fc.string(),
    html: fc.string(),
    keywords: texts,
    updatedAt: instant,
    readingMinutes: fc.nat(),
  });

export const wireAction = (): fc.Arbitrary<Action> =>
  fc
    .record(
      { body: fc.constantFrom(...actionKinds).chain(bodyOf), after: fc.array(mintedId<ActionId>(), { maxLength: 3 }), replaces: mintedId<ActionId>() },
      { requiredKeys: ['body'], noNullPrototype: true },
    )
    .map(({ body, ...over }) => actionWith(body, over));

const actionWith = (body: ActionBody, over: Partial<Omit<Action, 'kind' | 'data'>>): Action => {
  switch (body.kind) {
    case 'save-settings':
      return aSave(body.data, over);
    case 'save-record':
      return aRecordSave(body.data.change, over);
    case 'invite-person':
      return anInvitation(over);
    case 'approve-registration':
    case 'decline-registration':
      return aRegistrationDecision(body.kind, body.data, over);
    case 'save-people':
      return somePeopleSave(body.data.changes, over);
    case 'set-availability':
      return aSetAvailability(body.data.to, over);
    case 'set-chat-queue':
      return aSetChatQueue(body.data.isOnline, over);
    default:
      return anAction(body, over);
  }
};

const recordChange = (): fc.Arbitrary<RecordChange> =>
  fc.oneof(
    fc.record({ of: fc.constant('group' as const), from: fc.constant(null), to: group() }),
    fc.record({ of: fc.constant('call-template' as const), from: maybe(callTemplate()), to: callTemplate() }),
    fc.record({ of: fc.constant('routing-rule' as const), from: routingRule(), to: fc.constant(null) }),
    fc.record({ of: fc.constant('status' as const), from: maybe(statusRecord()), to: statusRecord() }),
    fc.record({ of: fc.constant('role' as const), from: role(), to: role() }),
    fc.record({ of: fc.constant('person' as const), from: maybe(personRecord()), to: personRecord() }),
    fc.record({ of: fc.constant('portal' as const), from: maybe(portalRecord()), to: portalRecord() }),
  );

const group = () => fc.record({ id: givenId<GroupId>(), name: fc.string(), memberIds: fc.array(givenId<PersonId>(), { maxLength: 3 }) });
const recipient = () =>
  fc.oneof(
    fc.record({ kind: fc.constant('group' as const), id: givenId<GroupId>() }),
    fc.record({ kind: fc.constant('analyst' as const), id: givenId<PersonId>() }),
  );
const statusRecord = () =>
  fc.record({
    id: givenId<StatusId>(),
    name: fc.string(),
    for: fc.constantFrom('call' as const, 'request' as const),
    phase: status,
    simple: maybe(simpleStatus),
  });
const callTemplate = () =>
  fc.record({
    id: givenId<CallTemplateId>(),
    name: fc.string(),
    subject: fc.string(),
    callType: fc.constantFrom(...callTypes),
    priority: fc.constantFrom(...priorities),
    recipient: maybe(recipient()),
  });
const routingRule = () =>
  fc.record({
    id: givenId<RoutingRuleId>(),
    name: fc.string(),
    rank: fc.nat(),
    when: fc.record({
      source: maybe(fc.constantFrom(...ticketSources)),
      partitionId: maybe(givenId<PartitionId>()),
      callType: maybe(fc.constantFrom(...callTypes)),
      priority: maybe(fc.constantFrom(...priorities)),
      contains: fc.string(),
    }),
    recipient: recipient(),
  });
const role = () => fc.record({ id: fc.constantFrom(...roles), rights: fc.subarray([...rights]) });
const personRecord = () =>
  fc.record({
    id: givenId<PersonId>(),
    name: fc.string(),
    email: fc.string(),
    partitionId: givenId<PartitionId>(),
    roles: fc.subarray([...roles]),
    userName: fc.string(),
    hasLeft: fc.boolean(),
  });

const portalRecord = () =>
  fc.record({
    id: fc.constant('portal' as const),
    registrationIsOpen: fc.boolean(),
    registrationLogsCall: fc.boolean(),
    registrationDomains: fc.array(fc.string(), { maxLength: 3 }),
  });

const settingsChange = (): fc.Arbitrary<SettingsChange> => {
  const value = fc.oneof(fc.string(), fc.nat(), fc.boolean(), fc.constant(null), fc.array(givenId(), { maxLength: 3 }));
  return fc.record({ place: fc.constantFrom(...settingsPlaces), from: value, to: value });
};

const bodyOf = (kind: ActionBody['kind']): fc.Arbitrary<ActionBody> => {
  const arbitraries: { readonly [Kind in ActionBody['kind']]: fc.Arbitrary<Extract<ActionBody, { kind: Kind }>['data']> } = {
    'raise-ticket': fc.record({
      serviceId: givenId<ServiceId>(),
      flow: fc.record({ id: givenId<FlowId>(), version: fc.nat() }),
      answers: fc.dictionary(fc.string().filter(isPlainKey), wireAnswer(), { maxKeys: 4, noNullPrototype: true }),
    }),
    reply: fc.record({ text: fc.string() }),
    attach: fc.record({ file: fc.constant(aManifest()), questionId: maybe(givenId<QuestionId>()) }),
    chase: fc.constant({}),
    resolve: fc.constant({}),
    reopen: fc.constant({}),
    'mark-read': fc.record({ upTo: instant }),
    'add-note': fc.record({ text: fc.string() }),
    'set-status': fc.record(
      {
        status,
        named: fc.record({ id: givenId<StatusId>(), name: fc.string() }),
        from: fc.record({
          status: fc.oneof(
            status,
            givenId<StatusId>().map((id) => `status/${id}` as const),
          ),
          analyst: maybe(givenId<PersonId>()),
        }),
      },
      { requiredKeys: ['status'], noNullPrototype: true },
    ),
    assign: fc.record({ from: assigned(), to: assigned() }),
    'save-record': fc.record({ change: recordChange() }),
    'invite-person': fc.constant({}),
    'approve-registration': fc.record({ reason: fc.string() }),
    'decline-registration': fc.record({ reason: fc.string() }),
    'save-people': fc.record({
      changes: fc.array(fc.record({ of: fc.constant('person' as const), from: maybe(personRecord()), to: personRecord() }), { maxLength: 3 }),
    }),
    'ask-chat': fc.record({ text: fc.string() }),
    'leave-message': fc.record({ text: fc.string() }),
    'accept-chat': fc.constant({}),
    say: fc.record({ text: fc.string() }),
    'end-chat': fc.constant({}),
    'rate-chat': fc.record({ rating: fc.constantFrom(...chatRatings) }),
    'record-contact': fc.constant({}),
    'set-availability': fc.record({ to: fc.constantFrom(...availabilities) }),
    'set-chat-queue': fc.record({ isOnline: fc.boolean() }),
    'save-settings': fc.record({ changes: fc.array(settingsChange(), { maxLength: 3 }), reason: fc.string() }),
  };
  return arbitraries[kind].map((data) => ({ kind, data }) as ActionBody);
};
