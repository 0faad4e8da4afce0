import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDoing, live } from './action-arbitraries.testing.ts';
import { isAcceptedType } from './accept-file.ts';
import { maxTextLength, type TicketAction, type TicketActionBody } from './action.ts';
import {
  aChat,
  aChase,
  aChasePolicy,
  aFlow,
  aManifest,
  aPartition,
  aPerson,
  aQuestion,
  aScene,
  aService,
  aStatus,
  aStatusRecord,
  aStep,
  aTicket,
  anAction,
  anAnalyst,
  anAssigned,
  minted,
  named,
  noon,
} from './builders.testing.ts';
import { nobody } from './assignment/assignment.ts';
import { decideChat } from './chat/decide-chat.ts';
import { decideAction as decideBy } from './decide-action.ts';
import { decideAtDesk } from './decide-at-desk.ts';
import type { Decision, Effects, Scene } from './scene.ts';
import type { ActionId, EntryId, PartitionId, PersonId, QuestionId, TicketId } from './ids.ts';
import { days, minutes } from './instant.ts';
import { mayPerform, relationOf } from './permissions.ts';
import type { Answers } from './question-flow.ts';
import { statusNamed } from './records/status-record.ts';
import type { Refusal } from './refusal.ts';
import { isForDeskOnly, statusOf, ticketStatuses, type StatusFact, type StatusKey, type Ticket, type TicketStatus } from './ticket.ts';

/** With all the rules there are, as the backend judges. */
const decideAction = (scene: Scene, action: TicketAction): Decision => decideBy(scene, action, decideChat, decideAtDesk);

const effectsOf = (decision: Decision): Effects => {
  if (!decision.ok) throw new Error(`refused: ${decision.problem.kind}`);
  return decision.value;
};
const ticketOf = (decision: Decision): Ticket => effectsOf(decision).tickets[0] as Ticket;
const refusalOf = (decision: Decision): Refusal | null => (decision.ok ? null : decision.problem);

const bodies: Readonly<Record<TicketAction['kind'], TicketActionBody>> = {
  'raise-ticket': {
    kind: 'raise-ticket',
    data: {
      serviceId: aService().id,
      flow: aService().flow,
      answers: { [named<QuestionId>('what')]: 'It is jammed', [named<QuestionId>('where')]: 'Room 214', [named<QuestionId>('photo')]: null },
    },
  },
  reply: { kind: 'reply', data: { text: 'Hello' } },
  attach: { kind: 'attach', data: { file: aManifest(), questionId: null } },
  chase: { kind: 'chase', data: {} },
  resolve: { kind: 'resolve', data: {} },
  reopen: { kind: 'reopen', data: {} },
  'mark-read': { kind: 'mark-read', data: { upTo: noon } },
  'add-note': { kind: 'add-note', data: { text: 'Between us' } },
  'set-status': { kind: 'set-status', data: { status: 'in-progress' } },
  assign: { kind: 'assign', data: { from: nobody, to: nobody } },
  'ask-chat': { kind: 'ask-chat', data: { text: 'It is jammed' } },
  'leave-message': { kind: 'leave-message', data: { text: 'It is jammed' } },
  'accept-chat': { kind: 'accept-chat', data: {} },
  say: { kind: 'say', data: { text: 'Hello' } },
  'end-chat': { kind: 'end-chat', data: {} },
  'rate-chat': { kind: 'rate-chat', data: { rating: 'good' } },
  'record-contact': { kind: 'record-contact', data: {} },
};
const actionOf = (kind: TicketAction['kind']): TicketAction => anAction(bodies[kind]);
const withStatus = (status: TicketStatus, at = noon - 1): Ticket => aTicket({ statuses: [aStatus('new', noon - days(1)), aStatus(status, at)] });
const reply = anAction({ kind: 'reply', data: { text: 'Here it is.' } });
const chase = anAction({ kind: 'chase', data: {} });
const solved = anAction({ kind: 'resolve', data: {} });
const reopen = anAction({ kind: 'reopen', data: {} });

