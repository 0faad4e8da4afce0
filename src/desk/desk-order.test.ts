import { expect, test } from 'vitest';
import { aChase, aTicket, minted, noon } from '../domain/builders.testing.ts';
import type { TicketId } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import { byUrgency } from './desk-order.ts';

let last = 0;
const summary = (title: string, ticket: Partial<Ticket>, unanswered: boolean): TicketSummary => {
  last += 1;
  const whole = aTicket({ id: minted<TicketId>(last), title, ...ticket });
  return { ticket: whole, id: whole.id, status: 'in-progress', open: true, unread: false, unanswered, pending: null };
};
const order = (...summaries: readonly TicketSummary[]): readonly string[] => [...summaries].sort(byUrgency).map(({ ticket }) => ticket.title);

test('whoever waits for an answer comes before everything that was answered, however new', () => {
  expect(order(summary('answered', { updatedAt: noon + 9 }, false), summary('waits', { updatedAt: noon }, true))).toEqual(['waits', 'answered']);
});

test('the more often somebody asked, the further up; then the longest waiting', () => {
  expect(
    order(
      summary('new', { raisedAt: noon - 1 }, true),
      summary('old', { raisedAt: noon - 9 }, true),
      summary('wrote again', { raisedAt: noon - 99, personWroteAt: noon - 5 }, true),
      summary('chased', { raisedAt: noon - 1, chases: [aChase(noon)] }, true),
    ),
  ).toEqual(['chased', 'old', 'wrote again', 'new']);
});

test('what was answered is listed by what changed last', () => {
  expect(order(summary('before', { updatedAt: noon }, false), summary('after', { updatedAt: noon + 1 }, false))).toEqual(['after', 'before']);
});
