/** The desk without idempotency as a desk of the schedules. */
import { createHash } from 'node:crypto';
import { serveKeyless } from '../../backends/keyless/keyless-api.testing.ts';
import { createKeylessBackend } from '../../backends/keyless/keyless-backend.testing.ts';
import { addToCase, createKeylessDesk, type KeylessDesk, type KeylessNote } from '../../backends/keyless/keyless-desk.testing.ts';
import type { TicketActionBody } from '../../domain/action.ts';
import { effectOf } from './portico-desk.testing.ts';
import { firstTickets, flows, partition, people, services, type Effect, type TestDesk } from './test-desk.testing.ts';
import type { VirtualTime } from './virtual-time.testing.ts';

export const openKeylessDesk = async (time: VirtualTime): Promise<TestDesk> => {
  const desk = createKeylessDesk({ people, partition, flows, services, tickets: firstTickets(time.now()), now: time.now });
  const act = async (pick: number, body: TicketActionBody): Promise<void> => {
    const ids = [...desk.cases.keys()];
    const id = ids[pick % ids.length];
    const gus = people[2];
    if (id && gus) addToCase(desk, gus, id, null, body, time.now());
  };
  return {
    serve: (request) => serveKeyless(desk, request),
    backendFor: (fetch) => createKeylessBackend({ address: 'http://desk.test', fetch }),
    bearsLateRequests: false,
    signInAgain: () => Response.json({ desk: 1, error: 'session' }, { status: 401 }),
    effects: async () => desk.notes.flatMap((note) => effectsOf(desk, note)),
    analystWrites: (pick, text) => act(pick, { kind: 'reply', data: { text } }),
    analystResolves: (pick) => act(pick, { kind: 'set-status', data: { status: 'resolved' } }),
    // It has no settings.
    savesSettings: async () => undefined,
    endAllSessions: async () => desk.sessions.clear(),
    beginFeedAnew: async () => {
      desk.feed = `${desk.feed}+`;
    },
    offerPhones: async (offered) => {
      desk.services = offered ? services : services.slice(0, 1);
    },
    close: async () => undefined,
  };
};

const effectsOf = (desk: KeylessDesk, { entry, reference }: KeylessNote): readonly Effect[] => {
  const ticket = desk.cases.get(entry.ticketId)?.ticket;
  if (!ticket) return [];
  const bytes = desk.bytes.get(entry.id);
  const sha256 = bytes ? createHash('sha256').update(bytes).digest('hex') : null;
  return effectOf(entry, ticket).map((effect) => ({ ...effect, actionId: reference ?? effect.actionId, sha256 }));
};
