/** The reference backend as a desk of the acceptance suite: whole, in this process. */
import type { ActionBody } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Database } from '../../server/database/schema.ts';
import { openTestServer } from '../../server/server.testing.ts';
import { actionOn, type AcceptanceDesk } from '../acceptance-client.testing.ts';
import { createPortalHttpBackend } from './portal-http-backend.ts';

export const openReferenceDesk = async (database: Database): Promise<AcceptanceDesk> => {
  const server = await openTestServer({ database, deps: { now: Date.now } });
  const gus = await server.signIn('gus');
  const act = async (ticketId: TicketId, body: ActionBody): Promise<void> => {
    await gus.perform(actionOn(ticketId, body));
  };
  return {
    serve: (request) => server.fetch(new URL(request.url).pathname + new URL(request.url).search, request),
    openBackend: (fetch) => createPortalHttpBackend({ address: 'http://localhost', fetch }),
    people: { ada: { password: 'ada-portico' }, ben: { password: 'ben-portico' } },
    service: 'A laptop',
    replies: (ticketId, text) => act(ticketId, { kind: 'reply', data: { text } }),
    resolves: (ticketId) => act(ticketId, { kind: 'set-status', data: { status: 'resolved' } }),
  };
};
