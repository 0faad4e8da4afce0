import { expect, test } from 'vitest';
import { aTicket, minted } from '../domain/builders.testing.ts';
import type { QuestionId, TicketId } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import { filterTickets, foundElsewhere, type TicketFilter } from './filter-tickets.ts';

let last = 0;
const summary = (ticket: Partial<Ticket>, over: Partial<TicketSummary> = {}): TicketSummary => {
  last += 1;
  const whole = aTicket({ id: minted<TicketId>(last), ...ticket });
  return { ticket: whole, id: whole.id, status: 'in-progress', open: true, unread: false, unanswered: false, pending: null, ...over };
};
const everything: TicketFilter = { open: true, kind: null, status: null, query: '' };
const titles = (tickets: readonly TicketSummary[], filter: Partial<TicketFilter>): readonly string[] =>
  filterTickets(tickets, { ...everything, ...filter }).map(({ ticket }) => ticket.title);

test('open and closed, kind and status narrow the list, together', () => {
  const tickets = [
    summary({ title: 'A', kind: 'call' }),
    summary({ title: 'B', kind: 'request' }, { status: 'needs-you' }),
    summary({ title: 'C', kind: 'request' }, { open: false, status: 'done' }),
  ];
  expect(titles(tickets, {})).toEqual(['A', 'B']);
  expect(titles(tickets, { open: false })).toEqual(['C']);
  expect(titles(tickets, { kind: 'request' })).toEqual(['B']);
  expect(titles(tickets, { kind: 'call', status: 'needs-you' })).toEqual([]);
});

test('who looks among the open ones is told how many of the closed ones it finds, and the other way round; a status belongs to one half', () => {
  const tickets = [
    summary({ title: 'Laptop', kind: 'call' }),
    summary({ title: 'Old laptop', kind: 'call' }, { open: false, status: 'done' }),
    summary({ title: 'Older laptop', kind: 'request' }, { open: false, status: 'done' }),
  ];
  const elsewhere = (filter: Partial<TicketFilter>): number => foundElsewhere(tickets, { ...everything, ...filter });
  expect(elsewhere({ query: 'laptop' })).toBe(2);
  expect(elsewhere({ query: 'old' })).toBe(2);
  expect(elsewhere({ query: 'laptop', kind: 'call', status: 'needs-you' })).toBe(1);
  expect(elsewhere({ query: 'laptop', open: false })).toBe(1);
  expect(elsewhere({ query: 'printer' })).toBe(0);
});

test('a ticket is found by its number, however it is typed', () => {
  const tickets = [summary({ title: 'Laptop', number: 'R-1042' }), summary({ title: 'Phone', number: 'R-1043' })];
  for (const query of ['R-1042', 'r1042', '1042']) expect(titles(tickets, { query })).toEqual(['Laptop']);
});

test('a ticket without a number is found by what it says', () => {
  expect(titles([summary({ title: 'Läptop', number: null })], { query: 'laptop' })).toEqual(['Läptop']);
});

test('a ticket is found by the words that were chosen, not by the ids behind them', () => {
  const answers = [{ questionId: 'where' as QuestionId, label: 'Where?', kind: 'one-choice', value: 'hq', optionLabels: ['Harbour site'] }] as const;
  const tickets = [summary({ title: 'Chair', answers })];
  expect(titles(tickets, { query: 'harbour' })).toEqual(['Chair']);
  expect(titles(tickets, { query: 'hq' })).toEqual([]);
});
