/** What can happen to one request between a device and the desk. */
import * as fc from 'fast-check';

const faultKinds = [
  /** The request is lost: the desk never hears of it. */
  'lost-before-commit',
  /** The desk has done it, and nobody is told. */
  'answer-lost-after-commit',
  'slow-request',
  'slow-answer',
  /** Arrives when the device has long given up on it. */
  'late-commit',
  /** Accepted, and never answered. */
  'silence',
  /** Delivered twice at once; the second answer counts. */
  'twice',
  /** Delivered, answered, and delivered again later. */
  'again-later',
  /** Held back until another request has overtaken it. */
  'overtaken',
  'truncated-answer',
  '500-before-commit',
  '500-after-commit',
  '429-seconds',
  '429-date',
  '429-absurd',
  '429-negative',
  '400-before-commit',
  '400-after-commit',
  '401-typed',
  '401-untyped-before-commit',
  '401-untyped-after-commit',
  'html-before-commit',
  'html-after-commit',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = { readonly kind: FaultKind; readonly delayMs: number };

/** How often each struck, over all schedules. */
export type FaultCounts = Map<FaultKind, number>;

/**
 * No adapter can save a desk without idempotency from a network that delivers on its own account: a look-up does not see
 * what is still on its way. Such a desk is promised that what its caller gave up on is gone.
 */
const deliversOnItsOwn: readonly FaultKind[] = ['late-commit', 'twice', 'again-later'];

export const faultKindsFor = (model: 'portico' | 'keyless'): readonly FaultKind[] =>
  model === 'portico' ? faultKinds : faultKinds.filter((kind) => !deliversOnItsOwn.includes(kind));

/** One for each request in the order they are made; most requests fare well. */
export const faultsArbitrary = (model: 'portico' | 'keyless'): fc.Arbitrary<readonly (Fault | null)[]> => {
  const kind = fc.oneof(
    { weight: 3, arbitrary: fc.constant<FaultKind>('answer-lost-after-commit') },
    { weight: 20, arbitrary: fc.constantFrom(...faultKindsFor(model)) },
  );
  const fault = fc.record({ kind, delayMs: fc.integer({ min: 1, max: 25_000 }) });
  return fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fault }), { minLength: 10, maxLength: 60, size: 'max' });
};
