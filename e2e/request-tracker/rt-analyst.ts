/** Gus at the desk: what an analyst does in Request Tracker itself, past the portal. */
import type { TicketId } from '../../src/domain/ids.ts';
import { passwordOf } from './organisation.ts';

export type RtAnalyst = {
  readonly replies: (ticketId: TicketId, text: string) => Promise<void>;
  readonly resolves: (ticketId: TicketId) => Promise<void>;
  /** Anything of the API, as he sees it. */
  readonly reads: (path: string) => Promise<unknown>;
};

export const createRtAnalyst = async (address: string): Promise<RtAnalyst> => {
  const signedIn = await fetch(`${address}/NoAuth/Login.html`, {
    method: 'POST',
    body: new URLSearchParams({ user: 'gus', pass: passwordOf('gus') }),
    redirect: 'manual',
  });
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
  const ask = async (method: string, path: string, json?: unknown): Promise<unknown> => {
    const headers = { Cookie, 'Content-Type': 'application/json' };
    const response = await fetch(`${address}/REST/2.0${path}`, { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
    if (!response.ok) throw new Error(`gus: ${method} ${path} was answered with ${response.status}`);
    return response.json();
  };
  return {
    replies: async (ticketId, text) => {
      await ask('POST', `/ticket/${ticketId}/correspond`, { Content: `<p>${text}</p>`, ContentType: 'text/html' });
    },
    resolves: async (ticketId) => {
      await ask('PUT', `/ticket/${ticketId}`, { Status: 'resolved' });
    },
    reads: (path) => ask('GET', path),
  };
};
