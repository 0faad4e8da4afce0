/** What people do, and what happens to their device, as data: so that a failing schedule can be shrunk and replayed. */
import * as fc from 'fast-check';

export type Deed =
  | {
      readonly kind: 'raise';
      readonly phone: boolean;
      readonly fileBytes: number;
      readonly goesBack: boolean;
      readonly twice: boolean;
      readonly stopsBefore: boolean;
    }
  | { readonly kind: 'finish-draft'; readonly pick: number }
  | { readonly kind: 'reply'; readonly pick: number; readonly tooLong: boolean; readonly twice: boolean }
  | { readonly kind: 'type'; readonly pick: number }
  | { readonly kind: 'attach'; readonly pick: number; readonly fileBytes: number }
  | { readonly kind: 'chase' | 'resolve' | 'reopen' | 'read'; readonly pick: number }
  | { readonly kind: 'settle-held'; readonly pick: number; readonly how: 'resend' | 'edit' | 'discard' | 'discard-all' }
  /** As administrators, which all of them are. */
  | { readonly kind: 'save-settings' }
  | { readonly kind: 'desk-saves-settings' }
  | { readonly kind: 'desk-writes' | 'desk-resolves'; readonly pick: number }
  | { readonly kind: 'sign-out'; readonly keep: boolean }
  | { readonly kind: 'sign-in'; readonly other: boolean }
  /** Somebody signs in beside the portal: the browser's session is theirs, and no tab hears of it. */
  | { readonly kind: 'stranger-signs-in' }
  | { readonly kind: 'sessions-end' }
  | { readonly kind: 'crash' }
  | { readonly kind: 'clock'; readonly shiftMs: number }
  | { readonly kind: 'network'; readonly online: boolean }
  | { readonly kind: 'feed-anew' }
  | { readonly kind: 'offer-phones'; readonly offered: boolean }
  | { readonly kind: 'nudge' }
  | { readonly kind: 'wait'; readonly durationMs: number };

/** `turns`: how many turns of the event loop pass before the next step begins; null waits until the device is at rest. */
export type Step = { readonly place: 0 | 1; readonly deed: Deed; readonly turns: number | null };

const minute = 60_000;
const pick = fc.nat(20);
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const fileBytes = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_048_570, max: 1_200_000 }) },
);
const onTicket = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), pick });
const plain = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind) });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('raise'),
      phone: fc.boolean(),
      fileBytes: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fileBytes }),
      goesBack: fc.boolean(),
      twice: seldom,
      stopsBefore: seldom,
    }),
  },
  { weight: 2, arbitrary: onTicket('finish-draft') },
  {
    weight: 24,
    arbitrary: fc.record({
      kind: fc.constant('reply'),
      pick,
      tooLong: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      twice: seldom,
    }),
  },
  { weight: 2, arbitrary: onTicket('type') },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('attach'), pick, fileBytes }) },
  { weight: 8, arbitrary: onTicket('chase') },
  { weight: 3, arbitrary: onTicket('resolve') },
  { weight: 3, arbitrary: onTicket('reopen') },
  { weight: 3, arbitrary: onTicket('read') },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('settle-held'), pick, how: fc.constantFrom('resend', 'edit', 'discard', 'discard-all') }) },
  { weight: 5, arbitrary: plain('save-settings') },
  { weight: 2, arbitrary: plain('desk-saves-settings') },
  { weight: 5, arbitrary: onTicket('desk-writes') },
  { weight: 3, arbitrary: onTicket('desk-resolves') },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sign-out'), keep: fc.boolean() }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('sign-in'), other: fc.boolean() }) },
  { weight: 4, arbitrary: plain('stranger-signs-in') },
  { weight: 2, arbitrary: plain('sessions-end') },
  { weight: 5, arbitrary: plain('crash') },
  {
    weight: 7,
    arbitrary: fc.record({ kind: fc.constant('clock'), shiftMs: fc.constantFrom(-1440 * minute, -60 * minute, -minute, minute, 60 * minute, 1440 * minute) }),
  },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('network'), online: fc.boolean() }) },
  { weight: 1, arbitrary: plain('feed-anew') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('offer-phones'), offered: fc.boolean() }) },
  { weight: 3, arbitrary: plain('nudge') },
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('wait'), durationMs: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: minute, max: 6 * minute })) }),
  },
) as fc.Arbitrary<Deed>;

const step: fc.Arbitrary<Step> = fc.record({
  place: fc.constantFrom<0 | 1>(0, 1),
  deed,
  turns: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat(60) }),
});

export const stepsArbitrary = (most: number): fc.Arbitrary<readonly Step[]> => fc.array(step, { minLength: 6, maxLength: most, size: 'max' });
