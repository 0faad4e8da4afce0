/** Things of the domain for tests: whole and plausible, so that a test says only what it is about. */
import type { Action, ActionOf, TicketAction, TicketActionBody } from './action.ts';
import type { Chat, ChatFact, ChatState } from './chat/chat.ts';
import type { ChatQueue } from './chat/chat-queue.ts';
import type { Availability, Presence } from './chat/presence.ts';
import type { ChasePolicy } from './chase-policy.ts';
import type { Scene } from './scene.ts';
import { fileLimits } from './file-limits.ts';
import type {
  ActionId,
  ArticleId,
  EntryId,
  FlowId,
  GroupId,
  PartitionId,
  PersonId,
  QuestionId,
  RegistrationId,
  ServiceId,
  StatusId,
  StepId,
  TicketId,
} from './ids.ts';
import type { Instant } from './instant.ts';
import { minutes } from './instant.ts';
import { usualSimpleStatus, type Partition } from './partition.ts';
import type { Person } from './person.ts';
import type { Refusal } from './refusal.ts';
import { usualRights } from './rights.ts';
import { keyOfChange, keyOfRecord, type PersonChange, type PersonRecord, type RecordChange } from './records/desk-record.ts';
import type { StatusRecord } from './records/status-record.ts';
import type { Question, QuestionFlow, QuestionKind, Route, Step } from './question-flow.ts';
import type { Registration } from './registration/registration.ts';
import type { Article, Service } from './service.ts';
import type { Assigned, ChaseFact, Entry, FileManifest, StatusFact, Ticket, TicketStatus } from './ticket.ts';

/** 2026-11-24T12:00:00Z. */
export const noon: Instant = 1_795_521_600_000;
export const today = '2026-11-24';

/** A name as an id of whichever kind is wanted. */
export const named = <Id extends string>(name: string): Id => name as Id;

/** The n-th id that a device minted: a UUIDv7, and always the same for the same n. */
export const minted = <Id extends string>(n: number): Id => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as Id;

export const aPerson = (over: Partial<Person> = {}): Person => ({
  id: named<PersonId>('ada'),
  name: 'Ada Lovell',
  email: 'ada@northwind.example',
  partitionId: named<PartitionId>('council'),
  roles: ['employee'],
  rights: usualRights(over.roles ?? ['employee']),
  ...over,
});

export const anAnalyst = (over: Partial<Person> = {}): Person =>
  aPerson({ id: named<PersonId>('gus'), name: 'Gus Green', email: 'gus@northwind.example', roles: ['employee', 'analyst'], ...over });

export const aChasePolicy = (over: Partial<ChasePolicy> = {}): ChasePolicy => ({
  enabled: true,
  waitMinutes: 60,
  maxChases: 3,
  setStatus: null,
  escalation: { title: 'Chased to the maximum' },
  ...over,
});

/** Calls: 60 minutes between chases, 3 in all. Requests: 240 minutes, 2 in all. */
export const aPartition = (over: Partial<Partition> = {}): Partition => ({
  id: named<PartitionId>('council'),
  name: 'Council Services',
  chase: { call: aChasePolicy(), request: aChasePolicy({ waitMinutes: 240, maxChases: 2 }) },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 14,
  ...over,
});

/** A call of Ada's, raised an hour before noon and read by her. */
export const aTicket = (over: Partial<Ticket> = {}): Ticket => {
  const raisedAt = over.raisedAt ?? noon - minutes(60);
  return {
    id: minted<TicketId>(0xa1),
    number: 'R-1001',
    kind: 'call',
    title: 'The printer is jammed',
    partitionId: named<PartitionId>('council'),
    requester: { id: named<PersonId>('ada'), name: 'Ada Lovell' },
    serviceId: null,
    flow: null,
    answers: [],
    raisedAt,
    updatedAt: raisedAt,
    statuses: [aStatus('new', raisedAt)],
    chases: [],
    deskWroteAt: null,
    readAt: raisedAt,
    dueAt: null,
    escalationCallId: null,
    escalates: null,
    ...over,
  };
};

/** By ids: Gus and Hal are analysts, and Network and First line groups. */
export const anAssigned = (group: string | null, analyst: string | null): Assigned => ({
  group: group === null ? null : { id: named<GroupId>(group), name: group === 'network' ? 'Network' : 'First line' },
  analyst: analyst === null ? null : { id: named<PersonId>(analyst), name: analyst === 'gus' ? 'Gus Green' : 'Hal Novak' },
});

