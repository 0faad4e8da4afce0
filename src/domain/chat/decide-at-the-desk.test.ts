import { describe, expect, test } from 'vitest';
import { aPerson, aSetAvailability, aSetChatQueue, anAnalyst, named, noon } from '../builders.testing.ts';
import type { PartitionId, PersonId } from '../ids.ts';
import { decideAvailability, decideQueue, type AvailabilityScene, type QueueScene } from './decide-at-the-desk.ts';
import { availabilities } from './presence.ts';

const gus = anAnalyst();
const mia = aPerson({ id: named<PersonId>('mia'), name: 'Mia Lindqvist', roles: ['employee', 'chat-manager'] });
const scene = (over: Partial<AvailabilityScene> = {}): AvailabilityScene => ({
  actor: gus,
  isActorListed: true,
  person: gus,
  isPersonListed: true,
  isPersonThere: true,
  now: noon,
  ...over,
});

describe('whether somebody is there', () => {
  test.each(availabilities)('is theirs to say: %s', (to) => {
    expect(decideAvailability(scene(), aSetAvailability(to))).toEqual({ ok: true, value: { availability: to, since: noon, setBy: null } });
  });

  test('002.3: nobody is there for chat who lacks what it needs, and is told what; going is always possible', () => {
    const lacking = anAnalyst({ rights: ['chat-analyst'] });
    for (const to of ['available', 'away'] as const) {
      expect(decideAvailability(scene({ isPersonListed: false, isActorListed: false }), aSetAvailability(to))).toEqual({
        ok: false,
        problem: { kind: 'cannot-take-chats', because: 'not-listed' },
      });
      expect(decideAvailability(scene({ actor: lacking, person: lacking }), aSetAvailability(to))).toEqual({
        ok: false,
        problem: { kind: 'cannot-take-chats', because: 'no-prompt-to-save' },
      });
    }
    expect(decideAvailability(scene({ isPersonListed: false, isActorListed: false }), aSetAvailability('offline')).ok).toBe(true);
  });

  test('002.16: nobody is brought in by somebody else while they are not there; their own word needs no line', () => {
    const notThere = scene({ actor: mia, isPersonThere: false });
    for (const to of ['available', 'away'] as const)
      expect(decideAvailability(notThere, aSetAvailability(to))).toEqual({ ok: false, problem: { kind: 'not-available' } });
    expect(decideAvailability(notThere, aSetAvailability('offline')).ok).toBe(true);
    expect(decideAvailability(scene({ isPersonThere: false }), aSetAvailability('available')).ok).toBe(true);
  });

  test('002.16: a chat manager sets it for somebody else, and is named', () => {
    expect(decideAvailability(scene({ actor: mia }), aSetAvailability('away'))).toEqual({
      ok: true,
      value: { availability: 'away', since: noon, setBy: { id: mia.id, name: mia.name } },
    });
  });

  test('002.11: for somebody else it takes the right and being listed oneself', () => {
    const problem = (over: Partial<AvailabilityScene>) => decideAvailability(scene(over), aSetAvailability('away'));
    expect(problem({ actor: mia, isActorListed: false })).toEqual({ ok: false, problem: { kind: 'not-allowed' } });
    expect(problem({ actor: { ...mia, rights: [] } })).toEqual({ ok: false, problem: { kind: 'not-allowed' } });
    expect(problem({ actor: anAnalyst({ id: named<PersonId>('hal') }) })).toEqual({ ok: false, problem: { kind: 'not-allowed' } });
  });

  test('there is nobody to set it for who is unknown, elsewhere, or not listed', () => {
    const elsewhere = anAnalyst({ partitionId: named<PartitionId>('hospital') });
    for (const over of [{ person: null }, { person: elsewhere }, { isPersonListed: false }])
      expect(decideAvailability(scene({ actor: mia, ...over }), aSetAvailability('offline'))).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });

  test('somebody without any right has none to set', () => {
    expect(decideAvailability(scene({ actor: aPerson(), person: aPerson() }), aSetAvailability('offline'))).toEqual({
      ok: false,
      problem: { kind: 'not-allowed' },
    });
  });
});

describe('002.14: whether a queue is open', () => {
  const queue = (over: Partial<QueueScene> = {}): QueueScene => ({ actor: mia, isActorListed: true, partitionId: mia.partitionId, isEnabled: true, ...over });

  test('is set by a chat manager who is listed for it', () => {
    for (const isOnline of [true, false]) expect(decideQueue(queue(), aSetChatQueue(isOnline))).toEqual({ ok: true, value: isOnline });
  });

  test('by nobody else', () => {
    for (const over of [{ isActorListed: false }, { actor: { ...mia, rights: [] } }, { actor: gus }])
      expect(decideQueue(queue(over), aSetChatQueue(false))).toEqual({ ok: false, problem: { kind: 'not-allowed' } });
  });

  test('and only where there is one, in their own partition', () => {
    for (const over of [{ isEnabled: false }, { partitionId: named<PartitionId>('hospital') }])
      expect(decideQueue(queue(over), aSetChatQueue(false))).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });
});
