import { expect, test } from 'vitest';
import { minted } from '../../domain/builders.testing.ts';
import type { ActionId } from '../../domain/ids.ts';
import { readClientId, writeClientId } from './client-id.ts';

const actionId = minted<ActionId>(7);

test.each([null, 'chase', 'file', 'escalation'] as const)('an id that was written (%s) is read again', (purpose) => {
  expect(readClientId(writeClientId(actionId, purpose))).toEqual({ actionId, purpose });
});

test.each([undefined, '', 'R-1042', `${actionId}/party`, `${actionId}/chase/file`, `${actionId}x`])('what somebody else wrote (%s) is none', (value) => {
  expect(readClientId(value)).toBeNull();
});
