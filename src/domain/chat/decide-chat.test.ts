import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxTextLength, type TicketAction, type TicketActionBody } from '../action.ts';
import { aChat, aPartition, aPerson, aScene, aStatus, aTicket, anAction, anAnalyst, anAssigned, minted, named, noon } from '../builders.testing.ts';
import { decideAction as decide } from '../decide-action.ts';
import type { GroupId, ActionId, EntryId, PersonId } from '../ids.ts';
import { layOver, type TicketView } from '../lay-over.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import type { Decision, Effects, Scene } from '../scene.ts';
import { statusOf, type Ticket, type TicketStatus } from '../ticket.ts';
import { chatStateOf } from './chat.ts';
import { decideChat, endByWaitLimit, giveBack, takeFromAnalyst } from './decide-chat.ts';

const decideAction = (scene: Scene, action: TicketAction): Decision => decide(scene, action, decideChat);
const ada = aPerson();
const gus = anAnalyst();
const hal = anAnalyst({ id: named<PersonId>('hal'), name: 'Hal Reyes' });
const atTheDesk: Scene['chat'] = { offer: 'open', isElsewhere: false, call: null, obstacle: null, isFree: true };

const effectsOf = (decision: Decision): Effects => {
  if (!decision.ok) throw new Error(`refused: ${decision.problem.kind}`);
  return decision.value;
};
const refusalOf = (decision: Decision): Refusal | null => (decision.ok ? null : decision.problem);
const ask = (text = 'The printer is jammed\nIt is the one in room 214.') => anAction({ kind: 'ask-chat', data: { text } });
const accept = anAction({ kind: 'accept-chat', data: {} });
const say = anAction({ kind: 'say', data: { text: 'Hello' } });
const end = anAction({ kind: 'end-chat', data: {} });
const inChat = (kind: 'waiting' | 'open' | 'ended'): Ticket => aTicket({ source: 'chat', chat: aChat(kind) });
const givenBack = giveBack(inChat('open'), noon, minted<EntryId>(0xb0))?.ticket ?? inChat('open');

describe('asking for a chat', () => {
  const scene = aScene({ ticket: null, chat: atTheDesk, ticketNumber: null });

  test('logs the call at once, named by the first line, with the time it was asked at and the words', () => {
    const { tickets, entries } = effectsOf(decideAction(scene, ask()));
    expect(tickets[0]).toMatchObject({ title: 'The printer is jammed', kind: 'call', source: 'chat', requester: { id: 'ada' }, raisedAt: noon });
    expect(tickets[0].chat && chatStateOf(tickets[0].chat)).toEqual({ kind: 'waiting', since: noon });
    expect(entries.map(({ body, by }) => [body.kind, by?.side])).toEqual([
      ['raised', 'person'],
      ['chat-asked', 'person'],
      ['said', 'person'],
    ]);
  });

  test('leaves a message where no chat can be had: the same call, the same words, and nobody waits', () => {
    for (const chat of [
      { ...atTheDesk, offer: 'off' as const },
      { ...atTheDesk, offer: 'out-of-hours' as const },
      { ...atTheDesk, offer: 'nobody-there' as const },
      { ...atTheDesk, isElsewhere: true },
    ]) {
      const { tickets, entries } = effectsOf(decideAction({ ...scene, chat }, ask()));
      expect([tickets[0].chat, tickets[0].source]).toEqual([undefined, 'chat']);
      expect(entries.map(({ body }) => body)).toEqual([{ kind: 'raised' }, { kind: 'message', text: ask().data.text }]);
    }
  });

  test('a message that is left is the same call without a chat, wherever one could be had', () => {
    const left = effectsOf(decideAction(scene, anAction({ kind: 'leave-message', data: ask().data })));
    expect(left.tickets[0].chat).toBeUndefined();
    expect(left.tickets[0].title).toBe('The printer is jammed');
  });

  test('000.27: the template says what the call is and who gets it, and how it is called where the words say nothing', () => {
    const assigned = { group: { id: named<GroupId>('network'), name: 'Network' }, analyst: null };
    const call = { title: 'Question by chat', priority: 'high' as const, callType: 'question' as const, assigned };
    const { tickets } = effectsOf(decideAction({ ...scene, chat: { ...atTheDesk, call } }, ask('\u200e\u202e\n?')));
    expect(tickets[0]).toMatchObject({ kind: 'call', source: 'chat', priority: 'high', callType: 'question', assigned });
    expect(effectsOf(decideAction({ ...scene, chat: { ...atTheDesk, call } }, ask('\u202e'))).tickets[0].title).toBe('Question by chat');
  });

  test('a long first line is cut, in the middle of no character', () => {
    const { title } = effectsOf(decideAction(scene, ask('🖨'.repeat(200)))).tickets[0];
    expect(title.isWellFormed()).toBe(true);
    expect(title.endsWith('…')).toBe(true);
    expect(title.length).toBeLessThanOrEqual(120);
  });

  test('needs words, the right, and a call that is not there yet', () => {
    expect(refusalOf(decideAction(scene, ask(' \n ')))).toEqual({ kind: 'empty-text' });
    expect(refusalOf(decideAction(scene, ask('x'.repeat(maxTextLength + 1))))).toEqual({ kind: 'text-too-long', maxLength: maxTextLength });
    expect(refusalOf(decideAction({ ...scene, actor: { ...ada, rights: [] } }, ask()))).toEqual({ kind: 'not-allowed' });
    expect(refusalOf(decideAction({ ...scene, ticket: aTicket() }, ask()))).toEqual({ kind: 'already-raised' });
  });
});

