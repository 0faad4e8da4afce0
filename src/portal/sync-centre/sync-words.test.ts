import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minted, noon } from '../../domain/builders.testing.ts';
import type { ActionId } from '../../domain/ids.ts';
import { minutes } from '../../domain/instant.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import type { OutboxItem, OutboxView } from '../../store/observe/outbox.ts';
import { pillState } from '../shell/pill-state.ts';
import { syncSentence, syncTitle, tryResult } from './sync-words.ts';

const calm: SyncStatus = { key: 'sync', paused: null, resumed: 0, failures: 0, retryAt: null, failingSince: null, lastContactAt: noon, clockOffsetMs: 0 };
const status = (over: Partial<SyncStatus> = {}): SyncStatus => ({ ...calm, ...over });

/** An item of the outbox, as far as its words depend on it. */
const item = (state: 'waiting' | 'sending' | 'held', behind: string | null = null): OutboxItem => ({
  id: minted<ActionId>(1),
  state,
  refusal: null,
  behind: behind as ActionId | null,
  action: null,
  ticketId: null,
  title: '',
  number: null,
  makes: null,
});
const viewOf = (items: readonly OutboxItem[]): OutboxView => ({
  items,
  files: [],
  waiting: items.filter(({ state }) => state !== 'held').length,
  held: items.filter(({ state }) => state === 'held').length,
  sending: items.some(({ state }) => state === 'sending'),
});
/** So many that wait, of which some may be on their way, and so many that are held. */
const outbox = ({ waiting = 0, held = 0, sending = false }: { waiting?: number; held?: number; sending?: boolean } = {}): OutboxView =>
  viewOf([...Array.from({ length: waiting }, () => item(sending ? 'sending' : 'waiting')), ...Array.from({ length: held }, () => item('held'))]);
const keys = (view: OutboxView, known: SyncStatus, now = noon): readonly string[] => pillState(view, known, now).parts.map((part) => part.key);

const anyOutbox = fc.array(fc.constantFrom(item('waiting'), item('waiting', 'x'), item('sending'), item('held')), { maxLength: 6 }).map(viewOf);
const anyStatus = fc.record({
  key: fc.constant('sync' as const),
  paused: fc.constantFrom(null, 'sign-in-again' as const, 'update-the-app' as const),
  resumed: fc.nat(3),
  failures: fc.nat(9),
  retryAt: fc.constant(null),
  failingSince: fc.option(fc.integer({ min: noon - minutes(30), max: noon })),
  lastContactAt: fc.constant(null),
  clockOffsetMs: fc.constant(0),
});

describe('"sent" is never said too early', () => {
  test('while anything has no receipt, neither the pill nor the headline nor the answer to "send now" says sent', () => {
    fc.assert(
      fc.property(anyOutbox, anyStatus, (view, known) => {
        fc.pre(view.waiting > 0);
        expect(keys(view, known)).not.toContain('pill.sent');
        expect(syncTitle(view).key).not.toBe('sync.title.sent');
        expect(syncSentence(view, known, noon)).not.toBe('sync.state.sent');
        expect(tryResult(view, known).key).not.toBe('sync.result.sent');
      }),
    );
  });

  test('what is held is not called waiting, and not called sent', () => {
    fc.assert(
      fc.property(anyOutbox, anyStatus, (view, known) => {
        fc.pre(view.held > 0);
        expect(pillState(view, known, noon).parts).toContainEqual({ key: 'pill.held', count: view.held });
        expect(keys(view, known)).not.toContain('pill.sent');
        expect(tryResult(view, known).key).not.toBe('sync.result.sent');
      }),
    );
  });

  test('both are counted apart: 2 waiting · 1 needs you', () => {
    expect(pillState(outbox({ waiting: 2, held: 1 }), status(), noon).parts).toEqual([
      { key: 'pill.waiting', count: 2 },
      { key: 'pill.held', count: 1 },
    ]);
  });
});

