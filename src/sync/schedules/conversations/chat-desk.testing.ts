/** The reference backend with people who chat and register: it can be killed and started again, and its disk can be full. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { createPortalHttpBackend } from '../../../backends/portal-http/portal-http-backend.ts';
import { entrySchema, ticketSchema } from '../../../contract/ticket.ts';
import { registrationSchema } from '../../../contract/registration.ts';
import { anAnalyst, aPerson, minted, named } from '../../../domain/builders.testing.ts';
import type { Presence } from '../../../domain/chat/presence.ts';
import type { ActionId, CallTemplateId, PartitionId, PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/person.ts';
import type { DeskRecord } from '../../../domain/records/desk-record.ts';
import { usualPortal } from '../../../domain/records/portal-record.ts';
import type { Registration } from '../../../domain/registration/registration.ts';
import { rights } from '../../../domain/rights.ts';
import { settingsOf } from '../../../domain/settings/partition-settings.ts';
import type { Entry, Ticket } from '../../../domain/ticket.ts';
import { createServer } from '../../../server/app.ts';
import { keepChats } from '../../../server/chat/keep-chats.ts';
import { isQueueOnline, readPresences } from '../../../server/chat/chat-records.ts';
import { migrate } from '../../../server/database/migrations.ts';
import { openMemoryDatabase } from '../../../server/database/open-sqlite.ts';
import type { Database } from '../../../server/database/schema.ts';
import { installOrganisation } from '../../../server/install-organisation.ts';
import { usualRoles } from '../../../server/records/hold-records.ts';
import type { ServerDeps } from '../../../server/server-deps.ts';
import { testDeps } from '../../../server/server.testing.ts';
import type { PlantedBug } from '../planted-bugs.testing.ts';
import { partition, type Effect, type TestDesk } from '../test-desk.testing.ts';
import type { VirtualTime } from '../virtual-time.testing.ts';

const waitLimitMinutes = 4;
/** Seldom enough to be cheap, often enough within a lease. */
const keeperMs = 15_000;

/** Two who ask, and two who answer, of whom the first one is a chat manager and sets up the portal besides. */
export const staff: readonly Person[] = [
  aPerson(),
  aPerson({ id: named<PersonId>('ben'), name: 'Ben Okoro', email: 'ben@northwind.example' }),
  anAnalyst({ roles: ['employee', 'analyst', 'chat-manager', 'administrator'], rights: [...rights] }),
  anAnalyst({ id: named<PersonId>('hal'), name: 'Hal Hall', email: 'hal@northwind.example' }),
];
export const analysts = staff.slice(2);

/** All that the desk holds when it is asked at the end. */
export type Holdings = {
  readonly tickets: readonly Ticket[];
  /** In the order things happened. */
  readonly entries: readonly Entry[];
  readonly effects: readonly Effect[];
  /** In the order in which they were taken. */
  readonly registrations: readonly (Registration & { readonly follows: string })[];
  readonly letters: readonly { readonly address: string; readonly subject: string }[];
  readonly people: readonly Person[];
  readonly availabilities: ReadonlyMap<PersonId, Presence['availability']>;
  readonly isQueueOnline: boolean;
};

export type ChatDesk = Pick<TestDesk, 'serve' | 'backendFor' | 'bearsLateRequests' | 'signInAgain' | 'effects' | 'endAllSessions' | 'close'> & {
  readonly address: string;
  readonly holdings: () => Promise<Holdings>;
  readonly kill: () => void;
  readonly start: () => void;
  /** So many times what is written is undone before it is committed. */
  readonly fillDisk: (times: number) => void;
};

export const openChatDesk = async (time: VirtualTime, bug: PlantedBug): Promise<ChatDesk> => {
  const database = openMemoryDatabase();
  let lastId = 0xd0000;
  const newId = (): string => minted<ActionId>((lastId += 1));
  let fullFor = 0;
  let running: { readonly app: ReturnType<typeof createServer>; readonly stopping: AbortController } | null = null;

  const depsUntil = (stopping: AbortSignal): ServerDeps => {
    const sound = testDeps(database, { now: time.now, newId, stopping });
    const deps = bug.server?.(sound) ?? sound;
    return { ...deps, writeTogether: (work) => time.busy(deps.writeTogether((transaction) => work(transaction).then(intoDisk))) };
  };
  const intoDisk = <Value>(value: Value): Value => {
    if (fullFor === 0) return value;
    fullFor -= 1;
    throw new Error('the disk is full');
  };
  const start = (): void => {
    if (running) return;
    const stopping = new AbortController();
    const deps = depsUntil(stopping.signal);
    keepChats(deps, keeperMs);
    running = { app: createServer(deps), stopping };
  };
  const serve = async (request: Request): Promise<Response> => {
    const server = running;
    if (!server) throw new TypeError('connection refused');
    const response = await server.app.fetch(request);
    if (running === server) return response;
    void response.body?.cancel();
    throw new TypeError('the server is gone');
  };

  await migrate(database, newId);
  await installOrganisation(depsUntil(new AbortController().signal), organisation);
  start();
  return {
    address: 'http://localhost',
    serve: bug.serve?.(serve, database) ?? serve,
    backendFor: (fetch) => createPortalHttpBackend({ address: 'http://localhost', fetch }),
    bearsLateRequests: true,
    signInAgain: () => Response.json({ portico: 1, problem: { kind: 'not-signed-in' } }, { status: 401 }),
    effects: async () => (await readHoldings(database)).effects,
    holdings: () => readHoldings(database),
    endAllSessions: async () => {
      await database.deleteFrom('sessions').execute();
    },
    kill: () => {
      running?.stopping.abort();
      running = null;
    },
    start,
    fillDisk: (times) => (fullFor = times),
    close: async () => {
      running?.stopping.abort();
      await database.destroy();
    },
  };
};