describe('who may do it', () => {
  const raising = ['raise-ticket', 'ask-chat', 'leave-message'];
  const onTickets = (Object.keys(bodies) as TicketAction['kind'][]).filter((kind) => !raising.includes(kind));
  const hospital = named<PartitionId>('hospital');
  const actors = {
    'the person': aPerson(),
    'the person, moved away': aPerson({ partitionId: hospital }),
    'a colleague': aPerson({ id: named<PersonId>('ben') }),
    'an analyst': anAnalyst(),
    'an analyst of elsewhere': anAnalyst({ partitionId: hospital }),
    'a chat manager': aPerson({ id: named<PersonId>('mia'), roles: ['employee', 'chat-manager'] }),
    'an administrator': aPerson({ id: named<PersonId>('sam'), roles: ['employee', 'administrator'] }),
    'somebody without any role': aPerson({ roles: [] }),
  };
  const ticketFor = (kind: TicketAction['kind']): Ticket => {
    if (kind === 'accept-chat') return aTicket({ chat: aChat('waiting') });
    if (kind === 'say' || kind === 'end-chat' || kind === 'record-contact') return aTicket({ chat: aChat('open') });
    if (kind === 'rate-chat') return aTicket({ chat: aChat('ended') });
    return kind === 'reopen' ? withStatus('resolved') : aTicket();
  };
  const cases = Object.entries(actors).flatMap(([who, actor]) => onTickets.map((kind) => ({ who, actor, kind })));

  test.each(cases)('$who: $kind', ({ actor, kind }) => {
    const ticket = ticketFor(kind);
    const refusal = refusalOf(decideAction(aScene({ actor, ticket }), actionOf(kind)));
    const relation = relationOf(actor, ticket);
    if (mayPerform(actor, kind, relation)) expect(refusal).toBeNull();
    // To whom the ticket is nothing, it does not exist.
    else
      expect(refusal).toEqual({ kind: relation === 'own' || (relation === 'same-partition' && actor.roles.includes('analyst')) ? 'not-allowed' : 'not-found' });
  });

  test('a ticket that is not there is not found, whatever was to be done', () => {
    for (const kind of onTickets) expect(refusalOf(decideAction(aScene({ ticket: null }), actionOf(kind)))).toEqual({ kind: 'not-found' });
  });
});

describe('raising a ticket', () => {
  const scene = aScene({ ticket: null, service: aService(), flow: aFlow() });
  const answering = (answers: Record<string, unknown>): TicketAction =>
    anAction({ kind: 'raise-ticket', data: { serviceId: aService().id, flow: aService().flow, answers: answers as Answers } });
  const good = { what: 'It is jammed', where: 'Room 214', photo: null };

  test('makes a new ticket of the person, with its answers in words', () => {
    const { tickets, entries } = effectsOf(decideAction(scene, answering(good)));
    expect(tickets).toEqual([
      {
        ...aTicket({ raisedAt: noon, title: 'It is jammed', serviceId: aService().id, flow: aService().flow, dueAt: noon + days(1) }),
        statuses: [{ id: minted(0xac), at: noon, status: 'new' }],
        answers: [
          { questionId: 'what', label: 'what?', kind: 'short-text', value: 'It is jammed', optionLabels: [] },
          { questionId: 'where', label: 'where?', kind: 'short-text', value: 'Room 214', optionLabels: [] },
        ],
      },
    ]);
    expect(entries).toEqual([
      { id: minted(0xac), ticketId: minted(0xa1), at: noon, by: { id: 'ada', name: 'Ada Lovell', side: 'person' }, body: { kind: 'raised' } },
    ]);
  });

  test('promises no time where the service promises none, and no number before the desk gives one', () => {
    const ticket = ticketOf(decideAction({ ...scene, service: aService({ targetHours: null }), ticketNumber: null }, answering(good)));
    expect([ticket.dueAt, ticket.number]).toEqual([null, null]);
  });

  test('needs the service, the version of its questions, the right, and a ticket that is not there yet', () => {
    const { service: _service, flow: _flow, ...bare } = scene;
    expect(refusalOf(decideAction(bare, answering(good)))).toEqual({ kind: 'service-withdrawn' });
    expect(refusalOf(decideAction({ ...bare, service: aService({ flow: { id: aFlow().id, version: 7 } }) }, answering(good)))).toEqual({
      kind: 'flow-withdrawn',
      currentVersion: 7,
    });
    expect(refusalOf(decideAction({ ...scene, actor: aPerson({ roles: [] }) }, answering(good)))).toEqual({ kind: 'not-allowed' });
    expect(refusalOf(decideAction({ ...scene, ticket: aTicket() }, answering(good)))).toEqual({ kind: 'already-raised' });
  });

  test('is refused with the question that is open and the answers that nobody asked for', () => {
    const refused = (answers: Record<string, unknown>): Refusal | null => refusalOf(decideAction(scene, answering(answers)));
    expect(refused({ what: 'It is jammed' })).toEqual({ kind: 'answers-not-accepted', questionIds: ['where'] });
    expect(refused({ ...good, wher: 'Room 214' })).toEqual({ kind: 'answers-not-accepted', questionIds: ['wher'] });
    expect(refused({ ...good, where: 7 })).toEqual({ kind: 'answers-not-accepted', questionIds: ['where', 'photo'] });
    expect(refused({ ...good, toString: 'x' })).toEqual({ kind: 'answers-not-accepted', questionIds: ['toString'] });
  });

  test('a flow that ends in an error is refused, not walked on', () => {
    const broken = aFlow({ steps: [aStep('a', [], [])] });
    expect(refusalOf(decideAction({ ...scene, flow: broken }, answering({})))).toEqual({ kind: 'answers-not-accepted', questionIds: [] });
  });
});