export const aStatus = (status: TicketStatus, at: Instant = noon, id: string = `${status}@${at}`): StatusFact => ({ id: named<EntryId>(id), at, status });

export const aStatusRecord = (over: Partial<StatusRecord> = {}): StatusRecord => ({
  id: named<StatusId>('customer-chased'),
  name: 'Customer chased',
  for: 'call',
  phase: 'in-progress',
  simple: null,
  ...over,
});

export const aChase = (at: Instant, n = 0xc1): ChaseFact => ({ id: minted<ActionId>(n), at, by: 'Ada Lovell' });

/** Ada asked at half past eleven; Gus took it a minute later, and it was over after ten more. */
export const aChat = (kind: ChatState['kind'], over: Partial<Chat> = {}): Chat => {
  const at = (minute: number): Instant => noon - minutes(30 - minute);
  const facts: readonly ChatFact[] = [
    { kind: 'asked', id: named<EntryId>('asked'), at: at(0) },
    { kind: 'accepted', id: named<EntryId>('accepted'), at: at(1), by: { id: named<PersonId>('gus'), name: 'Gus Green' } },
    { kind: 'ended', id: named<EntryId>('ended'), at: at(11), by: 'person' },
  ];
  return { facts: facts.slice(0, ['waiting', 'open', 'ended'].indexOf(kind) + 1), ...over };
};

/** Gus is there, and nobody waits. */
export const aChatQueue = (over: Partial<ChatQueue> = {}): ChatQueue => ({
  id: named<PartitionId>('council'),
  isOnline: true,
  free: 1,
  there: 1,
  waiting: [],
  recentWaitsMs: [],
  ...over,
});

/** Gus, since noon. */
export const aPresence = (over: Partial<Presence> = {}): Presence => ({
  id: named<PersonId>('gus'),
  name: 'Gus Green',
  partitionId: named<PartitionId>('council'),
  availability: 'available',
  since: noon,
  setBy: null,
  chat: null,
  obstacle: null,
  ...over,
});

export const anEntry = (over: Partial<Entry> = {}): Entry => ({
  id: minted<EntryId>(0xe1),
  ticketId: minted<TicketId>(0xa1),
  at: noon,
  by: { id: named<PersonId>('ada'), name: 'Ada Lovell', side: 'person' },
  body: { kind: 'message', text: 'It makes a grinding noise.' },
  ...over,
});

export const aManifest = (over: Partial<FileManifest> = {}): FileManifest => ({
  id: minted<ActionId>(0xf1),
  name: 'printer.png',
  sizeBytes: 1_234,
  type: 'image/png',
  sha256: 'ab'.repeat(32),
  ...over,
});

type Over<Kind extends QuestionKind> = Partial<Omit<Extract<Question, { kind: Kind }>, 'kind' | 'id'>>;

/** A question of the kind, whole enough to be asked: `aQuestion('number', 'floor', { min: 0 })`. */
export const aQuestion = <Kind extends QuestionKind>(kind: Kind, id: string = kind, over: Over<Kind> = {}): Extract<Question, { kind: Kind }> => {
  const options = [
    { id: 'red', label: 'Red' },
    { id: 'green', label: 'Green' },
    { id: 'blue', label: 'Blue' },
  ];
  const parts = {
    ...(kind === 'one-choice' || kind === 'several-choices' ? { options } : {}),
    ...(kind === 'information' ? { text: 'Please read this.' } : {}),
  };
  return { kind, id: named<QuestionId>(id), label: `${id}?`, ...parts, ...over } as Extract<Question, { kind: Kind }>;
};

export const aStep = (id: string, questions: readonly Question[], routes?: readonly Route[]): Step => ({
  id: named<StepId>(id),
  questions,
  ...(routes ? { routes } : {}),
});

/** Three questions in one step: what is wrong, where, and a photo if there is one. */
export const aFlow = (over: Partial<QuestionFlow> = {}): QuestionFlow => ({
  id: named<FlowId>('broken'),
  version: 1,
  title: 'Something is broken',
  titleFrom: named<QuestionId>('what'),
  steps: [aStep('only', [aQuestion('short-text', 'what'), aQuestion('short-text', 'where'), aQuestion('file', 'photo', { optional: true })])],
  ...over,
});