const template = (id: string, subject: string): DeskRecord => ({
  of: 'call-template',
  body: { id: named<CallTemplateId>(id), name: subject, subject, callType: 'question', priority: 'high', recipient: null },
});

const settings = settingsOf(partition);
const organisation = {
  partitions: [partition],
  settings: [
    {
      ...settings,
      chat: { ...settings.chat, enabled: true, template: named<CallTemplateId>('chatted'), waitLimitMinutes, analystIds: analysts.map(({ id }) => id) },
      registration: { template: named<CallTemplateId>('newcomers') },
    },
  ],
  records: [
    ...usualRoles,
    template('chatted', 'By chat'),
    template('newcomers', 'Asks for an account'),
    { of: 'portal', body: { ...usualPortal, registrationIsOpen: true, registrationLogsCall: true } } as const,
  ],
  people: staff.map((person) => ({ person, user: person.id, password: `${person.id}-portico` })),
  services: [],
  flows: [],
  articles: [],
  tickets: [],
};

const readHoldings = async (database: Database): Promise<Holdings> => {
  const bodies = async (table: 'tickets' | 'people'): Promise<readonly unknown[]> =>
    (await database.selectFrom(table).select('body').orderBy('id').execute()).map(({ body }) => JSON.parse(body) as unknown);
  const rows = await database.selectFrom('entries').select('body').orderBy('at').orderBy('id').execute();
  const entries = rows.map(({ body }) => v.parse(entrySchema, JSON.parse(body)));
  const counted = entries.flatMap(effectsOfEntry);
  const receipts = await database.selectFrom('receipts').select(['action_id', 'person_id', 'answer']).execute();
  const registrations = await database
    .selectFrom('registrations')
    .select(['follows', 'body'])
    .orderBy(sql`rowid`)
    .execute();
  const presences = await readPresences(
    database,
    analysts.map(({ id }) => id),
  );
  return {
    tickets: (await bodies('tickets')).map((body) => v.parse(ticketSchema, body)),
    entries,
    effects: [...counted, ...receipts.flatMap((receipt) => effectsOfReceipt(receipt, counted))],
    registrations: registrations.map(({ follows, body }) => ({ ...v.parse(registrationSchema, JSON.parse(body)), follows })),
    letters: await database.selectFrom('mails').select(['address', 'subject']).orderBy('id').execute(),
    people: (await bodies('people')) as readonly Person[],
    availabilities: new Map(analysts.map(({ id }) => [id, presences.get(id)?.availability ?? 'offline'])),
    isQueueOnline: await isQueueOnline(database, named<PartitionId>('council')),
  };
};

const effectKinds = { raised: 'raised', said: 'said', message: 'message', 'chat-accepted': 'accepted', 'chat-ended': 'ended' } as const;

/** What only came along with something else is no effect of its own. */
const effectsOfEntry = ({ id, ticketId, by, body }: Entry): readonly Effect[] => {
  if (id.includes('/') || !(body.kind in effectKinds)) return [];
  const kind = effectKinds[body.kind as keyof typeof effectKinds];
  return [{ actionId: id, ticketId, kind, by: by?.id ?? null, text: 'text' in body ? body.text : '', sha256: null }];
};

type ReceiptRow = { readonly action_id: string; readonly person_id: string; readonly answer: string };

/** What was done and left no entry is known by its receipt. */
const effectsOfReceipt = ({ action_id, person_id, answer }: ReceiptRow, counted: readonly Effect[]): readonly Effect[] =>
  (JSON.parse(answer) as { outcome: string }).outcome === 'applied' && !counted.some(({ actionId }) => actionId === action_id)
    ? [{ actionId: action_id, ticketId: '', kind: 'done', by: named<PersonId>(person_id), text: '', sha256: null }]
    : [];
