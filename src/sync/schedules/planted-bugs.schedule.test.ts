import { expect, test } from 'vitest';
import { conversationBugs } from './conversations/conversation-bugs.testing.ts';
import { plantedBugs } from './planted-bugs.testing.ts';
import { findFailure } from './test-schedules.testing.ts';

/** A test that cannot fail proves nothing: each of these mistakes must be caught within so many schedules. */
const enough = { portico: 200, keyless: 200, conversation: 60 };

test.each([...plantedBugs, ...conversationBugs])('the schedules catch what is $name ($breaks, $model)', async ({ name, model, breaks, bug }) => {
  const failure = await findFailure(model, { seed: 20_261_124, runs: enough[model], counts: new Map(), bug, only: breaks, shrinks: 0 });
  process.stdout.write(`${name}: ${failure ? `caught by schedule ${failure.runs}` : 'not caught'}\n`);
  expect(failure).not.toBeNull();
});