describe('the name of a ticket', () => {
  const titled = (question: ReturnType<typeof aQuestion>, value: unknown, titleFrom: string | null = 'what'): string => {
    const flow = aFlow({ titleFrom: titleFrom as QuestionId | null, steps: [aStep('a', [question])] });
    const action = anAction({ kind: 'raise-ticket', data: { serviceId: aService().id, flow: aService().flow, answers: { what: value } as Answers } });
    return ticketOf(decideAction(aScene({ ticket: null, service: aService(), flow }), action)).title;
  };

  test('is what was answered, on one line', () => {
    expect(titled(aQuestion('long-text', 'what'), '  The printer\n\tis   jammed ')).toBe('The printer is jammed');
  });

  test('is the words of a choice, not its id', () => {
    expect(titled(aQuestion('one-choice', 'what'), 'green')).toBe('Green');
    expect(titled(aQuestion('several-choices', 'what'), ['blue', 'red'])).toBe('Red, Blue');
  });

  test('is the service where no answer names it', () => {
    expect(titled(aQuestion('short-text', 'what'), 'Jammed', null)).toBe('Something is broken');
    expect(titled(aQuestion('short-text', 'what', { optional: true }), ' ')).toBe('Something is broken');
  });

  test('is the service where the answer has no words', () => {
    expect(titled(aQuestion('file', 'what'), [aManifest()])).toBe('Something is broken');
    expect(titled(aQuestion('yes-no', 'what'), true)).toBe('Something is broken');
  });

  test('is cut where it would be too long, and never in the middle of a character', () => {
    expect(titled(aQuestion('short-text', 'what'), 'x'.repeat(120))).toBe('x'.repeat(120));
    expect(titled(aQuestion('short-text', 'what'), 'x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
    expect(titled(aQuestion('short-text', 'what'), `${'x'.repeat(118)}💻💻`)).toBe(`${'x'.repeat(118)}…`);
  });
});

describe('a reply', () => {
  test('of the person is a message, and says nothing of what they have read', () => {
    const before = aTicket({ deskWroteAt: noon - 1, readAt: noon - 2 });
    const { tickets, entries } = effectsOf(decideAction(aScene({ ticket: before }), reply));
    expect(tickets).toEqual([{ ...before, updatedAt: noon, personWroteAt: noon }]);
    expect(entries).toEqual([
      { id: reply.id, ticketId: before.id, at: noon, by: { id: 'ada', name: 'Ada Lovell', side: 'person' }, body: { kind: 'message', text: 'Here it is.' } },
    ]);
  });

  test('of the desk makes the ticket unread', () => {
    const { tickets, entries } = effectsOf(decideAction(aScene({ actor: anAnalyst() }), reply));
    expect(tickets).toEqual([{ ...aTicket(), updatedAt: noon, deskWroteAt: noon }]);
    expect(entries[0]?.by?.side).toBe('desk');
  });

  test.each([bodies.reply, bodies.attach])('of the desk goes to nobody who has no account to read it with, nor does a file: %o', (body) => {
    const scene = aScene({ actor: anAnalyst(), ticket: aTicket({ awaitsAccount: true }) });
    expect(refusalOf(decideAction(scene, anAction(body)))).toEqual({ kind: 'nobody-reads' });
    expect(decideAction(scene, anAction(bodies['add-note'])).ok).toBe(true);
  });

  test('of an analyst on a ticket of their own is a person’s', () => {
    const own = aTicket({ requester: { id: anAnalyst().id, name: 'Gus Green' } });
    const { tickets, entries } = effectsOf(decideAction(aScene({ actor: anAnalyst(), ticket: own }), reply));
    expect([tickets[0]?.deskWroteAt, entries[0]?.by?.side]).toEqual([null, 'person']);
  });

  test('answers what the desk waits for', () => {
    const ticket = ticketOf(decideAction(aScene({ ticket: withStatus('waiting-for-person') }), reply));
    expect(statusOf(ticket)).toBe('in-progress');
    expect(ticket.statuses.at(-1)).toEqual({ id: `${reply.id}/status`, at: noon, status: 'in-progress' });
  });

  test.each(['new', 'in-progress', 'waiting-for-supplier'] as const)('leaves a ticket that is %s as it is', (status) => {
    expect(statusOf(ticketOf(decideAction(aScene({ ticket: withStatus(status) }), reply)))).toBe(status);
  });

  test('reopens a resolved ticket within its window, and says so', () => {
    const resolved = withStatus('resolved', noon - days(14));
    const { tickets, entries } = effectsOf(decideAction(aScene({ ticket: resolved }), reply));
    expect(statusOf(tickets[0] as Ticket)).toBe('in-progress');
    expect(entries.map(({ id, by, body }) => [id, by?.name ?? null, body.kind])).toEqual([
      [reply.id, 'Ada Lovell', 'message'],
      [`${reply.id}/reopened`, 'Ada Lovell', 'reopened'],
    ]);
  });

  test('comes too late after the window, and to a closed ticket', () => {
    const late = withStatus('resolved', noon - days(14) - 1);
    expect(refusalOf(decideAction(aScene({ ticket: late }), reply))).toEqual({ kind: 'reopen-window-over', endedAt: noon - 1 });
    expect(refusalOf(decideAction(aScene({ ticket: withStatus('closed') }), reply))).toEqual({ kind: 'reopen-window-over', endedAt: noon - 1 });
  });

  test('of the desk does not reopen anything', () => {
    const resolved = withStatus('resolved');
    expect(statusOf(ticketOf(decideAction(aScene({ actor: anAnalyst(), ticket: resolved }), reply)))).toBe('resolved');
  });

  test.each(['reply', 'add-note'] as const)('%s: says something, and not more than fits', (kind) => {
    const scene = aScene({ actor: kind === 'reply' ? aPerson() : anAnalyst() });
    const saying = (text: string): Refusal | null => refusalOf(decideAction(scene, anAction({ kind, data: { text } } as TicketActionBody)));
    expect(saying(' \n')).toEqual({ kind: 'empty-text' });
    expect(saying('x'.repeat(maxTextLength))).toBeNull();
    expect(saying('x'.repeat(maxTextLength + 1))).toEqual({ kind: 'text-too-long', maxLength: maxTextLength });
  });
});

test('a note is for the desk: the ticket stays as it is for the person', () => {
  const note = anAction({ kind: 'add-note', data: { text: 'Between us' } });
  const { tickets, entries } = effectsOf(decideAction(aScene({ actor: anAnalyst() }), note));
  expect(tickets).toEqual([aTicket()]);
  expect(entries.map(({ body }) => body)).toEqual([{ kind: 'note', text: 'Between us' }]);
});

describe('a file', () => {
  const attach = (over: Parameters<typeof aManifest>[0] = {}, questionId: string | null = null): TicketAction =>
    anAction({ kind: 'attach', data: { file: aManifest(over), questionId: questionId as QuestionId | null } });
  const promising = aTicket({
    answers: [{ questionId: named<QuestionId>('photo'), label: 'photo?', kind: 'file', value: [aManifest()], optionLabels: [] }],
    statuses: [aStatus('resolved', noon - days(90))],
  });

  test('is announced before its bytes arrive', () => {
    const { entries } = effectsOf(decideAction(aScene(), attach()));
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'file', file: aManifest(), questionId: null, arrived: false }]);
  });

  test('is neither empty, nor too large, nor of a kind that is not taken', () => {
    const scene = aScene({ fileLimits: { maxBytes: 100, types: ['image/*', 'application/pdf'] } });
    const refused = (over: Parameters<typeof aManifest>[0]): Refusal | null => refusalOf(decideAction(scene, attach(over)));
    expect(refused({ sizeBytes: 0 })).toEqual({ kind: 'file-not-accepted', reason: 'empty' });
    expect(refused({ sizeBytes: 100 })).toBeNull();
    expect(refused({ sizeBytes: 101 })).toEqual({ kind: 'file-not-accepted', reason: 'too-large' });
    expect(refused({ sizeBytes: 1, type: 'text/html' })).toEqual({ kind: 'file-not-accepted', reason: 'kind' });
    expect(isAcceptedType('image/png', scene.fileLimits)).toBe(true);
    expect(isAcceptedType('imagex/png', scene.fileLimits)).toBe(false);
    expect(isAcceptedType('application/pdfx', scene.fileLimits)).toBe(false);
  });

  test('that answers a question was promised by that answer', () => {
    const scene = aScene({ ticket: promising });
    expect(refusalOf(decideAction(scene, attach({}, 'photo')))).toBeNull();
    expect(refusalOf(decideAction(scene, attach({ id: minted<ActionId>(0xf2) }, 'photo')))).toEqual({ kind: 'not-found' });
    expect(refusalOf(decideAction(scene, attach({}, 'where')))).toEqual({ kind: 'not-found' });
  });

  test('that was promised arrives late without reopening anything', () => {
    const { tickets, entries } = effectsOf(decideAction(aScene({ ticket: promising }), attach({}, 'photo')));
    expect(tickets).toEqual([{ ...promising, updatedAt: noon }]);
    expect(entries).toHaveLength(1);
  });

  test('sent alone answers like a reply: what the desk waits for, and a resolved ticket', () => {
    const sent = (ticket: Ticket): Ticket => ticketOf(decideAction(aScene({ ticket }), attach()));
    expect(statusOf(sent(withStatus('waiting-for-person')))).toBe('in-progress');
    expect(statusOf(sent(withStatus('resolved')))).toBe('in-progress');
    expect(sent(aTicket()).personWroteAt).toBe(noon);
    expect(refusalOf(decideAction(aScene({ ticket: withStatus('closed') }), attach()))).toMatchObject({ kind: 'reopen-window-over' });
  });

  test('from the desk makes the ticket unread', () => {
    expect(ticketOf(decideAction(aScene({ actor: anAnalyst() }), attach())).deskWroteAt).toBe(noon);
  });
});

