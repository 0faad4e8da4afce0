import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestTrackerSchema } from '../../contract/request-tracker-settings.ts';
import { aManifest, anAction, aPerson, minted, named, noon } from '../../domain/builders.testing.ts';
import type { Action } from '../../domain/action.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { Outgoing } from '../backend.ts';
import { createSendRequest } from '../send-request.ts';
import { createAskRt } from './ask.ts';
import { performOne } from './perform.ts';

const rules = v.parse(requestTrackerSchema, { kind: 'request-tracker', chase: { maxChases: 1, escalation: { queue: 'IT' } } });
const bytes = new ArrayBuffer(12_000);

/** A Request Tracker that takes a file and holds so much of it. */
const holding = (ContentLength: number): typeof fetch => {
  const id = minted<ActionId>(0xac);
  const written = { id: '7', ObjectId: '17', Created: '2026-11-24T12:00:00Z', CustomFields: [{ id: '9', name: 'Client Message Id', values: [`${id}/file`] }] };
  const held = { id: '8', TransactionId: '7', ContentType: 'image/png', Filename: 'plan.png', ContentLength };
  const answers: Readonly<Record<string, unknown>> = {
    '/REST/2.0/ticket/17/correspond': ['Message recorded'],
    '/REST/2.0/transactions': { count: 1, items: [written] },
    '/REST/2.0/attachments': { count: 1, items: [held] },
  };
  return async (input) => {
    const request = input as Request;
    await request.arrayBuffer();
    return Response.json(answers[new URL(request.url).pathname]);
  };
};

const performing = (fetch: typeof globalThis.fetch, action: Action, bytes: ArrayBuffer | null, more: Partial<Outgoing> = {}) =>
  performOne(
    {
      ask: createAskRt(createSendRequest({ address: 'http://localhost', fetch })),
      reader: { person: aPerson(), userName: 'ada', zone: '', settings: rules, readUpTo: 0 },
      memory: { found: new Set(), blind: new Set() },
      serverTime: noon,
      now: noon,
    },
    { action, outcomeUnknown: false, unknownSince: null, bytes, mappedId: null, ...more },
  );

const attach = (holdsBytes: number) =>
  performing(
    holding(holdsBytes),
    anAction({ kind: 'attach', data: { file: aManifest(), questionId: null } }, { subject: { kind: 'ticket', id: named<TicketId>('17') } }),
    bytes,
  );

test('a file that Request Tracker holds whole is sent', async () => {
  expect(await attach(bytes.byteLength)).toMatchObject({ outcome: 'applied' });
});

test('a file that it dropped or cut off is not called sent, though it took the message', async () => {
  for (const holdsBytes of [24, 11_999]) expect(await attach(holdsBytes)).toMatchObject({ outcome: 'refused', refusal: { kind: 'file-not-accepted' } });
});

test('all answers of one field are its values, also where it was asked once for each choice of another', async () => {
  const sent: unknown[] = [];
  const taking: typeof fetch = async (input) => {
    const request = input as Request;
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') sent.push(await request.json());
    return pathname === '/REST/2.0/ticket'
      ? Response.json({ id: '17' }, { status: 201, headers: { Location: '/REST/2.0/ticket/17' } })
      : Response.json({ count: 0, items: [] });
  };
  const answers = { subject: 'Two things', details: '', 'cf-3': ['Laptop', 'Phone'], 'cf-4.1': 'Heavy', 'cf-4.2': 'Big', 'cf-5.lines': 'Ada\nAda\nBen' };
  const data = { serviceId: 'queue-1', flow: { id: 'queue-1', version: 1 }, answers };
  await performing(taking, anAction({ kind: 'raise-ticket', data: data as never }), null);
  expect(sent).toMatchObject([{ CustomFields: { 3: ['Laptop', 'Phone'], 4: ['Heavy', 'Big'], 5: ['Ada', 'Ben'] } }]);
});

/** A chase that reached the maximum is there, and the call that it makes is not: the try that made the one may still make the other. */
const chasedWithoutCall = (sent: string[]): typeof fetch => {
  const id = minted<ActionId>(0xac);
  const ours = (value: string, name: string) => [{ id: '9', name, values: [value] }];
  const row = {
    id: '17',
    Subject: 'A chair',
    Status: 'open',
    Created: '2026-11-24T09:00:00Z',
    Queue: { id: '1', Name: 'IT' },
    Requestor: [{ id: 'ada' }],
    CustomFields: [],
  };
  const chase = {
    id: '7',
    ObjectId: '17',
    Type: 'Correspond',
    Created: '2026-11-24T11:00:00Z',
    Creator: { id: 'ada', Name: 'ada' },
    CustomFields: ours(`${id}/chase`, 'Client Message Id'),
  };
  const other = { id: '3', EffectiveId: '3', Created: '2026-11-24T08:00:00Z', CustomFields: ours(minted<ActionId>(1), 'Client Request Id') };
  const listed = (...items: readonly object[]) => Response.json({ count: items.length, items });
  return async (input) => {
    const { method, url } = input as Request;
    const { pathname, searchParams } = new URL(url);
    const query = searchParams.get('query') ?? '';
    if (method !== 'GET') sent.push(`${method} ${pathname}`);
    if (pathname.endsWith('/transactions')) return listed(...(query.includes('ObjectId') ? [chase] : []));
    if (query.startsWith('EffectiveId =')) return listed({ id: '17', EffectiveId: '17' });
    if (pathname.endsWith('/tickets')) return listed(...(query.includes('LIKE') ? [other] : query.includes('CF.') ? [] : [row]));
    return pathname.endsWith('/ticket') ? Response.json({ id: '18' }, { status: 201, headers: { Location: '/REST/2.0/ticket/18' } }) : listed();
  };
};

const chaseAgain = (sent: string[], unknownForMs: number) =>
  performing(chasedWithoutCall(sent), anAction({ kind: 'chase', data: {} }, { subject: { kind: 'ticket', id: named<TicketId>('17') } }), null, {
    outcomeUnknown: true,
    unknownSince: noon - unknownForMs,
  });

test('the call of the last chase is not made again while the try that was to make it may still be running', async () => {
  const sent: string[] = [];
  expect(await chaseAgain(sent, 2_000)).toMatchObject({ outcome: 'not-attempted' });
  expect(sent).toEqual([]);
  expect(await chaseAgain(sent, 90_000)).toMatchObject({ outcome: 'applied' });
  expect(sent).toEqual(['POST /REST/2.0/ticket']);
});