describe('taking a chat', () => {
  const scene = (over: Partial<Scene> = {}): Scene => aScene({ actor: gus, ticket: inChat('waiting'), chat: atTheDesk, ...over });

  test('opens it with the analyst, and the call is in progress', () => {
    const { tickets, entries } = effectsOf(decideAction(scene(), accept));
    expect(tickets[0].chat && chatStateOf(tickets[0].chat)).toEqual({ kind: 'open', since: noon, analyst: { id: 'gus', name: 'Gus Green' } });
    expect(statusOf(tickets[0])).toBe('in-progress');
    expect(entries.map(({ body, by }) => [body.kind, by?.name])).toEqual([['chat-accepted', 'Gus Green']]);
  });

  test('makes the call theirs, in the group that it went to; and nobody’s again where it is given back, unless it is somebody else’s by then', () => {
    const ticket = { ...inChat('waiting'), assigned: anAssigned('network', null) };
    const { tickets } = effectsOf(decideAction(scene({ ticket }), accept));
    expect(tickets[0].assigned).toMatchObject({ group: { id: 'network' }, analyst: { id: 'gus', name: 'Gus Green' } });
    const back = named<EntryId>('back');
    expect(giveBack(tickets[0], noon, back)?.ticket.assigned).toMatchObject({ group: { id: 'network' }, analyst: null });
    const given = anAssigned(null, 'hal');
    expect(giveBack({ ...tickets[0], assigned: given }, noon, back)?.ticket.assigned).toEqual(given);
  });

  test('leaves a status that the desk has set already', () => {
    const ticket = { ...inChat('waiting'), statuses: [aStatus('waiting-for-supplier')] };
    expect(statusOf(effectsOf(decideAction(scene({ ticket }), accept)).tickets[0])).toBe('waiting-for-supplier');
  });

  test('the second one is told who has it, and the first one again is told nothing new', () => {
    expect(refusalOf(decideAction(scene({ actor: hal, ticket: inChat('open') }), accept))).toEqual({ kind: 'chat-taken', by: 'Gus Green' });
    expect(effectsOf(decideAction(scene({ ticket: inChat('open') }), accept))).toEqual({ tickets: [inChat('open')], entries: [] });
  });

  test('what is over, or never was a chat, is not taken', () => {
    expect(refusalOf(decideAction(scene({ ticket: inChat('ended') }), accept))).toMatchObject({ kind: 'chat-ended' });
    expect(refusalOf(decideAction(scene({ ticket: aTicket() }), accept))).toEqual({ kind: 'no-such-chat' });
  });

  test('002.3: who lacks something is told what, and who is not free is told that', () => {
    for (const obstacle of ['not-an-analyst', 'not-listed', 'no-prompt-to-save'] as const)
      expect(refusalOf(decideAction(scene({ chat: { ...atTheDesk, obstacle } }), accept))).toEqual({ kind: 'cannot-take-chats', because: obstacle });
    expect(refusalOf(decideAction(scene({ chat: { ...atTheDesk, isFree: false } }), accept))).toEqual({ kind: 'not-available' });
  });

  test('after it was given back anybody who is free takes it', () => {
    expect(effectsOf(decideAction(scene({ actor: hal, ticket: givenBack }), accept)).tickets[0].chat?.facts.map(({ kind }) => kind)).toEqual([
      'asked',
      'accepted',
      'given-back',
      'accepted',
    ]);
  });
});

