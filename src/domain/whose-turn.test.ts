import { expect, test } from 'vitest';
import { aChase, aScene, aStatus, aTicket, anAction, anAnalyst, noon } from './builders.testing.ts';
import { decideAction } from './decide-action.ts';
import { minutes } from './instant.ts';
import type { Ticket } from './ticket.ts';
import { isUnanswered } from './whose-turn.ts';

const afterReply = (ticket: Ticket, by: 'person' | 'desk', at: number): Ticket => {
  const scene = aScene({ ticket, now: at, ...(by === 'desk' ? { actor: anAnalyst() } : {}) });
  const decision = decideAction(scene, anAction({ kind: 'reply', data: { text: 'Hello' } }));
  if (!decision.ok) throw new Error(decision.problem.kind);
  return decision.value.tickets[0] as Ticket;
};

test('a ticket that was just raised waits for the desk', () => {
  expect(isUnanswered(aTicket())).toBe(true);
});

test('the turn passes to and fro with every reply', () => {
  const answered = afterReply(aTicket(), 'desk', noon);
  expect(isUnanswered(answered)).toBe(false);
  const asked = afterReply(answered, 'person', noon + minutes(1));
  expect(isUnanswered(asked)).toBe(true);
  expect(isUnanswered(afterReply(asked, 'desk', noon + minutes(2)))).toBe(false);
});

test('having read an answer does not make it the desk’s turn', () => {
  expect(isUnanswered({ ...afterReply(aTicket(), 'desk', noon), readAt: noon + minutes(5) })).toBe(false);
});

test('a chase asks for an answer again', () => {
  expect(isUnanswered(aTicket({ deskWroteAt: noon, chases: [aChase(noon + 1)] }))).toBe(true);
});

test('a ticket that waits for the person, or is done, is nobody’s turn at the desk', () => {
  for (const status of ['waiting-for-person', 'resolved', 'closed'] as const) expect(isUnanswered(aTicket({ statuses: [aStatus(status)] }))).toBe(false);
});
