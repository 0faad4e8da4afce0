/** The reference backend as a desk of the acceptance suite: whole, in this process. */
import { v7 } from 'uuid';
import type { ActionBody } from '../../domain/action.ts';
import type { FlowId, ServiceId, TicketId } from '../../domain/ids.ts';
import type { Answers } from '../../domain/question-flow.ts';
import type { Database } from '../../server/database/schema.ts';
import { openTestServer, type TestClient } from '../../server/server.testing.ts';
import { actionOn, type AcceptanceDesk } from '../acceptance-client.testing.ts';
import { createPortalHttpBackend } from './portal-http-backend.ts';

const ofTheCrowd = 620;
const inOneRequest = 100;

export const openReferenceDesk = async (database: Database): Promise<AcceptanceDesk> => {
  const server = await openTestServer({ database, deps: { now: Date.now } });
  const gus = await server.signIn('gus');
  const act = async (ticketId: TicketId, body: ActionBody): Promise<void> => {
    await gus.perform(actionOn(ticketId, body));
  };
  const tickets = await raiseMany(await server.signIn('cleo'), ofTheCrowd);
  return {
    serve: (request) => server.fetch(new URL(request.url).pathname + new URL(request.url).search, request),
    openBackend: (fetch) => createPortalHttpBackend({ address: 'http://localhost', fetch }),
    writes: ({ method, url }) => method !== 'GET' && new URL(url).pathname === '/api/actions',
    people: {
      ada: { user: 'ada', password: 'ada-portico' },
      ben: { user: 'ben', password: 'ben-portico' },
      crowd: { user: 'cleo', password: 'cleo-portico', tickets },
    },
    service: 'Something is broken',
    replies: (ticketId, text) => act(ticketId, { kind: 'reply', data: { text } }),
    resolves: (ticketId) => act(ticketId, { kind: 'set-status', data: { status: 'resolved' } }),
    sees: async (ticketId) => {
      const bodies = (await gus.changes()).flatMap((change) => (change.kind === 'entry' && change.body.ticketId === ticketId ? [change.body.body] : []));
      return {
        texts: bodies.flatMap((body) => (body.kind === 'message' ? [body.text] : [])),
        files: bodies.flatMap((body) => (body.kind === 'file' ? [body.file.name] : [])),
      };
    },
    close: server.close,
  };
};

/** More than one page of the feed tells; how many this person has then. */
const raiseMany = async (person: TestClient, count: number): Promise<number> => {
  const answers = { what: 'One of many', more: 'And there are more.', by: null, files: null } as unknown as Answers;
  const data = { serviceId: 'something-else' as ServiceId, flow: { id: 'something-else' as FlowId, version: 1 }, answers };
  const raisings = Array.from({ length: count }, () => actionOn(v7() as TicketId, { kind: 'raise-ticket', data }));
  for (let from = 0; from < count; from += inOneRequest) await person.perform(...raisings.slice(from, from + inOneRequest));
  return (await person.changes()).filter(({ kind }) => kind === 'ticket').length;
};