describe('talking', () => {
  const states = { waiting: inChat('waiting'), open: inChat('open'), ended: inChat('ended'), 'given back': givenBack, 'no chat': aTicket() } as const;
  const outcomes: Readonly<Record<keyof typeof states, { readonly ada: string | null; readonly gus: string | null; readonly hal: string | null }>> = {
    waiting: { ada: null, gus: 'chat-given-back', hal: 'chat-given-back' },
    open: { ada: null, gus: null, hal: 'chat-taken' },
    ended: { ada: 'chat-ended', gus: 'chat-ended', hal: 'chat-ended' },
    'given back': { ada: null, gus: 'chat-given-back', hal: 'chat-given-back' },
    'no chat': { ada: 'no-such-chat', gus: 'no-such-chat', hal: 'no-such-chat' },
  };
  const cases = Object.entries(states).flatMap(([state, ticket]) => [ada, gus, hal].map((actor) => ({ state: state as keyof typeof states, ticket, actor })));

  test.each(cases)('002.6: in a chat that is $state, $actor.id', ({ state, ticket, actor }) => {
    const decision = decideAction(aScene({ actor, ticket }), say);
    expect(refusalOf(decision)?.kind ?? null).toBe(outcomes[state][actor.id as 'ada' | 'gus' | 'hal']);
    if (!decision.ok) return;
    expect(decision.value.entries.map(({ body }) => body)).toEqual([{ kind: 'said', text: 'Hello' }]);
    const { deskWroteAt, personWroteAt } = decision.value.tickets[0];
    expect(actor === ada ? personWroteAt : deskWroteAt).toBe(noon);
  });

  test.each(cases)('002.8: ending a chat that is $state, $actor.id', ({ state, ticket, actor }) => {
    const decision = decideAction(aScene({ actor, ticket }), end);
    // What is over is as it was wanted.
    expect(refusalOf(decision)?.kind ?? null).toBe(state === 'ended' ? null : outcomes[state][actor.id as 'ada' | 'gus' | 'hal']);
    if (!decision.ok) return;
    const after = decision.value.tickets[0].chat;
    expect(after && chatStateOf(after)).toMatchObject(state === 'ended' ? { kind: 'ended', at: noon - 19 * 60_000 } : { kind: 'ended', at: noon });
    expect(decision.value.entries).toHaveLength(state === 'ended' ? 0 : 1);
  });

  const saidBy = (actor: Person, ticket: Ticket, over: Partial<Scene> = {}): Effects => effectsOf(decideAction(aScene({ actor, ticket, ...over }), say));
  const talking = (status: TicketStatus): Ticket => ({ ...inChat('open'), statuses: [aStatus('new', noon - 2), aStatus(status, noon - 1)] });

  test('what the person says answers a call that waits for them, as a reply does', () => {
    expect(statusOf(saidBy(ada, talking('waiting-for-person')).tickets[0])).toBe('in-progress');
    for (const status of ['new', 'in-progress', 'waiting-for-supplier'] as const) expect(statusOf(saidBy(ada, talking(status)).tickets[0])).toBe(status);
  });

  test.each(['resolved', 'closed'] as const)('what the person says opens a call again that was %s while they talked, and its history says so', (status) => {
    for (const ticket of [talking(status), { ...talking(status), chat: aChat('waiting') }]) {
      const { tickets, entries } = saidBy(ada, ticket, { partition: aPartition({ reopenWindowDays: 0 }) });
      expect(statusOf(tickets[0])).toBe('in-progress');
      expect(tickets[0].personWroteAt).toBe(noon);
      expect(entries.map(({ id, by, body }) => [id, by?.name, body.kind])).toEqual([
        [say.id, 'Ada Lovell', 'said'],
        [`${say.id}/reopened`, 'Ada Lovell', 'reopened'],
      ]);
    }
  });

  test('what the person says behind words that became a message follows them as one, and the desk says nothing there', () => {
    const left = aTicket({ source: 'chat' });
    const { tickets, entries } = saidBy(ada, left);
    expect(tickets[0]).toMatchObject({ personWroteAt: noon });
    expect(tickets[0].chat).toBeUndefined();
    expect(entries.map(({ id, body }) => [id, body])).toEqual([[say.id, { kind: 'message', text: 'Hello' }]]);
    expect(refusalOf(decideAction(aScene({ ticket: left }), anAction({ kind: 'say', data: { text: ' ' } })))).toEqual({ kind: 'empty-text' });
    expect(refusalOf(decideAction(aScene({ actor: gus, ticket: left }), say))).toEqual({ kind: 'no-such-chat' });
  });

  test('a chat that never came about is over as it was wanted: who called it off is told nothing, and the desk ends nothing there', () => {
    const left = aTicket({ source: 'chat' });
    expect(effectsOf(decideAction(aScene({ ticket: left }), end))).toEqual({ tickets: [left], entries: [] });
    expect(refusalOf(decideAction(aScene({ actor: gus, ticket: left }), end))).toEqual({ kind: 'no-such-chat' });
  });

  test('what the analyst says leaves the call as it is set', () => {
    for (const status of ['waiting-for-person', 'resolved', 'closed'] as const) {
      const { tickets, entries } = saidBy(gus, talking(status));
      expect(statusOf(tickets[0])).toBe(status);
      expect(entries.map(({ body }) => body.kind)).toEqual(['said']);
    }
  });

  test('needs words', () => {
    expect(refusalOf(decideAction(aScene({ ticket: inChat('open') }), anAction({ kind: 'say', data: { text: ' ' } })))).toEqual({ kind: 'empty-text' });
  });
});

