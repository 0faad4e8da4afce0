import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { aManifest, aPerson, aTicket, anEntry, minted, noon, refusalsByKind } from '../domain/builders.testing.ts';
import { soundFlow } from '../domain/flow-arbitraries.testing.ts';
import { actionSchema } from './action.ts';
import { anyActionSchema } from './any-action.ts';
import { actionsRequestSchema, actionsResponseSchema } from './actions-exchange.ts';
import { articleSchema, questionFlowSchema, serviceSchema } from './catalogue.ts';
import { chatQueueSchema, presenceSchema } from './chat-desk.ts';
import { changeSchema, changesPageSchema } from './change.ts';
import {
  wireAction,
  wireAnswer,
  wireArticle,
  wireChatQueue,
  wireEntry,
  wireManifest,
  wirePartition,
  wirePerson,
  wirePresence,
  wireService,
  wireTicket,
} from './contract-arbitraries.testing.ts';
import { uploadStateSchema } from './file-transfer.ts';
import { partitionSchema } from './partition.ts';
import { personSchema } from './person.ts';
import { problemSchema } from './problem.ts';
import { answerSchema, refusalSchema } from './receipt.ts';
import { heardSignalSchema } from './signal.ts';
import { sessionSchema, signInSchema } from './session.ts';
import { answerValueSchema, fileManifestSchema } from './answer.ts';
import { entrySchema, ticketSchema } from './ticket.ts';
import { batchLimits } from './version.ts';

const sent = (thing: unknown): unknown => JSON.parse(JSON.stringify(thing));
const isRefused = (schema: v.GenericSchema, thing: unknown): boolean => !v.safeParse(schema, thing).success;

const id = minted(1);
const answers = [
  { outcome: 'applied', id, at: noon, position: 7 },
  { outcome: 'applied', id, at: noon, position: 7, number: 'R-1042', madeId: '4711' },
  ...Object.values(refusalsByKind).map((refusal) => ({ outcome: 'refused', id, at: noon, refusal })),
  { outcome: 'not-attempted', id, because: minted(2) },
];
const changes = [
  { position: 1, kind: 'person', body: aPerson() },
  { position: 2, kind: 'ticket', body: aTicket() },
  { position: 3, kind: 'entry', body: anEntry() },
  { position: 4, kind: 'gone', of: 'ticket', id: minted(0xa1) },
];
const page = { portico: 1, changes, position: 4, cursor: 'feed:4', more: false, serverTime: noon };

const things: readonly (readonly [string, v.GenericSchema, fc.Arbitrary<unknown>])[] = [
  ['an action', actionSchema, wireAction()],
  ['an answer to a question', answerValueSchema, wireAnswer()],
  ['a manifest', fileManifestSchema, wireManifest()],
  ['a ticket', ticketSchema, wireTicket()],
  ['an entry', entrySchema, wireEntry()],
  ['a person', personSchema, wirePerson()],
  ['a partition', partitionSchema, wirePartition()],
  ['a chat queue', chatQueueSchema, wireChatQueue()],
  ['who is there to chat', presenceSchema, wirePresence()],
  ['a signal', heardSignalSchema, fc.constant({ kind: 'typing', ticketId: minted(0xa1), by: { id: 'gus', name: 'Gus Green' } })],
  ['a service', serviceSchema, wireService()],
  ['an article', articleSchema, wireArticle()],
  ['a question flow', questionFlowSchema, soundFlow()],
  ['a refusal', refusalSchema, fc.constantFrom(...Object.values(refusalsByKind))],
  ['the desk’s answer', answerSchema, fc.constantFrom(...answers)],
  ['a change', changeSchema, fc.constantFrom(...changes)],
  ['a page of changes', changesPageSchema, fc.constant(page)],
  ['the answers to a batch', actionsResponseSchema, fc.constant({ portico: 1, person: 'ada', answers, serverTime: noon })],
  ['a session', sessionSchema, fc.constantFrom({ portico: 1, person: null, serverTime: noon }, { portico: 1, person: aPerson(), serverTime: noon })],
  [
    'a problem',
    problemSchema,
    fc.constantFrom({ portico: 1, problem: { kind: 'slow-down' } }, { portico: 1, problem: { kind: 'malformed', detail: 'actions' } }),
  ],
  ['the state of an upload', uploadStateSchema, fc.constant({ portico: 1, receivedBytes: 12, arrived: false })],
];

describe.each(things)('%s', (_, schema, arbitrary) => {
  test('comes through as it was sent', () => {
    fc.assert(
      fc.property(arbitrary, (thing) => {
        expect(v.parse(schema, sent(thing))).toEqual(thing);
      }),
    );
  });

  test('is refused when it is something else', () => {
    for (const other of [undefined, () => 1, Symbol('x'), new Date(0)]) expect(isRefused(schema, other)).toBe(true);
  });
});

test.each(things.filter(([name]) => name !== 'an answer to a question'))('%s is no worse for a field that a later version may add', (_, schema, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (thing) => {
      expect(v.parse(schema, { ...(sent(thing) as object), addedLater: { deep: [1] } })).toEqual(thing);
    }),
    { numRuns: 20 },
  );
});

