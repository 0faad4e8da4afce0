/** Bugs that the schedules must find, planted around the shipped code: each is something another outbox really does. */
import type { Backend } from '../../backends/backend.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { Action } from '../../domain/action.ts';
import { minted } from '../../domain/builders.testing.ts';
import type { Database } from '../../server/database/schema.ts';
import type { ServerDeps } from '../../server/server-deps.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { Locks } from '../ports.ts';
import type { sendRegistrations } from '../send-registrations.ts';
import type { TestDesk } from './test-desk.testing.ts';

export type PlantedBug = {
  readonly onStore?: (store: PersonStore) => void;
  readonly backend?: (backend: Backend, store: PersonStore) => Backend;
  readonly locks?: (locks: Locks, store: PersonStore) => Locks;
  readonly desk?: (desk: TestDesk) => TestDesk;
  /** How a device sends what was registered on it. */
  readonly registrations?: (send: typeof sendRegistrations) => typeof sendRegistrations;
  /** Of the reference backend where people chat and register. */
  readonly server?: (deps: ServerDeps) => ServerDeps;
  readonly serve?: (serve: TestDesk['serve'], database: Database) => TestDesk['serve'];
};

/** Takes a row out of the outbox when it is sent, not when its receipt is stored. */
const deletedBeforeReceipt: PlantedBug = {
  backend: (backend, { outbox }) => ({
    ...backend,
    perform: async (person, batch) => {
      await outbox.actions
        .where('id')
        .anyOf(batch.map(({ action }) => action.id))
        .delete();
      return backend.perform(person, batch);
    },
  }),
};

/** The server does not know an id again: what comes twice is done twice. */
const noDedup: PlantedBug = {
  desk: (desk) => {
    const seen = new Set<string>();
    let copies = 0;
    return {
      ...desk,
      serve: async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/api/actions')) return desk.serve(request);
        const { actions } = (await request.json()) as { actions: Action[] };
        const originalById = new Map<string, string>();
        const asNew = actions.map((action) => {
          const id = seen.has(action.id) ? minted<ActionId>(0xdd0000 + (copies += 1)) : action.id;
          originalById.set(id, action.id);
          seen.add(action.id);
          return { ...action, id };
        });
        const response = await desk.serve(new Request(request.url, { method: 'POST', headers: request.headers, body: JSON.stringify({ actions: asNew }) }));
        const text = await response.text();
        return new Response(
          [...originalById].reduce((body, [id, original]) => body.replaceAll(id, original), text),
          { status: response.status, headers: response.headers },
        );
      },
    };
  },
};

/** The device does not ask what became of a send, it just sends again. */
const blindResend: PlantedBug = {
  backend: (backend) => ({
    ...backend,
    perform: (person, batch) =>
      backend.perform(
        person,
        batch.map((outgoing) => ({ ...outgoing, outcomeUnknown: false })),
      ),
  }),
};

/** Every tab sends whenever it likes. */
const noLock: PlantedBug = { locks: () => ({ withLock: (_name, task) => task() }) };

/** The queue is sorted by the clock of the device. */
let last = 0;
const orderedByClock: PlantedBug = {
  onStore: ({ outbox }) => {
    outbox.actions.hook('creating', (_key, row) => {
      last += 1;
      return ((row.action as Action).at - 1_700_000_000_000) * 1000 + (last % 1000);
    });
  },
};

/** The server takes the word of the request for whose it is, and does it as whoever is signed in. */
const ownerNotChecked: PlantedBug = {
  desk: (desk) => ({
    ...desk,
    serve: async (request) => {
      const session = await desk.serve(new Request(new URL('/api/session', request.url), { headers: { Cookie: request.headers.get('Cookie') ?? '' } }));
      const { person } = (await session.json()) as { person: { id: string } | null };
      const headers = new Headers(request.headers);
      if (person) headers.set('Portico-Person', person.id);
      return desk.serve(new Request(request, { headers }));
    },
  }),
};

/** What was made here is no longer laid over once its receipt is there, whether or not the desk's own word has come. */
const overlayDroppedEarly: PlantedBug = {
  locks: (locks, { outbox }) => ({
    withLock: (name, task, signal) =>
      locks.withLock(
        name,
        async () => {
          const value = await task();
          if (name.includes(':send:')) await outbox.actions.where('state').equals('done').delete();
          return value;
        },
        signal,
      ),
  }),
};

/** `breaks`: the invariant that must be what catches it. */
export const plantedBugs = [
  { name: 'deleted before its receipt', model: 'portico', breaks: 'I1', bug: deletedBeforeReceipt },
  { name: 'done twice by the server', model: 'portico', breaks: 'I2', bug: noDedup },
  { name: 'sent again without a look-up', model: 'keyless', breaks: 'I2', bug: blindResend },
  { name: 'sent without a lock', model: 'keyless', breaks: 'I2', bug: noLock },
  { name: 'ordered by the clock', model: 'portico', breaks: 'I3', bug: orderedByClock },
  { name: 'done for whoever is signed in', model: 'portico', breaks: 'I4', bug: ownerNotChecked },
  { name: 'no longer shown once it has its receipt', model: 'portico', breaks: 'I6', bug: overlayDroppedEarly },
] as const satisfies readonly { readonly name: string; readonly model: 'portico' | 'keyless'; readonly breaks: string; readonly bug: PlantedBug }[];