describe('afterwards', () => {
  test('the person rates it, and once more changes it; before the end there is nothing to rate', () => {
    const rate = (ticket: Ticket, rating: 'good' | 'bad') => decideAction(aScene({ ticket }), anAction({ kind: 'rate-chat', data: { rating } }));
    const once = effectsOf(rate(inChat('ended'), 'bad')).tickets[0];
    expect(once.chat?.rating).toBe('bad');
    expect(effectsOf(rate(once, 'good')).tickets[0].chat?.rating).toBe('good');
    for (const ticket of [inChat('open'), inChat('waiting'), aTicket()]) expect(refusalOf(rate(ticket, 'good'))).toEqual({ kind: 'no-such-chat' });
  });

  test('002.7: the contact is recorded once, when it was first made', () => {
    const record = anAction({ kind: 'record-contact', data: {} });
    const once = effectsOf(decideAction(aScene({ actor: gus, ticket: inChat('open') }), record)).tickets[0];
    expect(once.contactedAt).toBe(noon);
    expect(effectsOf(decideAction(aScene({ actor: gus, ticket: once, now: noon + 1 }), record)).tickets[0].contactedAt).toBe(noon);
  });

  test('002.7: whoever never was in the chat records no contact for the analyst who is, or was, and nobody does where none was taken', () => {
    const record = anAction({ kind: 'record-contact', data: {} });
    const refused = (actor: Person, ticket: Ticket) => refusalOf(decideAction(aScene({ actor, ticket }), record));
    for (const ticket of [inChat('open'), inChat('ended'), givenBack]) expect(refused(hal, ticket)).toEqual({ kind: 'chat-taken', by: 'Gus Green' });
    for (const ticket of [inChat('waiting'), aTicket()]) expect(refused(hal, ticket)).toEqual({ kind: 'no-such-chat' });
  });

  test('002.7: the contact counts though word of it comes late: when the chat is over, waits again, or is somebody else’s by then', () => {
    const record = anAction({ kind: 'record-contact', data: {} });
    const takenOver = effectsOf(decideAction(aScene({ actor: hal, ticket: givenBack, chat: atTheDesk }), accept)).tickets[0];
    for (const ticket of [inChat('ended'), givenBack, takenOver])
      expect(effectsOf(decideAction(aScene({ actor: gus, ticket }), record)).tickets[0].contactedAt).toBe(noon);
  });

  test('what a rule does to a chat it does only to one that it is about', () => {
    const id = minted<EntryId>(1);
    expect([giveBack(inChat('waiting'), noon, id), giveBack(inChat('ended'), noon, id), giveBack(aTicket(), noon, id)]).toEqual([null, null, null]);
    expect([endByWaitLimit(inChat('open'), noon, id), endByWaitLimit(inChat('ended'), noon, id), endByWaitLimit(aTicket(), noon, id)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(giveBack(inChat('open'), noon, id)?.entry).toMatchObject({ by: null, body: { kind: 'chat-given-back', analyst: 'Gus Green' } });
    expect(giveBack(inChat('open'), noon, id)?.entry.body).not.toHaveProperty('because');
    const taken = takeFromAnalyst(inChat('open'), noon, id);
    expect(taken?.entry.body).toEqual({ kind: 'chat-given-back', analyst: 'Gus Green', because: 'left' });
    expect(taken?.ticket.chat?.facts.at(-1)).toEqual({ kind: 'given-back', id, at: noon, because: 'left' });
    expect(endByWaitLimit(givenBack, noon, id)?.ticket.chat?.facts.at(-1)).toEqual({ kind: 'ended', id, at: noon, by: 'wait-limit' });
  });
});

describe('whatever is done in a chat, by whom and in what order', () => {
  const doing = fc.record({
    actor: fc.constantFrom(ada, gus, hal),
    body: fc.constantFrom<TicketActionBody>(
      { kind: 'accept-chat', data: {} },
      { kind: 'say', data: { text: 'Hello' } },
      { kind: 'end-chat', data: {} },
      { kind: 'rate-chat', data: { rating: 'good' } },
      { kind: 'rate-chat', data: { rating: 'bad' } },
      { kind: 'record-contact', data: {} },
    ),
  });
  type Taken = { readonly action: TicketAction; readonly actor: Person };

  const lived = (
    doings: readonly { readonly actor: Person; readonly body: TicketActionBody }[],
  ): { readonly view: TicketView; readonly taken: readonly Taken[] } => {
    let view: TicketView = { ticket: inChat('waiting'), entries: [] };
    const taken: Taken[] = [];
    doings.forEach(({ actor, body }, n) => {
      const action = anAction(body, { id: minted<ActionId>(0x100 + n), at: noon + n });
      const decision = decideAction(aScene({ actor, ticket: view.ticket, now: noon + n }), action);
      if (!decision.ok) return;
      taken.push({ action, actor });
      view = { ticket: decision.value.tickets[0], entries: [...view.entries, ...decision.value.entries] };
    });
    return { view, taken };
  };

  test('it is taken at most once, ends at most once, and only its analyst and the person were heard', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), (doings) => {
        const { facts } = lived(doings).view.ticket.chat ?? { facts: [] };
        expect(['asked', 'asked accepted', 'asked accepted ended', 'asked ended']).toContain(facts.map(({ kind }) => kind).join(' '));
        const analyst = facts.find((fact) => fact.kind === 'accepted')?.by.id;
        const endedAt = facts.find(({ kind }) => kind === 'ended')?.at ?? Infinity;
        for (const { body, by, at } of lived(doings).view.entries) {
          if (body.kind !== 'said') continue;
          expect([ada.id, analyst]).toContain(by?.id);
          expect(at).toBeLessThan(endedAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('laying it over what already holds it changes nothing, with entries and without', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), (doings) => {
        const { view, taken } = lived(doings);
        const actorById = new Map(taken.map(({ action, actor }) => [action.id, actor]));
        const known = (action: TicketAction) => {
          const { ticket: _ticket, now: _now, ...rest } = aScene({ actor: actorById.get(action.id) ?? ada });
          return rest;
        };
        const actions = taken.map(({ action }) => action);
        expect(layOver(view, actions, known, undefined, decideChat)).toEqual(view);
        expect(layOver({ ticket: view.ticket, entries: [] }, actions, known, undefined, decideChat)?.ticket).toEqual(view.ticket);
      }),
      { numRuns: 500 },
    );
  });

  test('words that came too late stay where they were said', () => {
    const known = () => {
      const { ticket: _ticket, now: _now, ...rest } = aScene();
      return rest;
    };
    for (const rules of [decideChat, undefined]) {
      const view = layOver({ ticket: inChat('ended'), entries: [] }, [say], known, undefined, rules);
      expect(view).toMatchObject({ ticket: inChat('ended'), entries: [{ id: say.id, body: { kind: 'said', text: 'Hello' } }] });
    }
  });
});

test('without the rules of a chat nothing in it is judged', () => {
  expect(refusalOf(decide(aScene({ actor: gus, ticket: inChat('waiting') }), accept))).toEqual({ kind: 'not-supported' });
});