describe('a chase', () => {
  const chased = (ticket: Ticket, over: Partial<Scene> = {}): Decision => decideAction(aScene({ ticket, ...over }), chase);
  const twice = aTicket({ chases: [aChase(noon - minutes(120), 1), aChase(noon - minutes(60), 2)] });

  test('is counted, with who and when, and told with how many there may be', () => {
    const { tickets, entries } = effectsOf(chased(aTicket()));
    expect(tickets).toEqual([{ ...aTicket(), updatedAt: noon, chases: [{ id: chase.id, at: noon, by: 'Ada Lovell' }] }]);
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'chase', count: 1, of: 3 }]);
  });

  test('is judged by the policy of the ticket’s kind', () => {
    const policies = aPartition({ chase: { call: aChasePolicy({ enabled: false }), request: aChasePolicy({ maxChases: 7 }) } });
    expect(refusalOf(chased(aTicket({ kind: 'call' }), { partition: policies }))).toEqual({ kind: 'chase-not-offered' });
    expect(effectsOf(chased(aTicket({ kind: 'request' }), { partition: policies })).entries[0]?.body).toEqual({ kind: 'chase', count: 1, of: 7 });
  });

  test('is refused in words that say what can be done', () => {
    expect(refusalOf(chased(aTicket({ chases: [aChase(noon - minutes(60) + 1)] })))).toEqual({ kind: 'too-soon-to-chase', possibleAt: noon + 1 });
    expect(refusalOf(chased(aTicket({ chases: [aChase(0, 1), aChase(1, 2), aChase(2, 3)] })))).toEqual({ kind: 'no-chases-left', max: 3 });
    expect(refusalOf(chased(withStatus('resolved')))).toEqual({ kind: 'nothing-to-chase' });
  });

  test('puts the ticket into the status that the policy names, unless it is there', () => {
    const partition = aPartition({ chase: { call: aChasePolicy({ setStatus: 'in-progress' }), request: aChasePolicy() } });
    expect(statusOf(ticketOf(chased(aTicket(), { partition })))).toBe('in-progress');
    const already = withStatus('in-progress');
    expect(ticketOf(chased(already, { partition })).statuses).toEqual(already.statuses);
  });

  test('that reaches the maximum logs the escalation call, linked both ways', () => {
    const { tickets, entries } = effectsOf(chased(twice));
    const [ticket, call] = tickets as [Ticket, Ticket];
    expect(tickets).toHaveLength(2);
    expect(ticket.escalationCallId).toBe(call.id);
    expect(call).toEqual({
      ...aTicket({
        id: minted<TicketId>(0xca11),
        number: 'R-2001',
        source: 'chase',
        title: 'Chased to the maximum: R-1001',
        raisedAt: noon,
        escalates: ticket.id,
      }),
      statuses: [{ id: `${chase.id}/escalation`, at: noon, status: 'new' }],
    });
    expect(entries.map(({ id, ticketId, by, body }) => [id, ticketId, by?.name ?? null, body.kind])).toEqual([
      [chase.id, ticket.id, 'Ada Lovell', 'chase'],
      [`${chase.id}/escalated`, ticket.id, null, 'escalation'],
      [`${chase.id}/escalation`, call.id, null, 'raised'],
    ]);
  });

  test('logs no escalation where none can be logged, none is wanted, or one exists', () => {
    expect(effectsOf(chased(twice, { escalationCall: null })).tickets).toHaveLength(1);
    const without = aPartition({ chase: { call: aChasePolicy({ escalation: null }), request: aChasePolicy() } });
    expect(effectsOf(chased(twice, { partition: without })).tickets).toHaveLength(1);
    expect(effectsOf(chased({ ...twice, escalationCallId: minted<TicketId>(9) })).tickets).toHaveLength(1);
  });

  test('names the escalation after the title while there is no number', () => {
    expect(effectsOf(chased({ ...twice, number: null })).tickets[1]?.title).toBe('Chased to the maximum: The printer is jammed');
  });
});

