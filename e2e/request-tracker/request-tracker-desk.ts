/** Request Tracker as a desk of the acceptance suite: the real one, through the portal's own proxy. */
import * as v from 'valibot';
import type { AcceptanceDesk } from '../../src/backends/acceptance-client.testing.ts';
import { createRequestTrackerBackend } from '../../src/backends/request-tracker/request-tracker-backend.ts';
import { requestTrackerSchema } from '../../src/contract/request-tracker-settings.ts';
import { requestTrackerProxy } from '../../src/server/front/request-tracker-proxy.ts';
import { passwordOf } from './organisation.ts';
import { createRtAnalyst } from './rt-analyst.ts';

/** `close`: what is left to do when the suite is through. */
export const openRequestTrackerDesk = async (address: string, close: () => Promise<void> = async () => undefined): Promise<AcceptanceDesk> => {
  const proxy = requestTrackerProxy(address);
  const settings = v.parse(requestTrackerSchema, {
    kind: 'request-tracker',
    address: 'http://localhost',
    resolveStatus: 'resolved',
    chase: { waitMinutes: 60, maxChases: 3 },
  });
  const gus = await createRtAnalyst(address);
  return {
    serve: async (request) => proxy.fetch(request),
    openBackend: (fetch, now) => createRequestTrackerBackend(settings, { fetch }, now),
    // The proxy answers for the session by itself; everything else that is not read is written.
    writes: ({ method, url }) => method !== 'GET' && !new URL(url).pathname.startsWith('/NoAuth/'),
    people: {
      ada: { user: 'ada', password: passwordOf('ada') },
      ben: { user: 'ben', password: passwordOf('ben') },
      crowd: { user: 'cleo', password: passwordOf('cleo'), tickets: 1_000 },
    },
    service: 'IT',
    replies: gus.replies,
    resolves: gus.resolves,
    sees: async (ticketId) => ({ texts: await gus.textsOf(ticketId), files: (await gus.filesOf(ticketId)).map(({ name }) => name) }),
    close,
  };
};
