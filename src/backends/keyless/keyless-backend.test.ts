import { expect, test } from 'vitest';
import { anAction, aPartition, aPerson, aTicket, minted, named, noon } from '../../domain/builders.testing.ts';
import type { ActionId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Outgoing } from '../backend.ts';
import { serveKeyless } from './keyless-api.testing.ts';
import { createKeylessBackend } from './keyless-backend.testing.ts';
import { addToCase, createKeylessDesk } from './keyless-desk.testing.ts';

const ada = named<PersonId>('ada');
const reply = anAction({ kind: 'reply', data: { text: 'Hello' } }, { subject: { kind: 'ticket', id: named<TicketId>('1001') } });
const outgoing = (outcomeUnknown: boolean): Outgoing => ({ action: reply, outcomeUnknown, unknownSince: null, bytes: null, mappedId: null });

/** A signed-in device whose line to the desk does with each request what `line` says. */
const open = async () => {
  const desk = createKeylessDesk({ people: [aPerson()], partition: aPartition(), flows: [], services: [], tickets: [aTicket()], now: () => noon });
  const asked: string[] = [];
  let cookie = '';
  const line = { beforeServing: (_path: string): void => undefined, afterServing: (_path: string): void => undefined };
  const backend = createKeylessBackend({
    address: 'http://desk.test',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('Cookie', cookie);
      const path = new URL(request.url).pathname;
      asked.push(`${request.method} ${path}`);
      line.beforeServing(path);
      const response = await serveKeyless(desk, request);
      line.afterServing(path);
      cookie = response.headers.get('Set-Cookie') ?? cookie;
      return response;
    },
  });
  await backend.signIn('ada', 'ada-portico');
  asked.length = 0;
  return { desk, backend, line, asked };
};

const failing = (): void => {
  throw new TypeError('the line is cut');
};
const texts = ({ notes }: { readonly notes: readonly { readonly entry: { readonly body: object } }[] }): number =>
  notes.filter(({ entry }) => 'text' in entry.body).length;

test('a known outcome is sent at once, and its receipt carries what the desk holds', async () => {
  const { desk, backend, asked } = await open();
  expect(await backend.perform(ada, [outgoing(false)])).toEqual([{ outcome: 'applied', id: reply.id, at: noon, position: desk.revision }]);
  expect(asked).toEqual(['POST /cases/1001']);
});

test('an answer that was lost is found by its reference, and nothing is sent again', async () => {
  const { desk, backend, line, asked } = await open();
  line.afterServing = failing;
  await expect(backend.perform(ada, [outgoing(false)])).rejects.toMatchObject({ kind: 'wait' });
  line.afterServing = () => undefined;
  expect(await backend.perform(ada, [outgoing(true)])).toEqual([{ outcome: 'applied', id: reply.id, at: noon, position: desk.revision }]);
  expect(asked).toEqual(['POST /cases/1001', 'GET /find']);
  expect(texts(desk)).toBe(1);
});

test('what the desk does not hold is sent after the look-up', async () => {
  const { desk, backend, asked } = await open();
  expect(await backend.perform(ada, [outgoing(true)])).toMatchObject([{ outcome: 'applied' }]);
  expect(asked).toEqual(['GET /find', 'POST /cases/1001']);
  expect(texts(desk)).toBe(1);
});

test('two hits are for a person to look at: nothing is sent', async () => {
  const { desk, backend, asked } = await open();
  for (const _ of [1, 2]) addToCase(desk, aPerson(), named<TicketId>('1001'), reply.id, { kind: 'reply', data: { text: 'Hello' } }, noon);
  expect(await backend.perform(ada, [outgoing(true)])).toMatchObject([{ outcome: 'refused', refusal: { kind: 'please-check' } }]);
  expect(asked).toEqual(['GET /find']);
});

test('a look-up that fails is a reason to wait, never to send blindly', async () => {
  const { desk, backend, line, asked } = await open();
  line.beforeServing = failing;
  await expect(backend.perform(ada, [outgoing(true)])).rejects.toMatchObject({ kind: 'wait' });
  expect(asked).toEqual(['GET /find']);
  expect(texts(desk)).toBe(0);
});

test('what was made here is shown once: the feed carries our id, the ticket the desk’s', async () => {
  const { backend } = await open();
  await backend.perform(ada, [outgoing(false)]);
  const { changes } = await backend.changes(ada, null);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'entry', body: expect.objectContaining({ id: reply.id, ticketId: '1001' }) }));
});

test('a session of somebody else does nothing', async () => {
  const { desk, backend } = await open();
  await expect(backend.perform(named<PersonId>('ben'), [outgoing(false)])).rejects.toMatchObject({ kind: 'sign-in-again' });
  expect(texts(desk)).toBe(0);
});

test('sent twice without a look-up is there twice: this desk really has no idempotency', async () => {
  const { desk, backend } = await open();
  await backend.perform(ada, [outgoing(false)]);
  await backend.perform(ada, [outgoing(false)]);
  expect(texts(desk)).toBe(2);
  expect(await backend.perform(ada, [{ ...outgoing(true), action: { ...reply, id: minted<ActionId>(7) } }])).toMatchObject([{ outcome: 'applied' }]);
});
