import { describe, expect, test } from 'vitest';
import { aScene, aStatus, aTicket, anAction, anAnalyst, anAssigned, minted, named, noon } from '../builders.testing.ts';
import { decideAction } from '../decide-action.ts';
import { decideAtDesk } from '../decide-at-desk.ts';
import type { ActionId, GroupId, PartitionId, PersonId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Decision, Effects } from '../scene.ts';
import { statusOf, ticketStatuses, type Assigned, type Ticket } from '../ticket.ts';
import { nobody } from './assignment.ts';
import type { DeskPeople } from './desk-people.ts';

const deskPeople: DeskPeople = {
  id: named<PartitionId>('council'),
  groups: [{ id: named<GroupId>('network'), name: 'Network', memberIds: [named<PersonId>('gus')] }],
  analysts: [
    { id: named<PersonId>('gus'), name: 'Gus Green' },
    { id: named<PersonId>('hal'), name: 'Hal Novak' },
  ],
};
const gus = anAssigned(null, 'gus');
const network = anAssigned('network', null);

/** Gus gives a ticket; the desk judges it. */
const give = (from: Assigned, to: Assigned, ticket: Ticket = aTicket(), over: Partial<Parameters<typeof aScene>[0]> = {}): Decision =>
  decideAction(aScene({ actor: anAnalyst(), ticket, deskPeople, ...over }), anAction({ kind: 'assign', data: { from, to } }), undefined, decideAtDesk);
const effectsOf = (decision: Decision): Effects => {
  if (!decision.ok) throw new Error(`refused: ${decision.problem.kind}`);
  return decision.value;
};
const refusalOf = (decision: Decision): Refusal | null => (decision.ok ? null : decision.problem);

describe('from whom to whom', () => {
  const everybody = [nobody, gus, network, anAssigned('network', 'gus'), anAssigned('network', 'hal')];
  const cases = everybody.flatMap((had) => everybody.flatMap((from) => everybody.map((to) => ({ had, from, to }))));

  test('it is given where it is as it was seen, or already as it is wanted, and nowhere else', () => {
    for (const { had, from, to } of cases) {
      const decision = give(from, to, aTicket({ assigned: had }));
      if (had === from || had === to) expect(effectsOf(decision).tickets[0].assigned).toEqual(to);
      else expect(refusalOf(decision)).toEqual({ kind: 'given-meanwhile', by: had.analyst?.name ?? had.group?.name ?? '' });
    }
  });

  test('a ticket that nobody was named for is nobody’s', () => {
    expect(effectsOf(give(nobody, gus)).tickets[0].assigned).toEqual(gus);
  });

  test('of two who take it at once the second is told who has it, and takes it over knowingly', () => {
    const hal = anAssigned(null, 'hal');
    const taken = effectsOf(give(nobody, hal)).tickets[0];
    expect(refusalOf(give(nobody, gus, taken))).toEqual({ kind: 'given-meanwhile', by: 'Hal Novak' });
    expect(effectsOf(give(hal, gus, taken)).tickets[0].assigned).toEqual(gus);
  });
});

describe('whom it can be given to', () => {
  const stranger = (id: string): Assigned => ({ group: null, analyst: { id: named<PersonId>(id), name: 'Gus Green' } });

  test('analysts and groups of its partition, by the names that the desk has for them', () => {
    const misnamed: Assigned = { group: { id: named<GroupId>('network'), name: 'Free beer' }, analyst: { id: named<PersonId>('hal'), name: 'The King' } };
    expect(effectsOf(give(nobody, misnamed)).tickets[0].assigned).toEqual(anAssigned('network', 'hal'));
  });

  test('nobody else: one who has left or works elsewhere, or a group that nobody of it is in', () => {
    for (const to of [stranger('hugo'), anAssigned('first', null), { ...gus, group: anAssigned('first', null).group }])
      expect(refusalOf(give(nobody, to))).toEqual({ kind: 'cannot-look-after-it' });
  });

  test('not whoever raised it, though they are an analyst', () => {
    const ticket = aTicket({ requester: { id: named<PersonId>('hal'), name: 'Hal Novak' } });
    expect(refusalOf(give(nobody, anAssigned(null, 'hal'), ticket))).toEqual({ kind: 'cannot-look-after-it' });
    expect(refusalOf(give(nobody, gus, ticket))).toBeNull();
  });

  test('a group that has it keeps it, also when nobody of the partition is in it any more', () => {
    const first = anAssigned('first', null);
    const taken = { ...first, analyst: gus.analyst };
    expect(effectsOf(give(first, taken, aTicket({ assigned: first }))).tickets[0].assigned).toEqual(taken);
  });

  test('an analyst who has it keeps it while it is given to a group, also one who has left', () => {
    const theirs = stranger('hugo');
    const both = { ...network, analyst: theirs.analyst };
    expect(effectsOf(give(theirs, both, aTicket({ assigned: theirs }))).tickets[0].assigned).toEqual(both);
    expect(refusalOf(give(nobody, both))).toEqual({ kind: 'cannot-look-after-it' });
  });

  test('a device that does not know for certain lets it be, and the desk has the last word', () => {
    const action = anAction({ kind: 'assign', data: { from: nobody, to: stranger('hugo') } });
    expect(refusalOf(decideAction(aScene({ actor: anAnalyst() }), action, undefined, decideAtDesk))).toBeNull();
  });
});

describe('what comes of it', () => {
  test('an entry for the desk, and for the person nothing that is newer than it was', () => {
    const { tickets, entries } = effectsOf(give(nobody, network));
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'assigned', to: network }]);
    expect(tickets[0].updatedAt).toBe(aTicket().updatedAt);
  });

  test('whoever takes a new ticket has begun with it, and the person sees so; no other status is touched', () => {
    for (const status of ticketStatuses) {
      const ticket = aTicket({ statuses: [aStatus(status, noon - 1)] });
      const { tickets, entries } = effectsOf(give(nobody, gus, ticket));
      expect([status, statusOf(tickets[0])]).toEqual([status, status === 'new' ? 'in-progress' : status]);
      expect(entries.map(({ body }) => body.kind)).toEqual(status === 'new' ? ['assigned', 'status'] : ['assigned']);
      expect(tickets[0].updatedAt).toBe(status === 'new' ? noon : ticket.updatedAt);
    }
  });

  test('giving it to somebody else, or back, begins nothing', () => {
    for (const to of [network, anAssigned(null, 'hal'), nobody]) expect(statusOf(effectsOf(give(nobody, to)).tickets[0])).toBe('new');
  });

  test('done again it is the same: the same ticket, and the same entries', () => {
    const first = effectsOf(give(nobody, gus));
    expect(effectsOf(give(nobody, gus, first.tickets[0]))).toEqual(first);
  });

  test('said by another action it is an entry again, and begins nothing twice', () => {
    const once = effectsOf(give(nobody, gus)).tickets[0];
    const again = anAction({ kind: 'assign', data: { from: nobody, to: gus } }, { id: minted<ActionId>(0xad) });
    const { tickets, entries } = effectsOf(decideAction(aScene({ actor: anAnalyst(), ticket: once, deskPeople }), again, undefined, decideAtDesk));
    expect(tickets[0]).toEqual(once);
    expect(entries).toHaveLength(1);
  });
});
