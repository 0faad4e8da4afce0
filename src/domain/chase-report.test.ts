import { expect, test } from 'vitest';
import { anEntry, aTicket, minted, noon } from './builders.testing.ts';
import { reportChases, summariseChases, type ChaseOutcome } from './chase-report.ts';
import type { ActionId, EntryId, PersonId, TicketId } from './ids.ts';
import { minutes } from './instant.ts';
import type { ChaseFact, Entry, EntryBody, Ticket } from './ticket.ts';

const chase = (n: number, at: number): ChaseFact => ({ id: minted<ActionId>(n), at: noon + minutes(at), by: 'Ada Lovell' });
const by = (side: 'person' | 'desk') => ({ id: 'x' as PersonId, name: 'X', side });
const entry = (at: number, body: EntryBody, side: 'person' | 'desk' | null = 'desk', id = `entry-${at}`): Entry =>
  anEntry({ id: id as EntryId, at: noon + minutes(at), by: side && by(side), body });
const outcomes = (ticket: Ticket, entries: readonly Entry[]): readonly ChaseOutcome[] =>
  reportChases([{ ticket, entries }])
    .toReversed()
    .map(({ outcome }) => outcome);
const answer: EntryBody = { kind: 'message', text: 'We are on it.' };

test('000.25: a chase is answered by what the desk does next, and one that is followed by another was in vain', () => {
  const ticket = aTicket({ chases: [chase(1, 0), chase(2, 60)] });
  expect(outcomes(ticket, [entry(90, answer)])).toEqual([{ kind: 'chased-again' }, { kind: 'answered', at: noon + minutes(90) }]);
  expect(outcomes(ticket, [entry(30, { kind: 'status', to: 'in-progress' })])).toEqual([{ kind: 'answered', at: noon + minutes(30) }, { kind: 'waiting' }]);
});

test('000.25: neither the person’s own words nor an internal note is an answer, nor what came before', () => {
  const ticket = aTicket({ chases: [chase(1, 10)] });
  const entries = [entry(5, answer), entry(20, answer, 'person'), entry(30, { kind: 'note', text: 'Between us' }), entry(40, { kind: 'reopened' }, null)];
  expect(outcomes(ticket, entries)).toEqual([{ kind: 'waiting' }]);
});

test('000.25: the chase that reached the maximum names the call that it made, the ones before do not', () => {
  const ticket = aTicket({ chases: [chase(1, 0), chase(2, 60)] });
  const escalation: EntryBody = { kind: 'escalation', callId: minted<TicketId>(9), callNumber: 'R-1050' };
  expect(outcomes(ticket, [entry(60, escalation, null, `${minted(2)}/escalated`)])).toEqual([
    { kind: 'chased-again' },
    { kind: 'escalated', callId: minted<TicketId>(9), callNumber: 'R-1050' },
  ]);
});

test('000.25: who, what, when and how many: the newest first, over all tickets', () => {
  const tickets = [aTicket({ chases: [chase(1, 0), chase(2, 60)] }), aTicket({ id: minted<TicketId>(2), chases: [chase(3, 30)] })];
  const report = reportChases(tickets.map((ticket) => ({ ticket, entries: [] })));
  expect(report.map(({ at, by: name, count }) => [at - noon, name, count])).toEqual([
    [minutes(60), 'Ada Lovell', 2],
    [minutes(30), 'Ada Lovell', 1],
    [0, 'Ada Lovell', 1],
  ]);
  expect(summariseChases(report)).toEqual({ chases: 3, tickets: 2, escalated: 0, medianAnswerMs: null });
});

test('the median is of those that were answered', () => {
  const ticket = aTicket({ chases: [chase(1, 0), chase(2, 60), chase(3, 120)] });
  const report = reportChases([{ ticket, entries: [entry(5, answer), entry(80, answer)] }]);
  expect(summariseChases(report).medianAnswerMs).toBe(minutes(20));
});
