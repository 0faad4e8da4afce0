import { expect, test } from 'vitest';
import { aChase, anAssigned, aTicket, minted, named, noon } from '../../domain/builders.testing.ts';
import { priorities } from '../../domain/call.ts';
import type { PartitionId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { fitsDesk, holdersOf, mine, none, placesOf, readDeskFilter, setCount, type DeskFilter } from './desk-filter.ts';

const everything: DeskFilter = readDeskFilter({});
const viewer = { personId: 'gus', groupIds: new Set(['network', 'first']), now: noon };

let last = 0;
const summary = (title: string, ticket: Partial<Ticket> = {}, over: Partial<TicketSummary> = {}): TicketSummary => {
  last += 1;
  const whole = aTicket({ id: minted<TicketId>(last), title, ...ticket });
  return { ticket: whole, id: whole.id, status: 'in-progress', open: true, unread: false, unanswered: false, pending: null, ...over };
};
const titles = (tickets: readonly TicketSummary[], filter: Partial<DeskFilter>): readonly string[] =>
  tickets.filter((one) => fitsDesk(one, { ...everything, ...filter }, viewer)).map(({ ticket }) => ticket.title);

const given = [
  summary('nobody’s'),
  summary('gus', { assigned: anAssigned(null, 'gus') }),
  summary('hal', { assigned: anAssigned(null, 'hal') }),
  summary('network', { assigned: anAssigned('network', null) }),
  summary('network, hal', { assigned: anAssigned('network', 'hal') }),
  summary('doors', { assigned: anAssigned('doors', null) }),
];

test('003.7: by group: mine, one of them, and what no group has', () => {
  expect(titles(given, { group: mine })).toEqual(['network', 'network, hal']);
  expect(titles(given, { group: 'doors' })).toEqual(['doors']);
  expect(titles(given, { group: none })).toEqual(['nobody’s', 'gus', 'hal']);
});

test('003.7: by analyst: mine, somebody’s, and what nobody has taken, be it a group’s or not', () => {
  expect(titles(given, { analyst: mine })).toEqual(['gus']);
  expect(titles(given, { analyst: 'hal' })).toEqual(['hal', 'network, hal']);
  expect(titles(given, { analyst: none })).toEqual(['nobody’s', 'network', 'doors']);
});

test('003.7: by several at once: what nobody of my groups has taken', () => {
  expect(titles(given, { group: mine, analyst: none })).toEqual(['network']);
});

test('003.7: by priority; a ticket that has none has the usual one', () => {
  const tickets = [summary('unsaid'), ...priorities.map((priority) => summary(priority, { priority }))];
  for (const priority of priorities) expect(titles(tickets, { priority })).toEqual(priority === 'normal' ? ['unsaid', 'normal'] : [priority]);
});

test('003.7: by place, and by who waits: chased, unanswered, late', () => {
  const tickets = [
    summary('here', { place: 'Harbour' }),
    summary('chased', { chases: [aChase(noon)] }),
    summary('unanswered', {}, { unanswered: true }),
    summary('late', { dueAt: noon - 1 }),
    summary('in time', { dueAt: noon + 1 }),
  ];
  expect(titles(tickets, { place: 'Harbour' })).toEqual(['here']);
  for (const only of ['chased', 'unanswered', 'late'] as const) expect(titles(tickets, { only })).toEqual([only]);
});

test('whoever has a ticket can be looked for, also when they could be given none any more', () => {
  const people = { id: named<PartitionId>('council'), groups: [], analysts: [{ id: named<PersonId>('gus'), name: 'Gus Green' }] };
  const { groups, analysts } = holdersOf(given, people);
  expect(groups.map(({ id }) => id)).toEqual(['network', 'doors']);
  expect(analysts.map(({ id }) => id)).toEqual(['gus', 'hal']);
});

test('what an address says and nobody knows narrows nothing', () => {
  expect(readDeskFilter({ only: 'lost', priority: 'huge', group: '', analyst: '', place: '' })).toEqual(everything);
  expect(setCount(everything)).toBe(0);
  expect(setCount(readDeskFilter({ only: 'late', group: mine, place: 'Harbour' }))).toBe(3);
});

test('places are those of the tickets, by name; of too many the most frequent, and the one that is looked for', () => {
  const at = (place: string) => summary('', { place });
  expect(placesOf([at('North'), at('East'), at('North'), summary('')], null)).toEqual(['East', 'North']);
  const many = Array.from({ length: 150 }, (_, number) => at(`Room ${number + 1_000}`));
  const shown = placesOf([...many, at('Attic'), at('Attic'), at('Zoo')], 'Zoo');
  expect(shown).toHaveLength(101);
  expect([shown[0], shown.at(-1)]).toEqual(['Attic', 'Zoo']);
});
