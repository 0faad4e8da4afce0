import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRegistration, named, noon } from '../builders.testing.ts';
import type { PartitionId } from '../ids.ts';
import { askedAgain, isNews, saidAnew } from './asked-again.ts';
import type { AskedAgain, RegistrationDetails } from './registration.ts';

const details: RegistrationDetails = { ...aRegistration().details, phone: '555 0101' };
const registration = aRegistration({ details });
const again = (over: Partial<RegistrationDetails> = {}, at = noon, partitionName = 'Council'): AskedAgain => ({
  at,
  details: { ...details, ...over },
  partitionName,
});

test('only what differs from what was said first is told, in the order in which it is asked', () => {
  const asked = again({ reason: 'To work', phone: '', partitionId: named<PartitionId>('hospital') }, noon, 'Hospital');
  expect(saidAnew(registration, asked)).toEqual([
    { detail: 'partition', text: 'Hospital' },
    { detail: 'phone', text: '' },
    { detail: 'reason', text: 'To work' },
  ]);
  expect(saidAnew(registration, again())).toEqual([]);
});

test('what was said last is never pushed out, the same words stand once, and no more than five are kept', () => {
  const asks = fc.array(fc.record({ phone: fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), at: fc.nat() }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(asks, (said) => {
      const { again: kept = [] } = said.reduce((known, { phone, at }) => askedAgain(known, again({ phone }, at)), registration);
      const last = said.at(-1);
      expect(kept.at(-1)).toEqual(again({ phone: last?.phone ?? '' }, last?.at ?? 0));
      expect(new Set(kept.map((one) => one.details.phone)).size).toBe(kept.length);
      expect(kept.length).toBe(Math.min(5, new Set(said.map(({ phone }) => phone)).size));
    }),
  );
});

test('what was said last is no news; to go back to what was said first is', () => {
  const other = askedAgain(registration, again({ phone: '2' }));
  expect([isNews(registration, again()), isNews(registration, again({ phone: '2' }))]).toEqual([false, true]);
  expect([isNews(other, again({ phone: '2' })), isNews(other, again())]).toEqual([false, true]);
});