describe('saying that it is solved', () => {
  test.each(ticketStatuses.filter((status) => status !== 'closed'))('resolves what was %s, and says who said so', (before) => {
    const { tickets, entries } = effectsOf(decideAction(aScene({ ticket: withStatus(before) }), solved));
    expect(statusOf(tickets[0] as Ticket)).toBe('resolved');
    expect(entries.map(({ by, body }) => [by?.side, body])).toEqual([['person', { kind: 'status', to: 'resolved' }]]);
  });

  test('does not give a ticket that is over another window to be opened in', () => {
    expect(refusalOf(decideAction(aScene({ ticket: withStatus('resolved', noon - days(15)) }), solved))).toEqual({
      kind: 'reopen-window-over',
      endedAt: noon - days(1),
    });
    expect(refusalOf(decideAction(aScene({ ticket: withStatus('closed') }), solved))).toEqual({ kind: 'reopen-window-over', endedAt: noon - 1 });
  });
});

describe('opening again', () => {
  test('puts a resolved ticket back to work', () => {
    const { tickets, entries } = effectsOf(decideAction(aScene({ ticket: withStatus('resolved') }), reopen));
    expect(statusOf(tickets[0] as Ticket)).toBe('in-progress');
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'reopened' }]);
  });

  test('is refused where there is nothing to open, or too late', () => {
    expect(refusalOf(decideAction(aScene(), reopen))).toEqual({ kind: 'not-resolved' });
    expect(refusalOf(decideAction(aScene({ ticket: withStatus('resolved', noon - days(15)) }), reopen))).toEqual({
      kind: 'reopen-window-over',
      endedAt: noon - days(1),
    });
  });
});

