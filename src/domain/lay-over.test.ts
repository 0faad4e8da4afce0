import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDoing, live } from './action-arbitraries.testing.ts';
import { maxTextLength, type TicketAction } from './action.ts';
import {
  aChase,
  aFlow,
  aManifest,
  aPerson,
  aScene,
  aService,
  aStatus,
  aTicket,
  anAction,
  anAnalyst,
  anEntry,
  minted,
  named,
  noon,
} from './builders.testing.ts';
import type { ActionId, EntryId, QuestionId } from './ids.ts';
import { decideAtDesk } from './decide-at-desk.ts';
import { days, minutes } from './instant.ts';
import { layOver as layOverBy, type KnownScene, type TicketView } from './lay-over.ts';
import type { Person } from './person.ts';
import { statusOf } from './ticket.ts';

/** As a device does it that has the rules of the desk. */
const layOver = (
  said: TicketView | null,
  actions: readonly TicketAction[],
  known: KnownScene,
  isTaken?: (action: TicketAction) => boolean,
): TicketView | null => layOverBy(said, actions, known, isTaken, undefined, decideAtDesk);

const knownTo =
  (actorOf: (action: TicketAction) => Person): KnownScene =>
  (action) => {
    const {
      ticket: _ticket,
      now: _now,
      ...known
    } = aScene({ actor: actorOf(action), ticketNumber: null, escalationCall: null, service: aService(), flow: aFlow() });
    return known;
  };
const known = knownTo(() => aPerson());
const said = (over: Partial<TicketView> = {}): TicketView => ({ ticket: aTicket(), entries: [anEntry()], ...over });
const reply = (n: number, at = noon): TicketAction => anAction({ kind: 'reply', data: { text: `Reply ${n}` } }, { id: minted<ActionId>(n), at });
const kindsOf = (view: TicketView | null): readonly string[] => (view?.entries ?? []).map(({ body }) => body.kind);

test('nothing laid over is what the desk said', () => {
  const view = said();
  expect(layOver(view, [], known)).toBe(view);
  expect(layOver(null, [], known)).toBeNull();
});

test('a ticket raised here is there at once, without a number', () => {
  const answers = { [named<QuestionId>('what')]: 'Jammed', [named<QuestionId>('where')]: 'Here', [named<QuestionId>('photo')]: null };
  const raise = anAction({ kind: 'raise-ticket', data: { serviceId: aService().id, flow: aService().flow, answers } });
  const view = layOver(null, [raise, reply(2, noon + 1)], known);
  expect(view?.ticket).toMatchObject({ title: 'Jammed', number: null, raisedAt: noon });
  expect(kindsOf(view)).toEqual(['raised', 'message']);
});

test('what cannot be shown without its ticket shows nothing', () => {
  expect(layOver(null, [reply(1)], known)).toBeNull();
});

test('unsent chases count against the wait and the maximum', () => {
  const chases = [0, 1, 2].map((n) => anAction({ kind: 'chase', data: {} }, { id: minted<ActionId>(n), at: noon + minutes(60) * n }));
  const view = layOver(said({ ticket: aTicket({ chases: [aChase(noon - minutes(60))] }) }), chases, known);
  expect(view?.ticket.chases).toHaveLength(3);
  expect(view?.ticket.escalationCallId).toBeNull();
  const early = anAction({ kind: 'chase', data: {} }, { id: minted<ActionId>(9), at: noon + 1 });
  expect(layOver(said(), [chases[0] as TicketAction, early], known)?.ticket.chases).toHaveLength(1);
});

test('later actions see what earlier ones left', () => {
  const resolved = said({ ticket: aTicket({ statuses: [aStatus('resolved', noon - days(1))] }) });
  const reopen = anAction({ kind: 'reopen', data: {} }, { id: minted<ActionId>(1) });
  const chase = anAction({ kind: 'chase', data: {} }, { id: minted<ActionId>(2), at: noon + 1 });
  expect(layOver(resolved, [chase], known)?.ticket.chases).toEqual([]);
  const view = layOver(resolved, [reopen, chase], known);
  expect(view && statusOf(view.ticket)).toBe('in-progress');
  expect(view?.ticket.chases).toHaveLength(1);
});

