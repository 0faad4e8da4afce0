/** Gus at the desk: what an analyst does in Request Tracker itself, past the portal. */
import { request as askPlainly, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import * as v from 'valibot';
import type { TicketId } from '../../src/domain/ids.ts';
import { passwordOf } from './organisation.ts';

export type RtAnalyst = {
  readonly replies: (ticketId: TicketId, text: string) => Promise<void>;
  readonly resolves: (ticketId: TicketId) => Promise<void>;
  /** Words that only the desk sees. */
  readonly comments: (ticketId: TicketId, text: string) => Promise<void>;
  readonly movesTo: (ticketId: string, queue: string) => Promise<void>;
  readonly mergesInto: (ticketId: string, other: TicketId) => Promise<void>;
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
  const signedIn = await send(address, 'POST', '/NoAuth/Login.html', new URLSearchParams({ user: 'gus', pass: passwordOf('gus') }));
  await textOf(signedIn);
  const Cookie = (signedIn.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '').join('; ');
  const ask = async (method: string, path: string, json?: unknown): Promise<unknown> => {
    const response = await send(address, method, `/REST/2.0${path}`, json, Cookie);
    const body = await textOf(response);
    if (response.statusCode === undefined || response.statusCode >= 400) throw new Error(`gus: ${method} ${path} was answered with ${response.statusCode}`);
    return JSON.parse(body);
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
    comments: async (ticketId, text) => {
      await ask('POST', `/ticket/${ticketId}/comment`, { Content: text, ContentType: 'text/plain' });
    },
    movesTo: async (ticketId, queue) => {
      await ask('PUT', `/ticket/${ticketId}`, { Queue: queue });
    },
    mergesInto: async (ticketId, other) => {
      await ask('PUT', `/ticket/${ticketId}`, { MergeInto: Number(other) });
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

/** A connection for each request: RT closes idle ones without a word, which Node's fetch finds out too late. */
const send = (address: string, method: string, path: string, content?: unknown, Cookie = ''): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isForm = content instanceof URLSearchParams;
    const body = isForm ? content.toString() : content === undefined ? '' : JSON.stringify(content);
    const headers = {
      'User-Agent': 'gus',
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ...(Cookie === '' ? {} : { Cookie }),
    };
    askPlainly(`${address}${path}`, { method, headers, agent: false }, resolve).once('error', reject).end(body);
  });