describe('the status', () => {
  test.each(ticketStatuses)('becomes %s, and says so, also where it was so already', (status) => {
    for (const before of ticketStatuses) {
      const setStatus = anAction({ kind: 'set-status', data: { status } });
      const { tickets, entries } = effectsOf(decideAction(aScene({ actor: anAnalyst(), ticket: withStatus(before) }), setStatus));
      expect(statusOf(tickets[0] as Ticket)).toBe(status);
      expect(entries.map(({ body }) => body)).toEqual([{ kind: 'status', to: status }]);
    }
  });
});

describe('a status that was set from what was seen', () => {
  const gus = anAssigned(null, 'gus');
  const hal = anAssigned(null, 'hal');
  const owners = [nobody, gus, hal];
  const actor = anAnalyst();
  const keys = ['new', 'in-progress', 'resolved'] as const;
  const cases = fc.record({
    was: fc.constantFrom(...keys),
    had: fc.constantFrom(...owners),
    seen: fc.constantFrom(...keys),
    seenWith: fc.constantFrom(...owners),
    status: fc.constantFrom(...ticketStatuses),
  });

  test('holds where it is as it was seen, or so already, or came to nobody or to whoever sets it; and nowhere else', () => {
    fc.assert(
      fc.property(cases, ({ was, had, seen, seenWith, status }) => {
        const ticket: Ticket = { ...withStatus(was), assigned: had };
        const from = { status: seen, analyst: seenWith.analyst?.id ?? null };
        const decision = decideAction(aScene({ actor, ticket }), anAction({ kind: 'set-status', data: { status, from } }));
        const isSomebodyElses = had.analyst !== null && had !== seenWith && had.analyst.id !== actor.id;
        if (was === status || (was === seen && !isSomebodyElses)) expect(statusOf(ticketOf(decision))).toBe(status);
        else expect(refusalOf(decision)).toEqual(isSomebodyElses ? { kind: 'given-meanwhile', by: had.analyst.name } : { kind: 'status-set-meanwhile' });
      }),
    );
  });

  test('is set once, also where it is looked at after others have set another', () => {
    const setStatus = anAction({ kind: 'set-status', data: { status: 'resolved', from: { status: 'new', analyst: null } } });
    const set = ticketOf(decideAction(aScene({ actor, ticket: aTicket() }), setStatus));
    const since: Ticket = { ...set, statuses: [...set.statuses, { id: named<EntryId>('later'), at: noon, status: 'in-progress' }], assigned: hal };
    expect(ticketOf(decideAction(aScene({ actor, ticket: since }), setStatus)).statuses).toEqual(since.statuses);
  });

  test('a name that was given to a status counts as another one', () => {
    const record = aStatusRecord();
    const ticket: Ticket = { ...aTicket(), statuses: [{ id: named<EntryId>('named'), at: noon, ...statusNamed(record) }] };
    const from = (status: StatusKey) => anAction({ kind: 'set-status', data: { status: 'resolved', from: { status, analyst: null } } });
    expect(refusalOf(decideAction(aScene({ actor, ticket }), from(record.phase)))).toEqual({ kind: 'status-set-meanwhile' });
    expect(statusOf(ticketOf(decideAction(aScene({ actor, ticket }), from(`status/${record.id}`))))).toBe('resolved');
  });
});

