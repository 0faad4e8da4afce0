import { expect, test } from 'vitest';
import { aFlow, aQuestion, aStep, named } from '../../domain/builders.testing.ts';
import type { PersonId, StepId } from '../../domain/ids.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { BackendFailure } from '../backend.ts';
import { createPortalHttpBackend } from './portal-http-backend.ts';

const ada = 'ada' as PersonId;
const file = { id: '01900000-0000-7000-8000-000000000001' } as FileManifest;

/** What the adapter makes of one answer. */
const failureOn = async (answer: () => Response): Promise<BackendFailure | null> => {
  const backend = createPortalHttpBackend({ address: 'https://desk.example', fetch: async () => answer() });
  const calls = [
    () => backend.uploadState(ada, file),
    () => backend.changes(ada, null),
    () => backend.download(ada, file),
    () => backend.listen(ada, null, async () => undefined, new AbortController().signal),
  ];
  const failures = await Promise.all(
    calls.map((call) =>
      call().then(
        () => null,
        (fault: unknown) => fault,
      ),
    ),
  );
  expect(new Set(failures.map((failure) => (failure instanceof BackendFailure ? failure.kind : failure))).size).toBe(1);
  return failures[0] instanceof BackendFailure ? failures[0] : null;
};

const problem =
  (status: number, kind: string, headers: Record<string, string> = {}) =>
  (): Response =>
    Response.json({ portico: 1, problem: { kind } }, { status, headers });
const html = (status: number) => (): Response => new Response('<h1>Hello from the café</h1>', { status, headers: { 'Content-Type': 'text/html' } });

test.each([
  [401, 'not-signed-in', 'sign-in-again'],
  [401, 'other-session', 'sign-in-again'],
  [404, 'not-found', 'not-there'],
  [410, 'start-over', 'start-over'],
  [413, 'too-large', 'too-large'],
  [422, 'file-damaged', 'file-damaged'],
  [426, 'update-the-app', 'update-the-app'],
  [429, 'slow-down', 'wait'],
  [503, 'unavailable', 'wait'],
] as const)('a typed %i %s is told apart, whatever was asked', async (status, kind, failure) => {
  expect((await failureOn(problem(status, kind)))?.kind).toBe(failure);
});

test.each([400, 403, 404, 410, 413, 422, 500])('a %i that is not ours says nothing: the device waits', async (status) => {
  expect((await failureOn(html(status)))?.kind).toBe('wait');
});

test('how long to wait is read from the answer', async () => {
  expect((await failureOn(problem(503, 'unavailable', { 'Retry-After': '7' })))?.retryAfterMs).toBe(7000);
});

test('the page of a captive portal, and half a file, are never handed over as the file', async () => {
  for (const body of ['<h1>Please pay for the network</h1>', 'half']) {
    const backend = createPortalHttpBackend({ address: 'https://desk.example', fetch: async () => new Response(body) });
    await expect(backend.download(ada, { ...file, sizeBytes: 8 })).rejects.toMatchObject({ kind: 'wait' });
  }
  const backend = createPortalHttpBackend({ address: 'https://desk.example', fetch: async () => new Response('whole it') });
  expect(await (await backend.download(ada, { ...file, sizeBytes: 8 })).text()).toBe('whole it');
});

test('questions that lead nobody to the end are left out of what is read; the rest is kept', async () => {
  const sound = aFlow();
  const loop = aFlow({ titleFrom: null, steps: [aStep('again', [aQuestion('yes-no')], [{ to: named<StepId>('again') }])] });
  const changes = [loop, sound, { ...sound, version: 'one' }].map((body, index) => ({ kind: 'flow', position: index, body }));
  const page = { portico: 1, changes, position: 3, cursor: 'feed:3', more: false, serverTime: 0 };
  const backend = createPortalHttpBackend({ address: 'https://desk.example', fetch: async () => Response.json(page) });
  expect((await backend.changes(ada, null)).changes).toEqual([{ kind: 'flow', position: 1, body: sound }]);
});