test('what the desk took is shown, though this device does not know yet why it could be taken', () => {
  const fresh = said({ entries: [] });
  const reopen = anAction({ kind: 'reopen', data: {} }, { id: minted<ActionId>(1) });
  const early = anAction({ kind: 'chase', data: {} }, { id: minted<ActionId>(2), at: noon });
  const justChased = said({ ticket: aTicket({ chases: [aChase(noon)] }), entries: [] });
  expect(kindsOf(layOver(fresh, [reopen], known))).toEqual([]);
  expect(kindsOf(layOver(fresh, [reopen], known, () => true))).toEqual(['reopened']);
  const closed = said({ ticket: aTicket({ statuses: [aStatus('closed', noon)] }), entries: [] });
  const solved = anAction({ kind: 'resolve', data: {} }, { id: minted<ActionId>(3) });
  expect(kindsOf(layOver(closed, [solved], known))).toEqual([]);
  expect(layOver(closed, [solved], known, () => true)?.entries[0]?.body).toEqual({ kind: 'status', to: 'resolved' });
  expect(kindsOf(layOver(justChased, [early], known))).toEqual([]);
  expect(layOver(justChased, [early], known, () => true)?.entries[0]?.body).toEqual({ kind: 'chase', count: 2, of: 3 });
});

describe('what the rules would refuse', () => {
  const closed = said({ ticket: aTicket({ statuses: [aStatus('closed', noon - days(1))] }), entries: [] });
  const large = anAction({ kind: 'attach', data: { file: aManifest({ sizeBytes: 1e12 }), questionId: null } }, { id: minted<ActionId>(2) });
  const longNote = anAction({ kind: 'add-note', data: { text: 'x'.repeat(maxTextLength + 1) } }, { id: minted<ActionId>(3) });
  const chase = anAction({ kind: 'chase', data: {} }, { id: minted<ActionId>(4) });

  test('changes nothing, but words and files stay where they were written', () => {
    const view = layOver(closed, [reply(1), large, chase], known);
    expect(view?.ticket).toEqual(closed.ticket);
    expect(kindsOf(view)).toEqual(['message', 'file']);
    const note = layOver(
      said({ entries: [] }),
      [longNote],
      knownTo(() => anAnalyst()),
    );
    expect([note?.ticket, kindsOf(note)]).toEqual([aTicket(), ['note']]);
  });
});

describe('whatever was done to a ticket', () => {
  const doings = fc.array(anyDoing(), { maxLength: 20 });
  const lived = (
    promise: (life: ReturnType<typeof live>, actions: readonly TicketAction[], known: KnownScene) => void,
  ): fc.IPropertyWithHooks<[Parameters<typeof live>[1]]> =>
    fc.property(doings, (done) => {
      const life = live(aTicket(), done);
      const actorById = new Map(life.taken.map(({ action, by }) => [action.id, by]));
      promise(
        life,
        life.taken.map(({ action }) => action),
        knownTo((action) => actorById.get(action.id) ?? anAnalyst()),
      );
    });

  test('laying it over what already holds it changes nothing', () => {
    fc.assert(
      lived((life, actions, knownHere) => {
        expect(layOver(life.view, actions, knownHere)).toEqual(life.view);
      }),
      { numRuns: 300 },
    );
  });

  test('nor does it with a device’s clock that is off by an hour', () => {
    fc.assert(
      fc.property(doings, fc.integer({ min: -minutes(60), max: minutes(60) }), (done, offMs) => {
        const { view, taken } = live(aTicket(), done);
        const actions = taken.map(({ action }) => ({ ...action, at: action.at + offMs }));
        const actorById = new Map(taken.map(({ action, by }) => [action.id, by]));
        expect(
          layOver(
            view,
            actions,
            knownTo((action) => actorById.get(action.id) ?? anAnalyst()),
          ),
        ).toEqual(view);
      }),
      { numRuns: 300 },
    );
  });

  test('each thing is shown exactly once, however much of it the desk’s words already hold', () => {
    fc.assert(
      fc.property(doings, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (done, arrived) => {
        const { view, taken } = live(aTicket(), done);
        const actorById = new Map(taken.map(({ action, by }) => [action.id, by]));
        const partly: TicketView = { ticket: view.ticket, entries: view.entries.filter((_, index) => arrived[index]) };
        const shown = layOver(
          partly,
          taken.map(({ action }) => action),
          knownTo((action) => actorById.get(action.id) ?? anAnalyst()),
          // Who had it before is kept nowhere on the ticket: only its receipt tells that it was taken.
          ({ kind }) => kind === 'assign',
        );
        const times = (id: EntryId): number => shown?.entries.filter((entry) => entry.id === id).length ?? 0;
        for (const { action } of taken) if (action.kind !== 'mark-read') expect([action.kind, times(action.id as string as EntryId)]).toEqual([action.kind, 1]);
      }),
      { numRuns: 300 },
    );
  });

  test('laying over twice is laying over once', () => {
    fc.assert(
      lived((life, actions, knownHere) => {
        const bare: TicketView = { ticket: aTicket(), entries: [] };
        const once = layOver(bare, actions, knownHere);
        expect(layOver(once, actions, knownHere)).toEqual(once);
        expect(once?.ticket.chases).toHaveLength(life.view.ticket.chases.length);
      }),
      { numRuns: 300 },
    );
  });
});
