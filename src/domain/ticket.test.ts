import { describe, expect, test } from 'vitest';
import { aChat, aPartition, aStatus, aStatusRecord, aTicket, named, noon } from './builders.testing.ts';
import type { Chat } from './chat/chat.ts';
import { days, minutes } from './instant.ts';
import { statusNamed } from './records/status-record.ts';
import { decideReopen, isOpen, isUnread, setStatusOf, simpleStatuses, simpleStatusOf, statusKeyOf, statusOf, ticketStatuses } from './ticket.ts';

const fortnight = aPartition({ reopenWindowDays: 14 });

test('the status is what was said last, and new where nothing was', () => {
  expect(statusOf(aTicket({ statuses: [aStatus('new'), aStatus('resolved'), aStatus('in-progress')] }))).toBe('in-progress');
  expect(statusOf(aTicket({ statuses: [] }))).toBe('new');
});

test('open is all that is neither resolved nor closed', () => {
  expect(ticketStatuses.filter((status) => isOpen(aTicket({ statuses: [aStatus(status)] })))).toEqual([
    'new',
    'in-progress',
    'waiting-for-person',
    'waiting-for-supplier',
  ]);
});

test('people see the word that their partition chose', () => {
  const partition = aPartition({ simpleStatus: { ...aPartition().simpleStatus, 'waiting-for-supplier': 'needs-you' } });
  expect(simpleStatusOf(aTicket({ statuses: [aStatus('waiting-for-supplier')] }), partition)).toBe('needs-you');
  expect(simpleStatusOf(aTicket(), partition)).toBe('received');
});

test('003.8: of a status with a name people see its own word, or else the one of its phase; the rules see the phase: every one with every word', () => {
  const partition = aPartition();
  for (const phase of ticketStatuses)
    for (const simple of [null, ...simpleStatuses]) {
      const ticket = aTicket({ statuses: [{ ...aStatus('new'), ...statusNamed(aStatusRecord({ phase, simple })) }] });
      expect(simpleStatusOf(ticket, partition)).toBe(simple ?? partition.simpleStatus[phase]);
      expect(statusOf(ticket)).toBe(phase);
      expect(isOpen(ticket)).toBe(isOpen(aTicket({ statuses: [aStatus(phase)] })));
      expect(statusKeyOf(setStatusOf(ticket))).toBe('status/customer-chased');
    }
});

test('unread is what the desk wrote after the person last looked', () => {
  expect(isUnread(aTicket({ deskWroteAt: null }))).toBe(false);
  expect(isUnread(aTicket({ deskWroteAt: noon, readAt: noon - 1 }))).toBe(true);
  expect(isUnread(aTicket({ deskWroteAt: noon, readAt: noon }))).toBe(false);
});

describe('opening a ticket again', () => {
  const resolved = aTicket({ statuses: [aStatus('new', noon - days(3)), aStatus('resolved', noon)] });

  test('is possible up to the last millisecond of the window', () => {
    expect(decideReopen(resolved, fortnight, noon)).toEqual({ kind: 'allowed' });
    expect(decideReopen(resolved, fortnight, noon + days(14))).toEqual({ kind: 'allowed' });
    expect(decideReopen(resolved, fortnight, noon + days(14) + 1)).toEqual({ kind: 'window-over', endedAt: noon + days(14) });
  });

  test('counts from when it was resolved last', () => {
    const again = { ...resolved, statuses: [...resolved.statuses, aStatus('in-progress', noon + days(1)), aStatus('resolved', noon + days(10))] };
    expect(decideReopen(again, fortnight, noon + days(24))).toEqual({ kind: 'allowed' });
  });

  test('is over once it is closed', () => {
    const closed = { ...resolved, statuses: [...resolved.statuses, aStatus('closed', noon + minutes(5))] };
    expect(decideReopen(closed, fortnight, noon + minutes(6))).toEqual({ kind: 'window-over', endedAt: noon + minutes(5) });
  });

  test('is possible while a chat goes on, however it is over; and what was closed while people talked has the window of what is resolved', () => {
    const closed = { ...resolved, statuses: [...resolved.statuses, aStatus('closed', noon)] };
    const end = (at: number): Chat => ({ facts: [...aChat('open').facts, { kind: 'ended', id: named('end'), at, by: 'desk' }] });
    for (const ticket of [resolved, closed]) {
      expect(decideReopen({ ...ticket, chat: aChat('open') }, fortnight, noon + days(15))).toEqual({ kind: 'allowed' });
      expect(decideReopen({ ...ticket, chat: end(noon + 1) }, fortnight, noon + days(14))).toEqual({ kind: 'allowed' });
      expect(decideReopen({ ...ticket, chat: end(noon + 1) }, fortnight, noon + days(14) + 1)).toEqual({ kind: 'window-over', endedAt: noon + days(14) });
    }
    expect(decideReopen({ ...closed, chat: end(noon - 1) }, fortnight, noon + 1)).toEqual({ kind: 'window-over', endedAt: noon });
  });

  test('is for what is resolved only', () => {
    for (const status of ['new', 'in-progress', 'waiting-for-person', 'waiting-for-supplier'] as const) {
      expect(decideReopen(aTicket({ statuses: [aStatus(status)] }), fortnight, noon)).toEqual({ kind: 'not-resolved' });
    }
  });
});
