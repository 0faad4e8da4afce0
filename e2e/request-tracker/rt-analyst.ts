/** Gus at the desk: what an analyst does in Request Tracker itself, past the portal. */
import * as v from 'valibot';
import type { TicketId } from '../../src/domain/ids.ts';
import { requestTrackerProxy } from '../../src/server/front/request-tracker-proxy.ts';
import { passwordOf } from './organisation.ts';

export type RtAnalyst = {
  readonly replies: (ticketId: TicketId, text: string) => Promise<void>;
  readonly resolves: (ticketId: TicketId) => Promise<void>;
  /** Makes it theirs, and nobody else's. */
  readonly givesTo: (ticketId: TicketId, ...users: readonly string[]) => Promise<void>;
  /** The newest hundred tickets, with the fields that hold something. */
  readonly tickets: () => Promise<readonly RtTicketSeen[]>;
  readonly filesOf: (ticketId: string) => Promise<readonly { readonly name: string; readonly content: Buffer }[]>;
  readonly textsOf: (ticketId: string) => Promise<readonly string[]>;
};

type RtTicketSeen = {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly priority: number;
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

const ticketsSchema = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      Subject: v.string(),
      Status: v.string(),
      Priority: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
      CustomFields: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
    }),
  ),
});
const attachmentsSchema = v.object({ items: v.array(v.object({ id: v.string(), Filename: v.string(), ContentType: v.string(), Content: v.string() })) });
const attachmentSchema = v.object({ Content: v.string() });

export const createRtAnalyst = async (address: string): Promise<RtAnalyst> => {
  // A connection for each request: RT closes idle ones without a word, which Node's fetch finds out too late.
  const send = async (path: string, init: RequestInit): Promise<Response> => proxy.fetch(new Request(`http://localhost${path}`, init));
  const proxy = requestTrackerProxy(address);
  const signedIn = await send('/NoAuth/Login.html', { method: 'POST', body: new URLSearchParams({ user: 'gus', pass: passwordOf('gus') }) });
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
  const ask = async (method: string, path: string, json?: unknown): Promise<unknown> => {
    const headers = { Cookie, 'Content-Type': 'application/json' };
    const response = await send(`/REST/2.0${path}`, { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
    if (!response.ok) throw new Error(`gus: ${method} ${path} was answered with ${response.status}`);
    return response.json();
  };
  const attachmentsOf = async (ticketId: string) =>
    v.parse(attachmentsSchema, await ask('GET', `/ticket/${ticketId}/attachments?fields=Filename,ContentType,Content&per_page=100`)).items;
  return {
    replies: async (ticketId, text) => {
      await ask('POST', `/ticket/${ticketId}/correspond`, { Content: `<p>${text}</p>`, ContentType: 'text/html' });
    },
    resolves: async (ticketId) => {
      await ask('PUT', `/ticket/${ticketId}`, { Status: 'resolved' });
    },
    givesTo: async (ticketId, ...users) => {
      await ask('PUT', `/ticket/${ticketId}`, { Requestor: users });
    },
    tickets: async () =>
      v
        .parse(ticketsSchema, await ask('GET', '/tickets?query=id>0&fields=Subject,Status,Priority,CustomFields&per_page=100&orderby=id&order=DESC'))
        .items.map(({ id, Subject, Status, Priority, CustomFields }) => ({
          id,
          subject: Subject,
          status: Status,
          priority: Priority,
          fields: Object.fromEntries(CustomFields.filter(({ values }) => values.length > 0).map(({ name, values }) => [name, values.toSorted()])),
        })),
    filesOf: async (ticketId) => {
      const named = (await attachmentsOf(ticketId)).filter(({ Filename }) => Filename !== '');
      return Promise.all(
        named.map(async ({ id, Filename }) => {
          const { Content } = v.parse(attachmentSchema, await ask('GET', `/attachment/${id}`));
          return { name: Filename, content: Buffer.from(Content, 'base64') };
        }),
      );
    },
    textsOf: async (ticketId) => (await attachmentsOf(ticketId)).filter(({ Filename }) => Filename === '').map(({ Content }) => Content),
  };
};
