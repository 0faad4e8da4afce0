/** What is on a device is named with the words that every device has: its owner may be no analyst and no administrator any more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wireAction } from '../contract/contract-arbitraries.testing.ts';
import { actionKinds } from '../domain/action.ts';
import { minted, refusalsByKind } from '../domain/builders.testing.ts';
import type { ActionId } from '../domain/ids.ts';
import { enDoor } from '../i18n/en-door.ts';
import { enHome } from '../i18n/en-home.ts';
import '../i18n/learn-screens.ts';
import { learn } from '../i18n/translate.ts';
import { itemDetail, itemTitle } from './item-words.ts';
import { refusalWords } from './refusal-words.ts';

learn(enDoor);
learn(enHome);

test('whatever waits or was refused has a name in the sync centre, also where the screens that made it are not there', () => {
  const named = new Set<string>();
  const item = { id: minted<ActionId>(1), state: 'held', refusal: null, behind: null, ticketId: null, title: 'A laptop', number: null, makes: null } as const;
  fc.assert(
    fc.property(wireAction(), (action) => {
      named.add(action.kind);
      expect(itemTitle({ ...item, action })).not.toBe('');
      itemDetail({ ...item, action });
    }),
    { numRuns: 400 },
  );
  expect([...named].sort()).toEqual([...actionKinds].sort());
});

test('and each refusal is said in words', () => {
  for (const refusal of Object.values(refusalsByKind)) expect(refusalWords(refusal)).not.toBe('');
  expect(refusalWords({ kind: 'given-meanwhile', by: 'Hal' })).toContain('Hal');
  expect(refusalWords({ kind: 'given-meanwhile', by: '' })).toContain('nobody');
});
