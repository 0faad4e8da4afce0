import { expect, test } from 'vitest';
import { actionKinds } from '../domain/action.ts';
import { noon, refusalsByKind } from '../domain/builders.testing.ts';
import type { Refusal } from '../domain/refusal.ts';
import { whatCanBeDone } from './what-can-be-done.ts';

const refusals = Object.values(refusalsByKind);

test('whatever was refused, and why, it can be discarded, and that is never the first thing offered beside another', () => {
  for (const kind of actionKinds) for (const refusal of refusals) expect(whatCanBeDone(kind, refusal, noon).at(-1)).toBe('discard');
});

test('what somebody wrote is never lost to a refusal that another wording could mend', () => {
  const mended = refusals.filter(
    ({ kind }) => !['please-check', 'already-raised', 'nothing-to-chase', 'chase-not-offered', 'no-chases-left', 'not-resolved'].includes(kind),
  );
  for (const refusal of mended) {
    expect(whatCanBeDone('raise-ticket', refusal, noon)).toContain('edit-request');
    for (const kind of ['reply', 'add-note'] as const)
      expect(whatCanBeDone(kind, refusal, noon).some((choice) => ['edit-text', 'copy-text'].includes(choice))).toBe(true);
  }
});

test('a chase that came too soon can be sent again once it is possible, and not before', () => {
  const refusal: Refusal = { kind: 'too-soon-to-chase', possibleAt: noon };
  expect(whatCanBeDone('chase', refusal, noon - 1)).toEqual(['discard']);
  expect(whatCanBeDone('chase', refusal, noon)).toEqual(['send-again', 'discard']);
});

test('what may have arrived is sent again only after somebody looked', () => {
  for (const kind of actionKinds) expect(whatCanBeDone(kind, { kind: 'please-check' }, noon)).toEqual(['send-again', 'discard']);
});

test('words are never put back into a box that is not there any more: they go into a new request', () => {
  for (const refusal of [{ kind: 'reopen-window-over', endedAt: noon }, { kind: 'not-found' }] as const)
    expect(whatCanBeDone('reply', refusal, noon)).toEqual(['raise-new', 'copy-text', 'discard']);
});

test('what can no longer be understood can only be discarded', () => {
  expect(whatCanBeDone(null, { kind: 'not-supported' }, noon)).toEqual(['discard']);
});
