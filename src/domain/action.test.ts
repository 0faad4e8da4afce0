import { expect, test } from 'vitest';
import { actionKinds, holdsLane, laneOf } from './action.ts';
import { anAction, minted, named } from './builders.testing.ts';
import type { PersonId, TicketId } from './ids.ts';

test('a lane is what an action is about, and a person is not a ticket of the same id', () => {
  const about = (subject: Parameters<typeof anAction>[1]): string => laneOf(anAction({ kind: 'chase', data: {} }, subject));
  expect(about({ subject: { kind: 'ticket', id: minted<TicketId>(1) } })).toBe(`ticket:${minted(1)}`);
  expect(about({ subject: { kind: 'person', id: named<PersonId>('ada') } })).toBe('person:ada');
});

test('a refused file, chase, reading mark, status or switch, and a ticket or a chat that another has by now, hold nothing that was queued behind it', () => {
  expect(actionKinds.filter((kind) => !holdsLane(kind))).toEqual([
    'attach',
    'chase',
    'mark-read',
    'set-status',
    'assign',
    'accept-chat',
    'set-availability',
    'set-chat-queue',
  ]);
});
