import { expect, test } from 'vitest';
import { plantedBugs } from './planted-bugs.testing.ts';
import { findFailure } from './test-schedules.testing.ts';

/** A test that cannot fail proves nothing: each of these mistakes must be caught within so many schedules. */
const enough = 200;

test.each(plantedBugs)('the schedules catch it when something is $name ($model)', async ({ name, model, bug }) => {
  const failure = await findFailure(model, { seed: 20_261_124, runs: enough, counts: new Map(), bug, shrinks: 0 });
  expect(failure, `${name} was not caught`).not.toBeNull();
});