export const aService = (over: Partial<Service> = {}): Service => ({
  id: named<ServiceId>('broken'),
  partitionIds: [named<PartitionId>('council')],
  title: 'Something is broken',
  summary: 'Tell us what does not work.',
  category: { id: 'equipment', title: 'Equipment', icon: 'wrench' },
  icon: 'wrench',
  makes: 'call',
  flow: { id: named<FlowId>('broken'), version: 1 },
  keywords: ['repair'],
  oftenAsked: 1,
  articleIds: [],
  targetHours: 24,
  ...over,
});

export const anArticle = (over: Partial<Article> = {}): Article => ({
  id: named<ArticleId>('wifi'),
  partitionIds: [named<PartitionId>('council')],
  title: 'Join the wireless network',
  summary: 'With your own telephone, too.',
  html: '<p>Choose the network.</p>',
  keywords: [],
  updatedAt: noon,
  readingMinutes: 2,
  ...over,
});

/** An action on Ada's ticket: `anAction({ kind: 'reply', data: { text: 'Hello' } })`. */
export const anAction = <Kind extends TicketAction['kind']>(
  body: { readonly kind: Kind } & Extract<TicketActionBody, { kind: Kind }>,
  over: Partial<Omit<TicketAction, 'kind' | 'data'>> = {},
): ActionOf<Kind> =>
  ({
    v: 1,
    id: minted<ActionId>(0xac),
    subject: { kind: 'ticket', id: minted<TicketId>(0xa1) },
    at: noon,
    ...over,
    ...body,
  }) as TicketAction as ActionOf<Kind>;

/** At noon, Ada, about her own call, where the desk can give numbers. */
export const aScene = (over: Partial<Scene> = {}): Scene => ({
  actor: aPerson(),
  partition: aPartition(),
  now: noon,
  ticket: aTicket(),
  today,
  ticketNumber: 'R-1001',
  escalationCall: { id: minted<TicketId>(0xca11), number: 'R-2001', title: 'Chased to the maximum' },
  fileLimits,
  ...over,
});

