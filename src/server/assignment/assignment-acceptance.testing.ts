/** Who looks after tickets, whichever database the reference backend stands on. */
import { v7 } from 'uuid';
import { describe, expect, test as plainTest } from 'vitest';
import { deskPeopleRecordSchema } from '../../contract/assignment.ts';
import type { Answer } from '../../contract/receipt.ts';
import { open } from '../../contract/unopened.ts';
import type { Action, ActionOf } from '../../domain/action.ts';
import type { DeskPeople } from '../../domain/assignment/desk-people.ts';
import { nobody } from '../../domain/assignment/assignment.ts';
import type { ActionId, GroupId, PartitionId, PersonId, TicketId } from '../../domain/ids.ts';
import { keyOfChange, type DeskRecord, type PersonRecord, type RecordChange } from '../../domain/records/desk-record.ts';
import { statusSeenOn, type StatusSeen } from '../../domain/status-seen.ts';
import { usualRights } from '../../domain/rights.ts';
import { statusOf, type Assigned, type Entry, type Ticket } from '../../domain/ticket.ts';
import type { Database } from '../database/schema.ts';
import type { Organisation } from '../install-organisation.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { holdDeskPeople } from './desk-people.ts';
import { personRecordOf } from '../records/read-records.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';

type OpenDatabase = () => Promise<Database>;

const now = Date.UTC(2026, 10, 24, 7);
const network = { id: 'network' as GroupId, name: 'Network', memberIds: ['gus', 'hal', 'hugo'] as readonly string[] as readonly PersonId[] };

/** The small organisation with a second analyst of the council's, and a group of both partitions. */
const organisation = (): Organisation => {
  const small = smallOrganisation(now);
  const hal = {
    id: 'hal' as PersonId,
    name: 'Hal',
    email: 'hal@example.org',
    partitionId: 'council' as PartitionId,
    roles: ['employee', 'analyst'] as const,
    rights: usualRights(['employee', 'analyst']),
  };
  const group: DeskRecord = { of: 'group', body: network };
  return { ...small, records: [...small.records, group], people: [...small.people, { person: hal, user: 'hal', password: 'hal-portico' }] };
};

const assigning = (from: Assigned, to: Assigned, ticketId: TicketId = ticketIds.ada): ActionOf<'assign'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id: ticketId },
  at: now,
  kind: 'assign',
  data: { from, to },
});
const setting = (data: ActionOf<'set-status'>['data']): Action => ({ ...assigning(nobody, nobody), kind: 'set-status', data });
const assign = async (client: TestClient, from: Assigned, to: Assigned, ticketId: TicketId = ticketIds.ada): Promise<Answer | undefined> =>
  (await client.perform(assigning(from, to, ticketId)))[0];

const analyst = (id: string, name = ''): Assigned => ({ group: null, analyst: { id: id as PersonId, name } });
const group = (id: string): Assigned => ({ group: { id: id as GroupId, name: '' }, analyst: null });

const ticketSeen = async (client: TestClient, ticketId: TicketId = ticketIds.ada): Promise<Ticket> => {
  const seen = (await client.changes()).findLast((change) => change.kind === 'ticket' && change.body.id === ticketId);
  if (seen?.kind !== 'ticket') throw new Error('no such ticket');
  return seen.body;
};
const entriesSeen = async (client: TestClient): Promise<readonly Entry[]> =>
  (await client.changes()).flatMap((change) => (change.kind === 'entry' && change.body.ticketId === ticketIds.ada ? [change.body] : []));
const peopleSeen = async (client: TestClient): Promise<readonly DeskPeople[]> =>
  (await client.changes()).flatMap((change) => (change.kind === 'record' ? open(deskPeopleRecordSchema, change.body).map(({ body }) => body) : []));
const namesSeen = async (client: TestClient): Promise<unknown> =>
  (await peopleSeen(client)).map(({ analysts, groups }) => ({ analysts: analysts.map(({ id }) => id), groups: groups.map(({ name }) => name) }));

const save = async (client: TestClient, change: RecordChange): Promise<void> => {
  const action: Action = { v: 1, id: v7() as ActionId, subject: { kind: 'record', id: keyOfChange(change) }, at: now, kind: 'save-record', data: { change } };
  expect(await client.perform(action)).toMatchObject([{ outcome: 'applied' }]);
};
const recordOf = (user: string): PersonRecord => {
  const found = organisation().people.find((one) => one.user === user);
  if (!found) throw new Error(`nobody called ${user}`);
  return personRecordOf(found.person, user);
};

