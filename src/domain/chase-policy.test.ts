import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChase, aChasePolicy, aStatus, aTicket, minted, noon } from './builders.testing.ts';
import { decideChase } from './chase-policy.ts';
import type { TicketId } from './ids.ts';
import { minutes } from './instant.ts';

const policy = aChasePolicy({ waitMinutes: 60, maxChases: 3 });

describe('waiting between chases', () => {
  const chased = aTicket({ chases: [aChase(noon)] });

  test('refused at 59 minutes 59.999, with the moment it becomes possible', () => {
    expect(decideChase(chased, policy, noon + minutes(60) - 1)).toEqual({ kind: 'too-soon-to-chase', possibleAt: noon + minutes(60) });
  });

  test('allowed at 60 minutes sharp', () => {
    expect(decideChase(chased, policy, noon + minutes(60))).toEqual({ kind: 'allowed', reachesMaximum: false });
  });

  test('the first chase needs no wait', () => {
    const justRaised = aTicket({ raisedAt: noon });
    expect(decideChase(justRaised, policy, noon)).toEqual({ kind: 'allowed', reachesMaximum: false });
  });

  test('the wait counts from the latest chase, in whichever order they are kept', () => {
    const twice = aTicket({ chases: [aChase(noon, 2), aChase(noon - minutes(90), 1)] });
    expect(decideChase(twice, policy, noon + 1)).toMatchObject({ kind: 'too-soon-to-chase', possibleAt: noon + minutes(60) });
  });

  test('a wait of nothing is no wait', () => {
    expect(decideChase(chased, aChasePolicy({ waitMinutes: 0 }), noon)).toMatchObject({ kind: 'allowed' });
  });
});

describe('the maximum', () => {
  const times = (count: number) => Array.from({ length: count }, (_, index) => aChase(noon - minutes(60) * (count - index), index));

  test('the last chase left is the one that reaches it', () => {
    const reaches = [0, 1, 2].map((count) => decideChase(aTicket({ chases: times(count) }), policy, noon));
    expect(reaches).toEqual([
      { kind: 'allowed', reachesMaximum: false },
      { kind: 'allowed', reachesMaximum: false },
      { kind: 'allowed', reachesMaximum: true },
    ]);
  });

  test('then there is none left, however long one waits', () => {
    expect(decideChase(aTicket({ chases: times(3) }), policy, noon + minutes(10_000))).toEqual({ kind: 'no-chases-left', max: 3 });
  });

  test('a maximum that was lowered below what was chased leaves none', () => {
    expect(decideChase(aTicket({ chases: times(3) }), aChasePolicy({ maxChases: 1 }), noon)).toEqual({ kind: 'no-chases-left', max: 1 });
  });

  test('a maximum of nothing allows nothing', () => {
    expect(decideChase(aTicket(), aChasePolicy({ maxChases: 0 }), noon)).toEqual({ kind: 'no-chases-left', max: 0 });
  });
});

test('what is done is not chased', () => {
  for (const status of ['resolved', 'closed'] as const)
    expect(decideChase(aTicket({ statuses: [aStatus(status)] }), policy, noon)).toEqual({ kind: 'nothing-to-chase' });
  for (const status of ['new', 'in-progress', 'waiting-for-person', 'waiting-for-supplier'] as const) {
    expect(decideChase(aTicket({ statuses: [aStatus(status)] }), policy, noon)).toMatchObject({ kind: 'allowed' });
  }
});

test('a call that was logged because of chases is not chased itself: nothing is escalated without end', () => {
  expect(decideChase(aTicket({ escalates: minted<TicketId>(0xa2) }), policy, noon)).toEqual({ kind: 'chase-not-offered' });
});

test('where it is switched off it is not offered, whatever else holds', () => {
  expect(decideChase(aTicket({ statuses: [aStatus('closed')] }), aChasePolicy({ enabled: false }), noon)).toEqual({ kind: 'chase-not-offered' });
});

test('what was too soon is allowed at the moment that was named, and not a millisecond before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 2_000_000 }),
      (waitMinutes, ages, later) => {
        const ticket = aTicket({ chases: ages.map((age, index) => aChase(noon - age, index)) });
        const patient = aChasePolicy({ waitMinutes, maxChases: 5 });
        const decision = decideChase(ticket, patient, noon + later);
        if (decision.kind !== 'too-soon-to-chase') return;
        expect(decideChase(ticket, patient, decision.possibleAt - 1).kind).toBe('too-soon-to-chase');
        expect(decideChase(ticket, patient, decision.possibleAt).kind).toBe('allowed');
      },
    ),
  );
});