/** Sam saves a record that the desk keeps. */
export const aRecordSave = (change: RecordChange, over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'save-record'> => ({
  v: 1,
  id: minted<ActionId>(0x5b),
  subject: { kind: 'record', id: keyOfChange(change) },
  at: noon,
  ...over,
  kind: 'save-record',
  data: { change },
});

/** Sam has Ada sent a letter to set her password. */
export const anInvitation = (over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'invite-person'> => ({
  v: 1,
  id: minted<ActionId>(0x5e),
  subject: { kind: 'record', id: keyOfRecord('person', 'ada') },
  at: noon,
  ...over,
  kind: 'invite-person',
  data: {},
});

/** Zoë asks for an account in the council; nobody has decided yet. */
export const aRegistration = (over: Partial<Registration> = {}): Registration => ({
  id: minted<RegistrationId>(0xd1),
  at: noon,
  details: { name: 'Zoë', email: 'zoe@example.org', partitionId: named<PartitionId>('council'), phone: '', reason: 'To ask' },
  partitionName: 'Council',
  personId: named<PersonId>('zoe'),
  ticketId: null,
  decision: null,
  ...over,
});

/** Somebody of the hospital whom an administrator keeps. */
export const aPersonRecord = (over: Partial<PersonRecord> = {}): PersonRecord => ({
  id: named<PersonId>('somebody'),
  name: 'Somebody',
  email: 'somebody@example.org',
  partitionId: named<PartitionId>('hospital'),
  roles: ['employee'],
  userName: 'somebody',
  hasLeft: false,
  ...over,
});

/** Gus decides about somebody who asked for an account. */
export const aRegistrationDecision = <Kind extends 'approve-registration' | 'decline-registration'>(
  kind: Kind,
  data: { readonly reason: string } = { reason: '' },
  over: Partial<Omit<Action, 'kind' | 'data'>> = {},
): ActionOf<Kind> =>
  ({ v: 1, id: minted<ActionId>(0x5d), subject: { kind: 'record', id: 'registration/zoe' }, at: noon, ...over, kind, data }) as Action as ActionOf<Kind>;

/** Sam imports people. */
export const somePeopleSave = (changes: readonly PersonChange[], over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'save-people'> => ({
  v: 1,
  id: minted<ActionId>(0x5c),
  subject: { kind: 'record', id: 'person/import' },
  at: noon,
  ...over,
  kind: 'save-people',
  data: { changes },
});

/** Sam saves settings of the council's. */
export const aSave = (data: ActionOf<'save-settings'>['data'], over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'save-settings'> => ({
  v: 1,
  id: minted<ActionId>(0x5a),
  subject: { kind: 'partition', id: named<PartitionId>('council') },
  at: noon,
  ...over,
  kind: 'save-settings',
  data,
});

/** Gus says whether he is there. */
export const aSetAvailability = (to: Availability, over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'set-availability'> => ({
  v: 1,
  id: minted<ActionId>(0x5b),
  subject: { kind: 'person', id: named<PersonId>('gus') },
  at: noon,
  ...over,
  kind: 'set-availability',
  data: { to },
});

/** Mia opens or closes the council's queue. */
export const aSetChatQueue = (isOnline: boolean, over: Partial<Omit<Action, 'kind' | 'data'>> = {}): ActionOf<'set-chat-queue'> => ({
  v: 1,
  id: minted<ActionId>(0x5c),
  subject: { kind: 'partition', id: named<PartitionId>('council') },
  at: noon,
  ...over,
  kind: 'set-chat-queue',
  data: { isOnline },
});

/** Each way in which the desk says no, once. */
export const refusalsByKind: { readonly [Kind in Refusal['kind']]: Extract<Refusal, { readonly kind: Kind }> } = {
  'not-found': { kind: 'not-found' },
  'not-allowed': { kind: 'not-allowed' },
  'too-soon-to-chase': { kind: 'too-soon-to-chase', possibleAt: noon },
  'no-chases-left': { kind: 'no-chases-left', max: 3 },
  'nothing-to-chase': { kind: 'nothing-to-chase' },
  'chase-not-offered': { kind: 'chase-not-offered' },
  'not-resolved': { kind: 'not-resolved' },
  'reopen-window-over': { kind: 'reopen-window-over', endedAt: noon },
  'service-withdrawn': { kind: 'service-withdrawn' },
  'flow-withdrawn': { kind: 'flow-withdrawn', currentVersion: 2 },
  'answers-not-accepted': { kind: 'answers-not-accepted', questionIds: [named<QuestionId>('what')] },
  'empty-text': { kind: 'empty-text' },
  'text-too-long': { kind: 'text-too-long', maxLength: 20_000 },
  'too-large-to-send': { kind: 'too-large-to-send' },
  'file-not-accepted': { kind: 'file-not-accepted', reason: 'kind' },
  'file-damaged': { kind: 'file-damaged' },
  'already-raised': { kind: 'already-raised' },
  'nobody-reads': { kind: 'nobody-reads' },
  'id-already-used': { kind: 'id-already-used' },
  'not-supported': { kind: 'not-supported' },
  'settings-changed': { kind: 'settings-changed', by: 'Sam', at: noon, places: ['chase.call.waitMinutes'] },
  'settings-not-accepted': { kind: 'settings-not-accepted', places: ['chase.request.escalation'] },
  'reason-missing': { kind: 'reason-missing' },
  'record-changed': { kind: 'record-changed', by: 'Sam', at: noon },
  'record-not-accepted': { kind: 'record-not-accepted', problems: [{ field: 'name', problem: 'taken' }] },
  'people-not-accepted': { kind: 'people-not-accepted', names: ['Zoë'] },
  'record-in-use': { kind: 'record-in-use', by: ['Council'] },
  'chat-taken': { kind: 'chat-taken', by: 'Hal' },
  'chat-ended': { kind: 'chat-ended', at: noon },
  'no-such-chat': { kind: 'no-such-chat' },
  'chat-given-back': { kind: 'chat-given-back' },
  'not-available': { kind: 'not-available' },
  'no-such-status': { kind: 'no-such-status' },
  'status-changed': { kind: 'status-changed' },
  'cannot-take-chats': { kind: 'cannot-take-chats', because: 'not-listed' },
  'given-meanwhile': { kind: 'given-meanwhile', by: 'Hal' },
  'cannot-look-after-it': { kind: 'cannot-look-after-it' },
  'status-set-meanwhile': { kind: 'status-set-meanwhile' },
  'not-understood': { kind: 'not-understood' },
  'please-check': { kind: 'please-check' },
};
