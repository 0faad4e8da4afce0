import { expect, test } from 'vitest';
import { BackendFailure } from '../backend.ts';
import { createSendRequest } from '../send-request.ts';
import { createAskRt } from './ask.ts';

const json = { 'Content-Type': 'application/json; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };
const page = '<!doctype html><title>Login</title>';

/** What the adapter makes of one answer. */
const outcomeOf = async (answer: () => Response | Promise<Response>): Promise<unknown> => {
  const ask = createAskRt(createSendRequest({ address: 'http://localhost', fetch: async () => answer() }));
  return ask.send('GET', '/ticket/1').then(
    ({ ok, status }) => ({ ok, status }),
    (fault: unknown) => (fault instanceof BackendFailure ? fault.kind : fault),
  );
};

test.each([
  ['a status for programs', () => new Response('{"message":"Unauthorized"}', { status: 401, headers: json })],
  ['a redirect to the log-in page', () => new Response(null, { status: 302, headers: { Location: '/' } })],
  ['a redirect as a browser shows it', () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })],
  ['the log-in page itself', () => new Response(page, { status: 200, headers: html })],
])('logged out has many faces, and the queue pauses for each: %s', async (_, answer) => {
  expect(await outcomeOf(answer)).toBe('sign-in-again');
});

test.each([
  ['the page of a bad deploy', () => new Response(page, { status: 400, headers: html })],
  ['a proxy that finds nothing', () => new Response(page, { status: 404, headers: html })],
  ['a proxy that has words of its own', () => new Response('{"error":"nope"}', { status: 403, headers: json })],
  ['a server that is down', () => new Response(page, { status: 502, headers: html })],
  ['half an answer', () => new Response('{"id":', { status: 200, headers: json })],
  ['no answer', () => Promise.reject(new TypeError('the network went'))],
])('what Request Tracker did not say is waited for: %s', async (_, answer) => {
  expect(await outcomeOf(answer)).toBe('wait');
});

test.each([
  [403, '{"message":"No permission to create tickets in the queue"}'],
  [404, '{"message":"Not Found"}'],
])('its own no (%i) is an answer', async (status, body) => {
  expect(await outcomeOf(() => new Response(body, { status, headers: json }))).toEqual({ ok: false, status });
});
