import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestTrackerSchema } from '../../contract/request-tracker-settings.ts';
import { aManifest, anAction, aPerson, minted, named, noon } from '../../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import { createSendRequest } from '../send-request.ts';
import { createAskRt } from './ask.ts';
import { performOne } from './perform.ts';

const settings = v.parse(requestTrackerSchema, { kind: 'request-tracker' });
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

const attach = (holdsBytes: number) =>
  performOne(
    {
      ask: createAskRt(createSendRequest({ address: 'http://localhost', fetch: holding(holdsBytes) })),
      reader: { person: aPerson(), userName: 'ada', settings, readUpTo: 0 },
      memory: { found: new Set(), blind: new Set() },
      serverTime: noon,
      now: noon,
    },
    {
      action: anAction({ kind: 'attach', data: { file: aManifest(), questionId: null } }, { subject: { kind: 'ticket', id: named<TicketId>('17') } }),
      outcomeUnknown: false,
      unknownSince: null,
      bytes,
      mappedId: null,
    },
  );

test('a file that Request Tracker holds whole is sent', async () => {
  expect(await attach(bytes.byteLength)).toMatchObject({ outcome: 'applied' });
});

test('a file that it dropped or cut off is not called sent, though it took the message', async () => {
  for (const holdsBytes of [24, 11_999]) expect(await attach(holdsBytes)).toMatchObject({ outcome: 'refused', refusal: { kind: 'file-not-accepted' } });
});
