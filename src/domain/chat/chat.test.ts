import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChat, minted, named, noon } from '../builders.testing.ts';
import type { EntryId, PersonId } from '../ids.ts';
import { minutes } from '../instant.ts';
import { chatStateOf, type ChatFact } from './chat.ts';

const gus = { id: named<PersonId>('gus'), name: 'Gus Green' };

test('a chat waits from when it was asked for, is open with who accepted it, and ends', () => {
  expect(chatStateOf(aChat('waiting'))).toEqual({ kind: 'waiting', since: noon - minutes(30) });
  expect(chatStateOf(aChat('open'))).toEqual({ kind: 'open', since: noon - minutes(29), analyst: gus });
  expect(chatStateOf(aChat('ended'))).toEqual({ kind: 'ended', at: noon - minutes(19), by: 'person', analyst: gus });
});

test('a chat that was given back waits in the place that it had', () => {
  const { facts } = aChat('open');
  const back: ChatFact = { kind: 'given-back', id: minted<EntryId>(9), at: noon };
  expect(chatStateOf({ facts: [...facts, back] })).toEqual({ kind: 'waiting', since: noon - minutes(30) });
});

test('a chat that ended before anybody took it was not answered', () => {
  const { facts } = aChat('waiting');
  const ended: ChatFact = { kind: 'ended', id: minted<EntryId>(9), at: noon, by: 'wait-limit' };
  expect(chatStateOf({ facts: [...facts, ended] })).toEqual({ kind: 'ended', at: noon, by: 'wait-limit', analyst: null });
});

test('however often it went to and fro, the last fact says how it stands, and the first since when it waits', () => {
  const turns = fc.array(fc.constantFrom('accepted' as const, 'given-back' as const), { maxLength: 8 });
  fc.assert(
    fc.property(turns, (kinds) => {
      const turn = (kind: (typeof kinds)[number], n: number): ChatFact => {
        const fact = { id: minted<EntryId>(n), at: noon + n };
        return kind === 'accepted' ? { ...fact, kind, by: gus } : { ...fact, kind };
      };
      const facts = [...aChat('waiting').facts, ...kinds.map(turn)];
      const state = chatStateOf({ facts });
      expect(state).toEqual(
        kinds.at(-1) === 'accepted' ? { kind: 'open', since: noon + kinds.length - 1, analyst: gus } : { kind: 'waiting', since: noon - minutes(30) },
      );
    }),
  );
});
