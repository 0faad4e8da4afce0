/** What people say and decide on either side of the desk, and what happens to their devices and to the server, as data. */
import * as fc from 'fast-check';
import type { Availability } from '../../../domain/chat/presence.ts';

export type AskerDeed =
  | { readonly kind: 'ask' | 'leave'; readonly twice: boolean }
  | { readonly kind: 'say'; readonly lines: number; readonly twice: boolean }
  | { readonly kind: 'end' | 'rate' }
  | { readonly kind: 'settle-held'; readonly pick: number; readonly how: 'reply-instead' | 'resend' | 'edit' | 'discard-all' };
export type AnalystDeed =
  | Extract<AskerDeed, { readonly kind: 'say' | 'end' | 'settle-held' }>
  | { readonly kind: 'accept' | 'contact'; readonly pick: number }
  | { readonly kind: 'be'; readonly to: Availability; readonly other: boolean }
  | { readonly kind: 'set-queue'; readonly isOnline: boolean }
  | { readonly kind: 'decide'; readonly pick: number; readonly approves: boolean }
  | { readonly kind: 'invite' };
export type StrangerDeed = { readonly kind: 'register'; readonly address: number; readonly twice: boolean };
/** What befalls a device, or its tab that is meant. */
export type Mishap =
  | { readonly kind: 'crash' | 'cut' | 'sign-in' }
  | { readonly kind: 'network'; readonly online: boolean }
  | { readonly kind: 'clock'; readonly shiftMs: number };

type ConversationDeed =
  | { readonly who: 'ada' | 'ben'; readonly place: 0 | 1; readonly deed: AskerDeed | Mishap }
  | { readonly who: 'gus' | 'hal'; readonly place: 0 | 1; readonly deed: AnalystDeed | Mishap }
  | { readonly who: 'stranger'; readonly place: 0 | 1; readonly deed: StrangerDeed | Mishap }
  | {
      readonly who: 'world';
      readonly deed:
        | { readonly kind: 'both-accept' | 'sessions-end' }
        /** So many of the next writes are in vain. */
        | { readonly kind: 'both-decide' | 'disk-full'; readonly vainWrites: number }
        /** An analyst is gone without a word, for longer than a lease. */
        | { readonly kind: 'vanish'; readonly who: 'gus' | 'hal' }
        | { readonly kind: 'kill'; readonly downMs: number }
        | { readonly kind: 'wait'; readonly durationMs: number };
    };

export type ConversationStep = ConversationDeed & {
  /** How many turns of the event loop pass before the next step begins; null waits until everything is at rest. */
  readonly turns: number | null;
};

const minute = 60_000;
const pick = fc.nat(20);
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const plain = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind) });
const weighted = (weight: number, arbitrary: fc.Arbitrary<unknown>) => ({ weight, arbitrary });

const mishaps = [
  weighted(2, plain('crash')),
  weighted(2, plain('cut')),
  weighted(1, plain('sign-in')),
  weighted(3, fc.record({ kind: fc.constant('network'), online: fc.boolean() })),
  weighted(1, fc.record({ kind: fc.constant('clock'), shiftMs: fc.constantFrom(-60 * minute, -minute, minute, 60 * minute) })),
];
const talking = [
  weighted(12, fc.record({ kind: fc.constant('say'), lines: fc.integer({ min: 1, max: 3 }), twice: seldom })),
  weighted(2, plain('end')),
  weighted(3, fc.record({ kind: fc.constant('settle-held'), pick, how: fc.constantFrom('reply-instead', 'resend', 'edit', 'discard-all') })),
];
const asking = [
  weighted(9, fc.record({ kind: fc.constant('ask'), twice: seldom })),
  weighted(1, fc.record({ kind: fc.constant('leave'), twice: seldom })),
  weighted(2, plain('rate')),
];
const answering = [
  weighted(9, fc.record({ kind: fc.constant('accept'), pick })),
  weighted(2, fc.record({ kind: fc.constant('contact'), pick })),
  weighted(4, fc.record({ kind: fc.constant('be'), to: fc.constantFrom('available', 'available', 'away', 'offline'), other: seldom })),
  weighted(1, fc.record({ kind: fc.constant('set-queue'), isOnline: fc.boolean() })),
  weighted(6, fc.record({ kind: fc.constant('decide'), pick, approves: fc.boolean() })),
  weighted(1, plain('invite')),
];
const worldly = [
  weighted(4, plain('both-accept')),
  weighted(3, fc.record({ kind: fc.constant('both-decide'), vainWrites: fc.constantFrom(0, 0, 1, 3) })),
  weighted(4, fc.record({ kind: fc.constant('disk-full'), vainWrites: fc.integer({ min: 1, max: 5 }) })),
  weighted(3, fc.record({ kind: fc.constant('vanish'), who: fc.constantFrom('gus', 'gus', 'hal') })),
  weighted(1, plain('sessions-end')),
  weighted(2, fc.record({ kind: fc.constant('kill'), downMs: fc.integer({ min: 1, max: minute }) })),
  weighted(6, fc.record({ kind: fc.constant('wait'), durationMs: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 20_000, max: 5 * minute })) })),
];

const by = (who: readonly string[], deeds: readonly ReturnType<typeof weighted>[]) =>
  fc.record({ who: fc.constantFrom(...who), place: fc.constantFrom(0, 0, 1), deed: fc.oneof(...deeds) });
const turns = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat(60) });

const step = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: by(['ada', 'ada', 'ben'], [...asking, ...talking, ...mishaps]) },
      { weight: 9, arbitrary: by(['gus', 'hal'], [...answering, ...talking, ...mishaps]) },
      {
        weight: 3,
        arbitrary: by(['stranger'], [weighted(20, fc.record({ kind: fc.constant('register'), address: fc.nat(2), twice: fc.boolean() })), ...mishaps]),
      },
      { weight: 6, arbitrary: fc.record({ who: fc.constant('world'), deed: fc.oneof(...worldly) }) },
    ),
    turns,
  )
  .map(([deed, turnsAfter]) => ({ ...deed, turns: turnsAfter })) as fc.Arbitrary<ConversationStep>;

export const conversationStepsArbitrary = (most: number): fc.Arbitrary<readonly ConversationStep[]> =>
  fc.array(step, { minLength: 6, maxLength: most, size: 'max' });