test('a field that is missing, or of the wrong kind, is refused', () => {
  const good = sent(aTicket()) as Record<string, unknown>;
  for (const key of Object.keys(good)) {
    const { [key]: _left, ...rest } = good;
    expect([key, isRefused(ticketSchema, rest)]).toEqual([key, true]);
    expect([key, isRefused(ticketSchema, { ...good, [key]: { not: 'this' } })]).toEqual([key, true]);
  }
});

test('a no of a newer desk is a no, whatever its reason, and the rest of the batch is read', () => {
  const refused = { outcome: 'refused', id, at: noon };
  for (const refusal of [{ kind: 'of-next-year', by: 'Gus' }, { kind: 'chat-ended', at: 'soon' }, null])
    expect(v.parse(answerSchema, { ...refused, refusal })).toEqual({ ...refused, refusal: { kind: 'not-understood' } });
});

describe('an action', () => {
  const chase = { v: 1, id, subject: { kind: 'ticket', id }, at: noon, kind: 'chase', data: {} };

  test('has an id that a device minted: a UUID in lower case', () => {
    expect(isRefused(actionSchema, chase)).toBe(false);
    for (const bad of ['', 'abc', '01900000-0000-7000-8000-00000000000A', `${id}/status`, ` ${id}`]) {
      expect([bad, isRefused(actionSchema, { ...chase, id: bad })]).toEqual([bad, true]);
    }
  });

  test('is of the one kind of envelope there is, with a time that can be', () => {
    expect(isRefused(actionSchema, { ...chase, v: 2 })).toBe(true);
    for (const at of [-1, 0.5, NaN, Infinity, '2026-11-24', null]) expect([at, isRefused(actionSchema, { ...chase, at })]).toEqual([at, true]);
  });

  test('on a ticket names one', () => {
    expect(isRefused(actionSchema, { ...chase, subject: { kind: 'ticket', id: '' } })).toBe(true);
    expect(isRefused(actionSchema, { ...chase, subject: { kind: 'person', id: 'ada' } })).toBe(true);
  });

  test('of a kind that is not known yet can still be answered under its id', () => {
    const later = { ...chase, kind: 'dance', data: { steps: 3 } };
    expect(isRefused(actionSchema, later)).toBe(true);
    expect(v.parse(anyActionSchema, later)).toEqual(later);
    expect(isRefused(anyActionSchema, { ...later, id: 'nobody' })).toBe(true);
  });

  test('that is too long to be taken is still read, so that the desk can say so in words', () => {
    const saying = (length: number): unknown => ({ ...chase, kind: 'reply', data: { text: 'x'.repeat(length) } });
    expect([isRefused(actionSchema, saying(200_000)), isRefused(actionSchema, saying(200_001))]).toEqual([false, true]);
  });

  test('that chases, resolves or reopens carries nothing', () => {
    for (const kind of ['chase', 'resolve', 'reopen']) expect(isRefused(actionSchema, { ...chase, kind, data: { more: 1 } })).toBe(true);
  });
});

test('an answer to a question holds as much as it may, and no more', () => {
  const fits = (value: unknown): boolean => !isRefused(answerValueSchema, value);
  const files = (count: number): unknown => Array.from({ length: count }, () => aManifest());
  expect([fits('x'.repeat(20_000)), fits('x'.repeat(20_001))]).toEqual([true, false]);
  expect([fits(Array.from({ length: 100 }, String)), fits(Array.from({ length: 101 }, String))]).toEqual([true, false]);
  expect([fits(files(20)), fits(files(21))]).toEqual([true, false]);
  expect([NaN, Infinity, {}, [1], ['a', aManifest()]].map(fits)).toEqual([false, false, false, false, false]);
});

test('a manifest names a file of a size and a sum', () => {
  const bad = [{ name: '' }, { name: 'x'.repeat(256) }, { sizeBytes: -1 }, { sizeBytes: 0.5 }, { sha256: 'AB'.repeat(32) }, { sha256: 'ab' }, { id: 'photo' }];
  for (const over of bad) expect([over, isRefused(fileManifestSchema, { ...aManifest(), ...over })]).toEqual([over, true]);
});

test('a batch has at least one action and not too many', () => {
  const batch = (count: number): unknown => ({ actions: Array.from({ length: count }, () => 'not parsed here') });
  expect([0, 1, batchLimits.actions, batchLimits.actions + 1].map((count) => isRefused(actionsRequestSchema, batch(count)))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('a name to sign in with loses the blanks around it, a password keeps them', () => {
  expect(v.parse(signInSchema, { user: ' ada ', password: ' secret ' })).toEqual({ user: 'ada', password: ' secret ' });
  const bad = [
    { user: ' ', password: 'x' },
    { user: 'ada', password: '' },
    { user: 'x'.repeat(201), password: 'x' },
    { user: 'ada', password: 'x'.repeat(1001) },
    {},
  ];
  for (const signIn of bad) expect([signIn, isRefused(signInSchema, signIn)]).toEqual([signIn, true]);
});