export const describeAssignment = (name: string, openDatabase: OpenDatabase): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ organisation: organisation(), database: await openDatabase(), deps: { now: () => now } });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`${name}: who looks after a ticket`, () => {
    test('of two analysts who take it at once one has it, and the other is told who, and takes it over knowingly', async (server) => {
      const [gus, hal] = [await server.signIn('gus'), await server.signIn('hal')];
      const answers = await Promise.all([assign(gus, nobody, analyst('gus')), assign(hal, nobody, analyst('hal'))]);
      expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['applied', 'refused']));
      const { assigned } = await ticketSeen(gus);
      expect(answers.find((answer) => answer?.outcome === 'refused')).toMatchObject({ refusal: { kind: 'given-meanwhile', by: assigned?.analyst?.name } });
      const [loser, id] = assigned?.analyst?.id === 'gus' ? ([hal, 'hal'] as const) : ([gus, 'gus'] as const);
      expect(await assign(loser, assigned ?? nobody, analyst(id))).toMatchObject({ outcome: 'applied' });
      expect((await ticketSeen(gus)).assigned?.analyst?.id).toBe(id);
    });

    test('a status that was set without a network does not land on a ticket that a colleague took meanwhile', async (server) => {
      const [gus, hal] = [await server.signIn('gus'), await server.signIn('hal')];
      expect(await assign(hal, nobody, analyst('hal'))).toMatchObject({ outcome: 'applied' });
      expect(await assign(gus, nobody, analyst('gus'))).toMatchObject({ outcome: 'refused' });
      const resolve = (from: StatusSeen) => gus.perform(setting({ status: 'resolved', from }));
      expect(await resolve({ status: 'in-progress', analyst: 'gus' as PersonId })).toMatchObject([{ refusal: { kind: 'given-meanwhile', by: 'Hal' } }]);
      expect(await resolve({ status: 'new', analyst: 'hal' as PersonId })).toMatchObject([{ refusal: { kind: 'status-set-meanwhile' } }]);
      expect(statusOf(await ticketSeen(gus))).toBe('in-progress');
      expect(await resolve(statusSeenOn(await ticketSeen(gus)))).toMatchObject([{ outcome: 'applied' }]);
    });

    test('sent again it is done once', async (server) => {
      const gus = await server.signIn('gus');
      const action = assigning(nobody, analyst('gus'));
      expect(await gus.perform(action)).toEqual(await gus.perform(action));
      expect((await entriesSeen(gus)).filter(({ body }) => body.kind === 'assigned')).toHaveLength(1);
      expect(await gus.perform({ ...action, data: { from: nobody, to: analyst('hal') } })).toMatchObject([{ refusal: { kind: 'id-already-used' } }]);
    });

    test('groups and analysts are called what the desk calls them, whatever a device says', async (server) => {
      const gus = await server.signIn('gus');
      await assign(gus, nobody, { group: { id: network.id, name: 'Free beer' }, analyst: { id: 'hal' as PersonId, name: 'The King' } });
      expect((await ticketSeen(gus)).assigned).toEqual({ group: { id: 'network', name: 'Network' }, analyst: { id: 'hal', name: 'Hal' } });
    });

    test('nobody is named who does not work for its partition: strangers, those who have left, people who are no analysts, groups that are not there', async (server) => {
      const gus = await server.signIn('gus');
      const hal = recordOf('hal');
      await save(await server.signIn('sam'), { of: 'person', from: hal, to: { ...hal, hasLeft: true } });
      for (const to of [analyst('hugo'), analyst('hal'), analyst('ben'), analyst('nobody'), group('printers')])
        expect(await assign(gus, nobody, to)).toMatchObject({ outcome: 'refused', refusal: { kind: 'cannot-look-after-it' } });
    });

    test('a desk gives no tickets of another partition, and an employee none at all', async (server) => {
      const [hugo, ben] = [await server.signIn('hugo'), await server.signIn('ben')];
      for (const client of [hugo, ben]) expect(await assign(client, nobody, analyst('hugo'))).toMatchObject({ refusal: { kind: 'not-found' } });
      expect(await assign(await server.signIn('ada'), nobody, analyst('gus'))).toMatchObject({ refusal: { kind: 'not-allowed' } });
    });

    test('what was refused holds nothing that was written after it', async (server) => {
      const gus = await server.signIn('gus');
      const reply: Action = { ...assigning(nobody, nobody), id: v7() as ActionId, kind: 'reply', data: { text: 'Hello' } };
      expect(await gus.perform(assigning(analyst('hal'), analyst('gus')), reply)).toMatchObject([{ outcome: 'refused' }, { outcome: 'applied' }]);
    });
  });

  describe(`${name}: what the requester hears of who looks after their ticket`, () => {
    test('that somebody is at it, and neither by whom nor by which group', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await assign(gus, nobody, group('network'));
      await assign(gus, group('network'), { ...group('network'), analyst: analyst('gus').analyst });
      const seen = JSON.stringify(await ada.changes());
      expect(seen).not.toContain('assigned');
      expect(seen).not.toContain('Network');
      expect(statusOf(await ticketSeen(ada))).toBe('in-progress');
      expect((await entriesSeen(ada)).map(({ body }) => body.kind)).toEqual(['raised', 'status']);
      expect((await entriesSeen(gus)).map(({ body }) => body.kind)).toEqual(['raised', 'assigned', 'assigned', 'status']);
    });

    test('an analyst reads of their own ticket as one of the desk', async (server) => {
      const gus = await server.signIn('gus');
      const [hal, ticketId] = [await server.signIn('hal'), v7() as TicketId];
      const data = { serviceId: 'mouse', flow: { id: 'mouse', version: 2 }, answers: { colour: 'red' } };
      const raise = { v: 1, id: v7(), subject: { kind: 'ticket', id: ticketId }, at: now, kind: 'raise-ticket', data } as unknown as Action;
      expect(await gus.perform(raise)).toMatchObject([{ outcome: 'applied' }]);
      expect(await assign(hal, nobody, analyst('hal'), ticketId)).toMatchObject({ outcome: 'applied' });
      expect((await ticketSeen(gus, ticketId)).assigned?.analyst?.id).toBe('hal');
      expect(await assign(gus, analyst('hal'), nobody, ticketId)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    });
  });

  describe(`${name}: whom tickets can be given to`, () => {
    test('each desk is told its own people, and nobody else is told any', async (server) => {
      expect(await namesSeen(await server.signIn('gus'))).toEqual([{ analysts: ['gus', 'hal'], groups: ['Network'] }]);
      expect(await namesSeen(await server.signIn('hugo'))).toEqual([{ analysts: ['hugo'], groups: ['Network'] }]);
      for (const user of ['ada', 'sam']) expect(await namesSeen(await server.signIn(user))).toEqual([]);
    });

    test('they follow what an administrator saves, at the desks that it changes', async (server) => {
      const [gus, hugo, sam] = [await server.signIn('gus'), await server.signIn('hugo'), await server.signIn('sam')];
      await save(sam, { of: 'group', from: network, to: { ...network, name: 'Networks', memberIds: ['gus' as PersonId] } });
      expect(await namesSeen(gus)).toEqual([{ analysts: ['gus', 'hal'], groups: ['Networks'] }]);
      expect(await namesSeen(hugo)).toEqual([{ analysts: ['hugo'], groups: [] }]);
      const hal = recordOf('hal');
      await save(sam, { of: 'person', from: hal, to: { ...hal, hasLeft: true } });
      expect(await namesSeen(gus)).toEqual([{ analysts: ['gus'], groups: ['Networks'] }]);
      const change = { of: 'person', from: { ...hal, hasLeft: true }, to: hal } as const;
      await sam.perform({
        v: 1,
        id: v7() as ActionId,
        subject: { kind: 'record', id: 'person/import' },
        at: now,
        kind: 'save-people',
        data: { changes: [change] },
      });
      expect(await namesSeen(gus)).toEqual([{ analysts: ['gus', 'hal'], groups: ['Networks'] }]);
    });

    test('a database from before desks gave tickets tells its desks, and forgets what requesters were told', async (server) => {
      const { database } = server.deps;
      const gus = await server.signIn('gus');
      await assign(gus, nobody, group('network'));
      const told = await database
        .selectFrom('feed')
        .select('body')
        .where('audience', '=', 'desk:council')
        .where('kind', '=', 'ticket')
        .where('entity_id', '=', ticketIds.ada)
        .executeTakeFirstOrThrow();
      await database.updateTable('feed').set({ body: told.body }).where('audience', '=', 'person:ada').where('entity_id', '=', ticketIds.ada).execute();
      await database.deleteFrom('feed').where('kind', '=', 'record').execute();
      const ada = await server.signIn('ada');
      expect((await ticketSeen(ada)).assigned).toBeDefined();
      await holdDeskPeople(server.deps);
      const held = await database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow();
      await holdDeskPeople(server.deps);
      expect(await database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow()).toEqual(held);
      expect((await ticketSeen(ada)).assigned).toBeUndefined();
      expect((await ticketSeen(gus)).assigned?.group?.name).toBe('Network');
      expect(await namesSeen(gus)).toEqual([{ analysts: ['gus', 'hal'], groups: ['Network'] }]);
    });
  });
};