describe('a status that an administrator has named', () => {
  const { id, name } = aStatusRecord();
  const setNamed = anAction({ kind: 'set-status', data: { status: 'in-progress', named: { id, name } } });
  const set = (over: Partial<Scene>): Decision => decideAction(aScene({ actor: anAnalyst(), ...over }), setNamed);

  test('is what the desk has under that id, whatever the device called it; and its phase is what the rules see', () => {
    const record = aStatusRecord({ name: 'Chased by the customer', simple: 'needs-you' });
    const { tickets, entries } = effectsOf(set({ statuses: [record] }));
    expect(statusOf(tickets[0] as Ticket)).toBe('in-progress');
    expect(tickets[0]?.statuses.at(-1)).toMatchObject(statusNamed(record));
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'status', to: 'in-progress', named: statusNamed(record).named }]);
  });

  test('is shown as the device knew it, until the desk has answered', () => {
    expect(ticketOf(set({})).statuses.at(-1)).toMatchObject(statusNamed(aStatusRecord()));
  });

  test('is refused where it is gone, is for the other kind, or means another phase by now', () => {
    expect(refusalOf(set({ statuses: [] }))).toEqual({ kind: 'no-such-status' });
    expect(refusalOf(set({ statuses: [aStatusRecord({ for: 'request' })] }))).toEqual({ kind: 'no-such-status' });
    for (const phase of ticketStatuses) {
      const decision = set({ statuses: [aStatusRecord({ phase })] });
      if (phase === 'in-progress') expect(decision.ok).toBe(true);
      else expect(refusalOf(decision)).toEqual({ kind: 'status-changed' });
    }
  });

  test('000.11, 000.20: is what a chase sets where the policy says so, once, also over its bare phase', () => {
    const { status, named: setNamed } = statusNamed(aStatusRecord());
    const policy = aChasePolicy({ setStatus: status, setNamed });
    const partition = aPartition({ chase: { call: policy, request: policy } });
    for (const before of [aTicket(), withStatus('in-progress')]) {
      const chased = ticketOf(decideAction(aScene({ partition, ticket: before }), chase));
      expect(chased.statuses.at(-1)).toMatchObject({ status, named: setNamed });
      const later = aScene({ partition, ticket: chased, now: noon + minutes(60) });
      expect(ticketOf(decideAction(later, { ...chase, id: minted<ActionId>(0xac2) })).statuses).toEqual(chased.statuses);
    }
  });

  test('is over once something else is set, answered or resolved: no name stays behind', () => {
    const waiting = { ...withStatus('new'), statuses: [{ ...aStatus('new'), ...statusNamed(aStatusRecord({ phase: 'waiting-for-person' })) }] };
    expect(ticketOf(decideAction(aScene({ ticket: waiting }), reply)).statuses.at(-1)).toEqual({ id: `${reply.id}/status`, at: noon, status: 'in-progress' });
    expect(ticketOf(decideAction(aScene({ ticket: waiting }), solved)).statuses.at(-1)?.named).toBeUndefined();
  });
});

describe('what the ticket already holds is not done again, while its entry is still to come', () => {
  const doneBy = (
    action: TicketAction,
    actor: Scene['actor'],
    before: Ticket,
    after: readonly StatusFact[] = [],
  ): { readonly held: Ticket; readonly again: Effects } => {
    const done = ticketOf(decideAction(aScene({ actor, ticket: before }), action));
    const held = { ...done, statuses: [...done.statuses, ...after] };
    return { held, again: effectsOf(decideAction(aScene({ actor, ticket: held, now: noon - minutes(5) }), action)) };
  };
  const resolve = anAction({ kind: 'set-status', data: { status: 'resolved' } });

  test.each([
    ['a chase', chase, aPerson(), aTicket(), []],
    ['what was said to be solved', solved, aPerson(), aTicket(), []],
    ['what was said to be solved, and closed since', solved, aPerson(), aTicket(), [aStatus('closed', noon + 1)]],
    ['a reopening', reopen, aPerson(), withStatus('resolved'), []],
    ['a reopening, resolved anew since', reopen, aPerson(), withStatus('resolved'), [aStatus('resolved', noon + 1)]],
    ['a status', resolve, anAnalyst(), aTicket(), []],
    ['a status that was changed since', resolve, anAnalyst(), aTicket(), [aStatus('in-progress', noon + 1)]],
    ['a reply that answered the desk, which asks anew', reply, aPerson(), withStatus('waiting-for-person'), [aStatus('waiting-for-person', noon + 1)]],
  ] as const)('%s', (_, action, actor, before, after) => {
    const { held, again } = doneBy(action, actor, before, after);
    expect(again.tickets).toEqual([held]);
    expect(again.entries.map(({ id }) => id)).toEqual([action.id]);
  });
});