describe('"offline" is said when it is true', () => {
  test('not before a try really failed, and not within the grace after it', () => {
    expect(keys(outbox(), status())).toEqual(['pill.sent']);
    expect(keys(outbox(), status({ failingSince: noon - 3_999 }))).toEqual(['pill.sent']);
    expect(keys(outbox(), status({ failingSince: noon - 4_000 }))).toEqual(['pill.offline']);
  });

  test('within the grace something that waits is said to be tried again, not to go out in a moment', () => {
    expect(syncSentence(outbox({ waiting: 1 }), status({ failingSince: noon - 1_000 }), noon)).toBe('sync.state.trying');
    expect(syncSentence(outbox({ waiting: 1 }), status(), noon)).toBe('sync.state.soon');
    expect(syncSentence(outbox({ waiting: 1, sending: true }), status(), noon)).toBe('sync.state.sending');
  });

  test('after ten minutes without contact the words say so, whether or not something waits', () => {
    const since = { failingSince: noon - minutes(10) };
    expect(syncSentence(outbox({ waiting: 1 }), status(since), noon - 1)).toBe('sync.state.offline');
    expect(syncSentence(outbox({ waiting: 1 }), status(since), noon)).toBe('sync.state.long');
    expect(syncSentence(outbox(), status(since), noon)).toBe('sync.state.long');
  });
});

describe('a pause is named before everything else', () => {
  test('an ended session asks to sign in again, and still counts what waits and what is held', () => {
    expect(keys(outbox({ waiting: 1, held: 1 }), status({ paused: 'sign-in-again' }))).toEqual(['pill.signIn', 'pill.waiting', 'pill.held']);
    expect(syncSentence(outbox({ waiting: 1 }), status({ paused: 'sign-in-again' }), noon)).toBe('sync.state.signIn');
    expect(tryResult(outbox({ waiting: 1 }), status({ paused: 'sign-in-again' })).key).toBe('sync.result.signIn');
  });

  test('a version that is too old asks for the new one', () => {
    expect(keys(outbox(), status({ paused: 'update-the-app' }))).toEqual(['pill.update']);
    expect(syncSentence(outbox(), status({ paused: 'update-the-app' }), noon)).toBe('sync.state.update');
    expect(tryResult(outbox(), status({ paused: 'update-the-app' })).key).toBe('sync.result.update');
  });
});

describe('a try that the person asked for', () => {
  test('answers what came of it', () => {
    expect(tryResult(outbox(), status())).toEqual({ key: 'sync.result.sent', count: 0 });
    expect(tryResult(outbox({ held: 2 }), status())).toEqual({ key: 'sync.result.held', count: 2 });
    expect(tryResult(outbox({ waiting: 3 }), status())).toEqual({ key: 'sync.result.still', count: 3 });
    expect(tryResult(outbox({ waiting: 3 }), status({ failingSince: noon }))).toEqual({ key: 'sync.result.noAnswer', count: 3 });
    expect(tryResult(outbox(), status({ failingSince: noon }))).toEqual({ key: 'sync.result.noAnswerNothing', count: 0 });
  });
});

test('the headline names what waits first, then what needs a decision', () => {
  expect(syncTitle(outbox({ waiting: 2, held: 1 }))).toEqual({ key: 'sync.title.waiting', count: 2 });
  expect(syncTitle(outbox({ held: 1 }))).toEqual({ key: 'sync.title.held', count: 1 });
  expect(syncTitle(outbox())).toEqual({ key: 'sync.title.sent', count: 0 });
  expect(syncSentence(outbox({ held: 1 }), status(), noon)).toBe('sync.state.heldOnly');
  expect(syncSentence(outbox(), status(), noon)).toBe('sync.state.sent');
});

test('what stands behind something held does not "go out in a moment"', () => {
  const blocked = viewOf([item('held'), item('waiting', 'x'), item('waiting', 'x')]);
  expect(syncTitle(blocked)).toEqual({ key: 'sync.title.held', count: 1 });
  expect(syncSentence(blocked, status(), noon)).toBe('sync.state.behind');
  expect(tryResult(blocked, status())).toEqual({ key: 'sync.result.held', count: 1 });
  const free = viewOf([item('held'), item('waiting', 'x'), item('waiting')]);
  expect(syncTitle(free)).toEqual({ key: 'sync.title.waiting', count: 2 });
  expect(syncSentence(free, status(), noon)).toBe('sync.state.soon');
});
