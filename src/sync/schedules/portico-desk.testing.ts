/** The reference backend as a desk of the schedules: whole, in memory, without a socket. */
import { createHash } from 'node:crypto';
import { createPortalHttpBackend } from '../../backends/portal-http/portal-http-backend.ts';
import * as v from 'valibot';
import { partitionSettingsSchema, settingsSaveSchema } from '../../contract/partition-settings.ts';
import type { Action, TicketActionBody } from '../../domain/action.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import { minted } from '../../domain/builders.testing.ts';
import { valueAt, type SettingsSave } from '../../domain/settings/partition-settings.ts';
import type { ActionId, EntryId, TicketId } from '../../domain/ids.ts';
import { createServer } from '../../server/app.ts';
import { migrate } from '../../server/database/migrations.ts';
import { openMemoryDatabase } from '../../server/database/open-sqlite.ts';
import type { Database } from '../../server/database/schema.ts';
import { deskRecords, escalatingSettings } from '../../server/organisation.testing.ts';
import { installOrganisation } from '../../server/install-organisation.ts';
import { performActions } from '../../server/actions/perform-actions.ts';
import { testDeps } from '../../server/server.testing.ts';
import type { ServerDeps } from '../../server/server-deps.ts';
import { firstTickets, flows, partition, people, placeToSet, services, type Effect, type TestDesk } from './test-desk.testing.ts';
import type { VirtualTime } from './virtual-time.testing.ts';

const address = 'http://localhost';

export const openPorticoDesk = async (time: VirtualTime): Promise<TestDesk> => {
  const database = openMemoryDatabase();
  let lastId = 0xd0000;
  const newId = (): string => minted<ActionId>((lastId += 1));
  const deps = testDeps(database, { now: time.now, newId });
  await migrate(database, newId);
  await installOrganisation(deps, organisation(time.now()));
  const app = createServer(deps);
  const analyst = analystOf(deps, newId);
  return {
    serve: async (request) => app.fetch(request),
    backendFor: (fetch) => createPortalHttpBackend({ address, fetch }),
    bearsLateRequests: true,
    signInAgain: () => Response.json({ portico: 1, problem: { kind: 'not-signed-in' } }, { status: 401 }),
    effects: () => readEffects(database),
    ...analyst,
    endAllSessions: async () => {
      await database.deleteFrom('sessions').execute();
    },
    beginFeedAnew: async () => {
      await database.updateTable('feed_head').set({ feed_id: newId() }).execute();
    },
    offerPhones: async (offered) => {
      const phone = services[1];
      if (!phone) return;
      await database.deleteFrom('services').where('id', '=', phone.id).execute();
      if (offered)
        await database
          .insertInto('services')
          .values({ id: phone.id, body: JSON.stringify(phone) })
          .execute();
    },
    close: () => database.destroy(),
  };
};

const organisation = (now: number) => ({
  partitions: [partition],
  settings: [escalatingSettings(partition)],
  records: deskRecords,
  people: people.map((person) => ({ person, user: person.id, password: `${person.id}-portico` })),
  services,
  flows,
  articles: [],
  tickets: firstTickets(now).map((ticket) => ({ ticket, entries: [raisedEntry(ticket)] })),
});

const raisedEntry = (ticket: Ticket): Entry => ({
  id: `${ticket.id}/raised` as EntryId,
  ticketId: ticket.id,
  at: ticket.raisedAt,
  by: { ...ticket.requester, side: 'person' },
  body: { kind: 'raised' },
});

/** Works at the desk itself: no line between, nothing that could go wrong. */
const analystOf = ({ ...deps }: ServerDeps, newId: () => string): Pick<TestDesk, 'analystWrites' | 'analystResolves' | 'savesSettings'> => {
  const gus = people[2];
  const act = async (pick: number, body: TicketActionBody): Promise<void> => {
    const rows = await deps.database.selectFrom('tickets').select('id').orderBy('id').execute();
    const id = rows[pick % rows.length]?.id as TicketId;
    const action: Action = { v: 1, id: newId() as ActionId, subject: { kind: 'ticket', id }, at: deps.now(), ...body };
    if (gus) await performActions(deps, gus, [action]);
  };
  return {
    analystWrites: (pick, text) => act(pick, { kind: 'reply', data: { text } }),
    analystResolves: (pick) => act(pick, { kind: 'set-status', data: { status: 'resolved' } }),
    savesSettings: async (title) => {
      const row = await deps.database.selectFrom('partition_settings').select('body').where('partition_id', '=', partition.id).executeTakeFirstOrThrow();
      const from = valueAt(v.parse(partitionSettingsSchema, JSON.parse(row.body)), placeToSet);
      const action: Action = {
        v: 1,
        id: newId() as ActionId,
        subject: { kind: 'partition', id: partition.id },
        at: deps.now(),
        kind: 'save-settings',
        data: { changes: [{ place: placeToSet, from, to: title }], reason: '' },
      };
      if (gus) await performActions(deps, gus, [action]);
    },
  };
};

const readEffects = async (database: Database): Promise<readonly Effect[]> => {
  const rows = await database
    .selectFrom('entries')
    .innerJoin('tickets', 'tickets.id', 'entries.ticket_id')
    .select(['entries.body as entry', 'tickets.body as ticket'])
    .orderBy('entries.at')
    .execute();
  const effects = rows.flatMap(({ entry, ticket }) => effectOf(JSON.parse(entry) as Entry, JSON.parse(ticket) as Ticket));
  const saves = await database.selectFrom('settings_saves').select('body').orderBy('at').execute();
  const saved = saves.map(({ body }) => effectOfSave(v.parse(settingsSaveSchema, JSON.parse(body))));
  return Promise.all(
    [...effects, ...saved].map(async (effect) => (effect.kind === 'file' ? { ...effect, sha256: await hashOfStored(database, effect.actionId) } : effect)),
  );
};

const effectOfSave = ({ id, by, changes }: SettingsSave): Effect => ({
  actionId: id,
  ticketId: 'settings',
  kind: 'saved',
  by: by.id,
  text: changes.map(({ to }) => String(to)).join(' '),
  sha256: null,
});

const countedKinds = ['raised', 'message', 'chase', 'file', 'reopened'] as const;

/** The raising is known by the words that name the ticket; what only came along with something else is no effect of its own. */
export const effectOf = (entry: Entry, ticket: Ticket): readonly Effect[] => {
  const { body } = entry;
  // A person sets one status only, by saying that it is solved.
  const kind = body.kind === 'status' && entry.by?.side === 'person' ? 'resolved' : countedKinds.find((counted) => counted === body.kind);
  if (kind === undefined || entry.id.includes('/')) return [];
  const text = body.kind === 'message' ? body.text : body.kind === 'file' ? body.file.name : body.kind === 'raised' ? ticket.title : '';
  return [{ actionId: entry.id, ticketId: entry.ticketId, kind, by: entry.by?.id ?? null, text, sha256: null }];
};

const hashOfStored = async (database: Database, fileId: string): Promise<string | null> => {
  const file = await database.selectFrom('files').select('bytes_of').where('entry_id', '=', fileId).executeTakeFirst();
  if (!file?.bytes_of) return null;
  const chunks = await database.selectFrom('file_chunks').select('bytes').where('entry_id', '=', file.bytes_of).orderBy('starts_at').execute();
  const hash = createHash('sha256');
  for (const { bytes } of chunks) hash.update(bytes);
  return hash.digest('hex');
};