describe('reading', () => {
  const readUpTo = (upTo: number, over: Partial<Ticket>): number =>
    ticketOf(decideAction(aScene({ ticket: aTicket(over) }), anAction({ kind: 'mark-read', data: { upTo } }))).readAt;

  test('goes as far as the person saw, and never back', () => {
    expect(readUpTo(noon - 10, { readAt: noon - 20 })).toBe(noon - 10);
    expect(readUpTo(noon - 30, { readAt: noon - 20 })).toBe(noon - 20);
  });

  test('never goes beyond what there is to read', () => {
    expect(readUpTo(noon + 1000, { readAt: 0 })).toBe(noon);
  });

  test('of what the desk just wrote counts on a device whose clock is behind', () => {
    expect(readUpTo(noon + 500, { readAt: 0, deskWroteAt: noon + 500 })).toBe(noon + 500);
  });
});

describe('for every life of a ticket', () => {
  const always = (promise: (life: ReturnType<typeof live>) => void): void =>
    fc.assert(
      fc.property(fc.array(anyDoing(), { maxLength: 25 }), (doings) => {
        promise(live(aTicket(), doings));
      }),
      { numRuns: 300 },
    );

  test('there is at most one escalation, logged by the chase that reached the maximum', () => {
    always(({ view, made }) => {
      const reached = view.ticket.chases.length === 3;
      expect(made.map((call) => call.escalates)).toEqual(reached ? [view.ticket.id] : []);
      expect(view.entries.filter(({ body }) => body.kind === 'escalation')).toHaveLength(reached ? 1 : 0);
      expect(view.ticket.escalationCallId).toBe(made[0]?.id ?? null);
    });
  });

  test('chases keep their distance and stay within their number', () => {
    always(({ view }) => {
      const { chases } = view.ticket;
      expect(chases.length).toBeLessThanOrEqual(3);
      chases.slice(1).forEach((later, index) => expect(later.at - (chases[index]?.at ?? 0)).toBeGreaterThanOrEqual(minutes(60)));
    });
  });

  test('nothing happens twice: every entry and every status has an id of its own', () => {
    always(({ view }) => {
      for (const facts of [view.entries, view.ticket.statuses, view.ticket.chases]) expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    });
  });

  test('the timeline is in order, and the ticket is as new as its newest entry that the person sees', () => {
    always(({ view }) => {
      const times = view.entries.map(({ at }) => at);
      expect(times).toEqual([...times].sort((one, other) => one - other));
      const seen = view.entries.filter(({ body }) => !isForDeskOnly(body));
      expect(view.ticket.updatedAt).toBe(seen.at(-1)?.at ?? aTicket().updatedAt);
    });
  });

  test('everything that was taken left its entry, but for reading', () => {
    always(({ taken, view }) => {
      const left = view.entries.map(({ id }) => id as string);
      expect(taken.filter(({ action }) => action.kind !== 'mark-read' && !left.includes(action.id)).map(({ action }) => action.kind)).toEqual([]);
    });
  });
});

describe('the arguments', () => {
  const frozen = <Thing>(thing: Thing): Thing => {
    if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
      Object.freeze(thing);
      Object.values(thing).forEach(frozen);
    }
    return thing;
  };

  test.each(Object.keys(bodies) as TicketAction['kind'][])('are never changed by %s', (kind) => {
    const actor = aPerson({ roles: ['employee', 'analyst'] });
    const tickets = [null, ...ticketStatuses.map((status) => withStatus(status)), aTicket({ requester: { id: named<PersonId>('ben'), name: 'Ben Okafor' } })];
    for (const ticket of tickets) {
      const scene = frozen(aScene({ actor, ticket, service: aService(), flow: aFlow() }));
      const action = frozen(actionOf(kind));
      // A module is strict: writing to a frozen thing throws.
      expect(() => decideAction(scene, action)).not.toThrow();
      expect(decideAction(scene, action)).toEqual(decideAction(scene, action));
    }
  });
});

test('a clock that is behind never makes a ticket look older than the desk says', () => {
  const ahead = aTicket({ updatedAt: noon + minutes(5), statuses: [aStatus('new')] });
  for (const kind of ['reply', 'attach', 'chase'] as const)
    expect(ticketOf(decideAction(aScene({ ticket: ahead }), actionOf(kind))).updatedAt).toBe(noon + minutes(5));
});
