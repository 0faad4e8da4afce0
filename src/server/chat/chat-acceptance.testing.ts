/** How chat works, whichever database the reference backend stands on. Numbers are those of the source documents (seeds 000 and 002). */
import { v7 } from 'uuid';
import { describe, expect, test as plainTest, vi } from 'vitest';
import type { Change } from '../../contract/change.ts';
import type { Answer } from '../../contract/receipt.ts';
import { chatQueueSchema, presenceSchema } from '../../contract/chat-desk.ts';
import { deskRecordSchema } from '../../contract/records.ts';
import { open } from '../../contract/unopened.ts';
import { routes } from '../../contract/routes.ts';
import type { Action, ActionOf, TicketActionBody } from '../../domain/action.ts';
import { chatStateOf } from '../../domain/chat/chat.ts';
import { writeHours } from '../../domain/chat/hours-text.ts';
import type { ChatSettings } from '../../domain/settings/chat-settings.ts';
import type { SettingsChange } from '../../domain/settings/settings-place.ts';
import type { Availability } from '../../domain/chat/presence.ts';
import { leaseMs } from '../../domain/chat/presence.ts';
import type { ActionId, CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId, TicketId } from '../../domain/ids.ts';
import { keyOfChange, type DeskRecord, type PersonRecord, type RecordChange } from '../../domain/records/desk-record.ts';
import { minutes } from '../../domain/instant.ts';
import type { Person, Role } from '../../domain/person.ts';
import { rights, usualRights, type Right } from '../../domain/rights.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { Database } from '../database/schema.ts';
import type { Organisation } from '../install-organisation.ts';
import { smallOrganisation } from '../organisation.testing.ts';
import type { ServerDeps } from '../server-deps.ts';
import { openStream, openTestServer, testDeps, type TestClient, type TestServer } from '../server.testing.ts';
import { audiences } from '../feed/write-feed.ts';
import { beginLine, endLine, prolongLeases } from './lease.ts';
import { sweepChats } from './sweep-chats.ts';
import { tellQueues } from './tell-queues.ts';

type OpenDatabase = () => Promise<Database>;

const chatSettings: ChatSettings = {
  enabled: true,
  template: 'chatted' as CallTemplateId,
  hours: '',
  waitLimitMinutes: 15,
  analystIds: ['gus', 'hal', 'mia'] as string[] as PersonId[],
  groupIds: [],
};

const chatRecords: readonly DeskRecord[] = [
  { of: 'group', body: { id: 'first' as GroupId, name: 'First line', memberIds: ['gus' as PersonId, 'hal' as PersonId] } },
  { of: 'group', body: { id: 'printers' as GroupId, name: 'Printers', memberIds: ['hal' as PersonId] } },
  {
    of: 'call-template',
    body: {
      id: 'chatted' as CallTemplateId,
      name: 'Chat',
      subject: 'By chat',
      callType: 'question',
      priority: 'high',
      recipient: { kind: 'group', id: 'first' as GroupId },
    },
  },
];

/** The small organisation; the council chats, with Gus, Hal and Mia listed, and Mia watches over it. The hospital does not. */
export const chattingOrganisation = (over: Partial<ChatSettings> = {}): Organisation => {
  const small = smallOrganisation(Date.UTC(2026, 10, 24, 7));
  const chat = { ...chatSettings, ...over };
  const more = [aPerson('hal', ['employee', 'analyst']), aPerson('mia', ['employee', 'chat-manager'])];
  return {
    ...small,
    records: [...small.records, ...chatRecords],
    settings: small.settings.map((settings) => (settings.id === 'council' ? { ...settings, chat } : settings)),
    people: [...small.people, ...more.map((person) => ({ person, user: person.id, password: `${person.id}-portico` }))],
  };
};

export const savingRecord = (change: RecordChange): Action => ({
  ...envelope(),
  subject: { kind: 'record', id: keyOfChange(change) },
  kind: 'save-record',
  data: { change },
});

const recordsSeen = async (client: TestClient): Promise<readonly DeskRecord[]> =>
  (await client.changes()).flatMap((change) => (change.kind === 'record' ? open(deskRecordSchema, change.body) : []));

export const personBecoming = async (client: TestClient, id: string, over: Partial<PersonRecord>): Promise<RecordChange> => {
  const record = (await recordsSeen(client)).find(({ of, body }) => of === 'person' && body.id === id);
  if (record?.of !== 'person') throw new Error('no such person');
  return { of: 'person', from: record.body, to: { ...record.body, ...over } };
};

export const roleWith = async (client: TestClient, id: Role, rightsOf: (before: readonly Right[]) => readonly Right[]): Promise<RecordChange> => {
  const record = (await recordsSeen(client)).find(({ of, body }) => of === 'role' && body.id === id);
  if (record?.of !== 'role') throw new Error('no such role');
  return { of: 'role', from: record.body, to: { ...record.body, rights: rightsOf(record.body.rights) } };
};

/** Analysts take no chats any more. */
export const withoutChatRight = (client: TestClient): Promise<RecordChange> =>
  roleWith(client, 'analyst', (before) => before.filter((right) => right !== 'chat-analyst'));

const aPerson = (name: string, roles: readonly Role[]): Person => ({
  id: name as PersonId,
  name: name.slice(0, 1).toUpperCase() + name.slice(1),
  email: `${name}@example.org`,
  partitionId: 'council' as PartitionId,
  roles,
  rights: usualRights(roles),
});

const envelope = () => ({ v: 1, id: v7() as ActionId, at: 0 }) as const;
const on = (ticketId: TicketId, body: TicketActionBody): Action => ({ ...envelope(), subject: { kind: 'ticket', id: ticketId }, ...body });
const asking = (text = 'The printer is jammed\nRoom 214', ticketId = v7() as TicketId): Action => on(ticketId, { kind: 'ask-chat', data: { text } });
export const saying = (ticketId: TicketId, text: string): Action => on(ticketId, { kind: 'say', data: { text } });
export const accepting = (ticketId: TicketId): Action => on(ticketId, { kind: 'accept-chat', data: {} });
export const ending = (ticketId: TicketId): Action => on(ticketId, { kind: 'end-chat', data: {} });
const being = (to: Availability, personId: string): ActionOf<'set-availability'> => ({
  ...envelope(),
  subject: { kind: 'person', id: personId as PersonId },
  kind: 'set-availability',
  data: { to },
});
const switching = (isOnline: boolean, partition = 'council'): ActionOf<'set-chat-queue'> => ({
  ...envelope(),
  subject: { kind: 'partition', id: partition as PartitionId },
  kind: 'set-chat-queue',
  data: { isOnline },
});

const switchedOff: SettingsChange = { place: 'chat.enabled', from: true, to: false };

const perform = async (client: TestClient, action: Action): Promise<Answer> => {
  const [answer] = await client.perform(action);
  if (!answer) throw new Error('no answer');
  return answer;
};
const done = async (client: TestClient, action: Action): Promise<void> => {
  const answer = await perform(client, action);
  if (answer.outcome !== 'applied') throw new Error(`${action.kind}: ${JSON.stringify(answer)}`);
};
const refusalOf = async (client: TestClient, action: Action): Promise<unknown> => {
  const answer = await perform(client, action);
  return answer.outcome === 'refused' ? answer.refusal : answer.outcome;
};

/** Of the council. */
const sets = (client: TestClient, changes: readonly SettingsChange[]): Promise<void> =>
  done(client, {
    ...envelope(),
    subject: { kind: 'partition', id: 'council' as PartitionId },
    kind: 'save-settings',
    data: { changes, reason: 'Nobody has time' },
  });

/** Gus, or whoever is named, is there. */
export const comes = (client: TestClient): Promise<void> => done(client, being('available', client.person.id));
export const asks = async (client: TestClient, text?: string): Promise<TicketId> => {
  const action = asking(text);
  await done(client, action);
  return action.subject.id as TicketId;
};
export const accepts = (client: TestClient, ticketId: TicketId): Promise<void> => done(client, accepting(ticketId));

const seen = async <Kind extends Change['kind']>(client: TestClient, kind: Kind): Promise<readonly Extract<Change, { kind: Kind }>[]> =>
  (await client.changes()).filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
const ticketSeen = async (client: TestClient, ticketId: TicketId): Promise<Ticket> => {
  const found = (await seen(client, 'ticket')).find(({ body }) => body.id === ticketId);
  if (!found) throw new Error('no such ticket');
  return found.body;
};
export const stateSeen = async (client: TestClient, ticketId: TicketId) => {
  const { chat } = await ticketSeen(client, ticketId);
  return chat ? chatStateOf(chat) : null;
};
const historySeen = async (client: TestClient, ticketId: TicketId): Promise<readonly Entry[]> =>
  (await seen(client, 'entry'))
    .map(({ body }) => body)
    .filter((entry) => entry.ticketId === ticketId)
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
const queueSeen = async (client: TestClient) => open(chatQueueSchema, (await seen(client, 'chat-queue'))[0]?.body)[0] ?? null;
const presencesSeen = async (client: TestClient) => (await seen(client, 'presence')).flatMap(({ body }) => open(presenceSchema, body));
const presenceSeen = async (client: TestClient, personId: string) => (await presencesSeen(client)).find(({ id }) => id === personId) ?? null;

/** Another server on the same database. */
const anotherOn = ({ deps }: TestServer): ServerDeps => testDeps(deps.database, { now: deps.now });

/** The only session of this person listens to a server, until the server notices that it does not any more. */
const lineTo = async (deps: ServerDeps, { deps: { database } }: TestServer, { person }: TestClient) => {
  const { token_hash: session } = await database.selectFrom('sessions').select('token_hash').where('person_id', '=', person.id).executeTakeFirstOrThrow();
  const hangUp = deps.watch.onCommit(() => undefined, [audiences.person(person.id), audiences.session(session)]);
  await beginLine(deps, person, session);
  return { deps, breaks: () => endLine(deps, person, session, hangUp) };
};

const setRights = async (server: TestServer, person: Person, has: readonly Right[]): Promise<void> => {
  const body = JSON.stringify({ ...person, rights: has });
  await server.deps.database.updateTable('people').set({ body }).where('id', '=', person.id).execute();
};

export const describeChat = (name: string, openDatabase: OpenDatabase): void => {
  const testWith = (over: Partial<ChatSettings>, title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ database: await openDatabase(), organisation: chattingOrganisation(over) });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });
  const test = (title: string, run: (server: TestServer) => Promise<void>): void => testWith({}, title, run);

  describe(`${name}: asking for a chat`, () => {
    test('logs the call at once, with a number, for the person and the desk', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      for (const client of [ada, gus]) {
        expect(await ticketSeen(client, ticketId)).toMatchObject({
          title: 'The printer is jammed',
          source: 'chat',
          number: expect.stringMatching(/^R-\d+$/) as string,
        });
        expect((await historySeen(client, ticketId)).map(({ body }) => body.kind)).toEqual(['raised', 'chat-asked', 'said']);
      }
      expect(await stateSeen(ada, ticketId)).toEqual({ kind: 'waiting', since: server.clock.now });
    });

    test('000.26: chat is on for the partition that has it on, and nowhere else', async (server) => {
      const [ada, cleo, gus] = [await server.signIn('ada'), await server.signIn('cleo'), await server.signIn('gus')];
      await comes(gus);
      expect(await stateSeen(ada, await asks(ada))).toMatchObject({ kind: 'waiting' });
      expect(await stateSeen(cleo, await asks(cleo))).toBeNull();
      const council = (await seen(ada, 'partition'))[0]?.body;
      expect(council?.chat).toEqual({ enabled: true, hours: null, waitLimitMinutes: 15 });
      expect((await seen(cleo, 'partition'))[0]?.body).not.toHaveProperty('chat');
    });

    testWith({ enabled: false }, '000.26: off, what is asked is a message for the desk, with the same words', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      expect(await stateSeen(ada, ticketId)).toBeNull();
      expect((await historySeen(gus, ticketId)).map(({ body }) => body)).toEqual([
        { kind: 'raised' },
        { kind: 'message', text: 'The printer is jammed\nRoom 214' },
      ]);
    });

    testWith({}, '000.27: the call is logged by the template of its partition, and a routing rule that it meets overrides who gets it', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      expect(await ticketSeen(gus, await asks(ada))).toMatchObject({
        kind: 'call',
        partitionId: 'council',
        source: 'chat',
        priority: 'high',
        callType: 'question',
        assigned: { group: { id: 'first' } },
      });
      const rule: RecordChange = {
        of: 'routing-rule',
        from: null,
        to: {
          id: 'printers' as RoutingRuleId,
          name: 'Printers',
          rank: 1,
          when: { source: 'chat', partitionId: null, callType: null, priority: null, contains: 'printer' },
          recipient: { kind: 'group', id: 'printers' as GroupId },
        },
      };
      const action = { ...envelope(), subject: { kind: 'record', id: keyOfChange(rule) }, kind: 'save-record', data: { change: rule } } as const;
      expect(await (await server.signIn('sam')).perform(action)).toMatchObject([{ outcome: 'applied' }]);
      const ben = await server.signIn('ben');
      expect((await ticketSeen(gus, await asks(ben))).assigned?.group?.id).toBe('printers');
    });

    testWith(
      { analystIds: [], groupIds: ['first' as GroupId] },
      '000.30: a group lists its members, who each need the permission all the same',
      async (server) => {
        const [gus, hal] = [await server.signIn('gus'), await server.signIn('hal')];
        await comes(gus);
        await comes(hal);
        await tellQueues(server.deps);
        expect((await presencesSeen(gus)).map(({ id, obstacle }) => [id, obstacle])).toEqual([
          ['gus', null],
          ['hal', null],
        ]);
        const mia = await server.signIn('mia');
        expect((await presencesSeen(mia)).some(({ id }) => id === 'mia')).toBe(false);
      },
    );

    // Tuesday, from seven to nine in the evening, in Copenhagen: an hour ahead of UTC.
    const evening = writeHours({ days: [2], fromMinute: 19 * 60, toMinute: 21 * 60, zone: 'Europe/Copenhagen' });
    testWith({ hours: evening }, 'out of hours it becomes a message, to the millisecond, by the clock of the desk', async (server) => {
      const [ada, ben, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('gus')];
      const begins = Date.UTC(2026, 10, 24, 18);
      const outcomes: unknown[] = [];
      for (const [client, now] of [
        [ada, begins - 1],
        [ada, begins],
        [ben, begins + minutes(120) - 1],
        [ben, begins + minutes(120)],
      ] as const) {
        server.clock.now = now;
        await comes(gus);
        const ticketId = await asks(client);
        outcomes.push((await stateSeen(client, ticketId))?.kind ?? 'a message');
        if (outcomes.at(-1) === 'waiting') await done(client, ending(ticketId));
      }
      expect(outcomes).toEqual(['a message', 'waiting', 'waiting', 'a message']);
    });

    test('with nobody there it becomes a message', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      expect(await stateSeen(ada, await asks(ada))).toBeNull();
      await comes(gus);
      await done(gus, being('away', 'gus'));
      expect(await stateSeen(ada, await asks(ada))).toMatchObject({ kind: 'waiting' });
    });

    test('with nobody there, what was written behind the first words is a message, too: nothing is asked and nothing typed twice', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const action = asking('I cannot print');
      const ticketId = action.subject.id as TicketId;
      const answers = await ada.perform(action, saying(ticketId, 'one'), saying(ticketId, 'two'));
      expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
      expect((await historySeen(gus, ticketId)).map(({ body }) => ('text' in body ? `${body.kind}: ${body.text}` : body.kind))).toEqual([
        'raised',
        'message: I cannot print',
        'message: one',
        'message: two',
      ]);
    });

    test('one chat at a time: what is asked beside it is a message, also from another device at the same moment', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ids = await Promise.all([asks(ada), asks(ada), asks(ada)]);
      const states = await Promise.all(ids.map((id) => stateSeen(ada, id)));
      expect(states.filter((state) => state !== null)).toHaveLength(1);
    });

    test('an answer that was lost is given again, and the call is logged once', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const action = asking();
      const first = await ada.perform(action);
      server.clock.now += minutes(5);
      expect(await ada.perform(action)).toEqual(first);
      expect((await seen(ada, 'ticket')).filter(({ body }) => body.source === 'chat')).toHaveLength(1);
      await tellQueues(server.deps);
      expect((await queueSeen(ada))?.waiting).toHaveLength(1);
    });
  });

  describe(`${name}: who is there`, () => {
    test('002.1: who is there is told to those who take chats or watch over them, and to nobody else', async (server) => {
      await tellQueues(server.deps);
      for (const [user, count] of [
        ['gus', 3],
        ['hal', 3],
        ['mia', 3],
        ['ada', 0],
        ['sam', 0],
        ['hugo', 0],
      ] as const)
        expect([user, (await seen(await server.signIn(user), 'presence')).length]).toEqual([user, count]);
    });

    test('002.2: whoever goes online is there for everybody, and free', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await tellQueues(server.deps);
      expect(await queueSeen(ada)).toMatchObject({ isOnline: true, free: 0, there: 0 });
      await comes(gus);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'available', since: server.clock.now, setBy: null });
      await tellQueues(server.deps);
      expect(await queueSeen(ada)).toMatchObject({ free: 1, there: 1 });
    });

    test('002.3: the right, a place on the list and the prompt to save: without one of them nobody goes online or takes a chat', async (server) => {
      const [ada, gus, hal] = [await server.signIn('ada'), await server.signIn('gus'), await server.signIn('hal')];
      await comes(gus);
      const ticketId = await asks(ada);
      const without = (right: Right) => hal.person.rights.filter((other) => other !== right);
      await setRights(server, hal.person, without('prompt-to-save-on-close'));
      const noPrompt = { kind: 'cannot-take-chats', because: 'no-prompt-to-save' };
      expect([await refusalOf(hal, being('available', 'hal')), await refusalOf(hal, accepting(ticketId))]).toEqual([noPrompt, noPrompt]);
      await setRights(server, hal.person, without('chat-analyst'));
      const notAllowed = { kind: 'not-allowed' };
      expect([await refusalOf(hal, being('available', 'hal')), await refusalOf(hal, accepting(ticketId))]).toEqual([notAllowed, notAllowed]);
      await setRights(server, hal.person, rights);
      await comes(hal);
      await accepts(hal, ticketId);
    });

    testWith({ analystIds: ['gus'] as string[] as PersonId[] }, '002.3: who is not listed is told so', async (server) => {
      const hal = await server.signIn('hal');
      expect(await refusalOf(hal, being('available', 'hal'))).toEqual({ kind: 'cannot-take-chats', because: 'not-listed' });
      await tellQueues(server.deps);
      expect((await seen(hal, 'presence')).map(({ body }) => body.id)).toEqual(['gus']);
    });

    test('a lease is over after 45 seconds without a line, and not before', async (server) => {
      const gus = await server.signIn('gus');
      await comes(gus);
      server.clock.now += leaseMs;
      await sweepChats(server.deps);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'available' });
      server.clock.now += 1;
      await sweepChats(server.deps);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'offline', since: server.clock.now });
    });

    test('an open line prolongs the lease', async (server) => {
      const [gus, hal] = [await server.signIn('gus'), await server.signIn('hal')];
      await comes(gus);
      await comes(hal);
      server.clock.now += leaseMs;
      const stream = openStream(gus, null);
      await stream.until((text) => text.includes('"kind":"presence"'));
      server.clock.now += leaseMs;
      await sweepChats(server.deps);
      expect([(await presenceSeen(gus, 'gus'))?.availability, (await presenceSeen(gus, 'hal'))?.availability]).toEqual(['available', 'offline']);
      await stream.close();
    });
  });

  describe(`${name}: many lines`, () => {
    test('who has an open line is not gone, though it was long that nobody found the time to prolong the lease', async (server) => {
      const gus = await server.signIn('gus');
      await comes(gus);
      const stream = openStream(gus, null);
      await stream.until((text) => text.includes('"kind":"presence"'));
      const isGone = async (): Promise<boolean> => {
        await sweepChats(server.deps);
        return (await presenceSeen(gus, 'gus'))?.availability === 'offline';
      };
      server.clock.now += leaseMs * 3;
      expect(await isGone()).toBe(false);
      await stream.close();
      await vi.waitUntil(() => !server.deps.watch.audiences().includes(audiences.person('gus')));
      server.clock.now += leaseMs;
      expect(await isGone()).toBe(false);
      server.clock.now += 1;
      expect(await isGone()).toBe(true);
    });

    test('leases of those who have an open line are prolonged, and of nobody else', async (server) => {
      const [gus, hal] = [await server.signIn('gus'), await server.signIn('hal')];
      await comes(gus);
      await comes(hal);
      const stream = openStream(gus, null);
      await stream.until((text) => text.includes('"kind":"presence"'));
      server.clock.now += 10_000;
      await prolongLeases(server.deps);
      const leases = await server.deps.database.selectFrom('presences').select(['person_id', 'lease_until']).orderBy('person_id').execute();
      expect(leases.map(({ lease_until }) => Number(lease_until) - server.clock.now)).toEqual([leaseMs, leaseMs - 10_000]);
      await stream.close();
    });

    test('the analyst who talks is woken for themselves, and no other of the desk is', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await accepts(gus, ticketId);
      const woken: string[] = [];
      for (const name of ['ada', 'gus', 'hal']) server.deps.watch.onCommit(() => woken.push(name), [audiences.person(name)]);
      await done(ada, saying(ticketId, 'Hello?'));
      expect(woken.sort()).toEqual(['ada', 'gus']);
    });
  });

  describe(`${name}: taking a chat`, () => {
    test('exactly one of two who accept at once has it, and the other is told who', async (server) => {
      const [ada, gus, hal] = [await server.signIn('ada'), await server.signIn('gus'), await server.signIn('hal')];
      await comes(gus);
      await comes(hal);
      const ticketId = await asks(ada);
      const answers = await Promise.all([gus, hal].map(async (client) => ({ client, answer: await perform(client, accepting(ticketId)) })));
      const winner = answers.find(({ answer }) => answer.outcome === 'applied')?.client.person;
      const refused = answers.filter(({ answer }) => answer.outcome === 'refused').map(({ answer }) => answer);
      expect(refused).toMatchObject([{ refusal: { kind: 'chat-taken', by: winner?.name } }]);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open', analyst: { id: winner?.id } });
    });

    test('nobody is in two chats: of two that one analyst accepts at once, one is taken', async (server) => {
      const [ada, ben, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('gus')];
      await comes(gus);
      const ids = [await asks(ada), await asks(ben)];
      const outcomes = await Promise.all(ids.map((id) => refusalOf(gus, accepting(id))));
      expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
      expect(outcomes).toContainEqual({ kind: 'not-available' });
    });

    test('who is away, offline or talking takes none', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      for (const to of ['away', 'offline'] as const) {
        await done(gus, being(to, 'gus'));
        expect(await refusalOf(gus, accepting(ticketId))).toEqual({ kind: 'not-available' });
      }
      await comes(gus);
      await accepts(gus, ticketId);
    });

    test('002.4: the queue holds who waits, in order, and the desk sees what was answered and what was not', async (server) => {
      const [ada, ben, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('gus')];
      await comes(gus);
      const first = await asks(ada);
      const since = [server.clock.now, (server.clock.now += 5_000)];
      const second = await asks(ben);
      await tellQueues(server.deps);
      expect(await queueSeen(ada)).toMatchObject({ waiting: since });
      await accepts(gus, second);
      await done(gus, ending(second));
      await done(ada, ending(first));
      await tellQueues(server.deps);
      expect(await queueSeen(ada)).toMatchObject({ waiting: [], recentWaitsMs: [expect.any(Number)] });
      expect(await stateSeen(gus, first)).toMatchObject({ kind: 'ended', analyst: null });
      expect(await stateSeen(gus, second)).toMatchObject({ kind: 'ended', analyst: { id: 'gus' } });
    });

    test('002.5: the call of an answered chat and of an unanswered one is there for the desk, and not for colleagues', async (server) => {
      const [ada, ben, hal, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('hal'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await done(ada, ending(ticketId));
      expect((await historySeen(hal, ticketId)).length).toBeGreaterThan(0);
      expect(await historySeen(ben, ticketId)).toEqual([]);
    });

    test('the queue names nobody', async (server) => {
      const [ada, ben, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('gus')];
      await comes(gus);
      await accepts(gus, await asks(ada));
      await tellQueues(server.deps);
      const told = JSON.stringify((await seen(ben, 'chat-queue')).map(({ body }) => body));
      for (const word of ['ada', 'Ada', 'gus', 'Gus', 'printer']) expect(told).not.toContain(word);
    });
  });

  describe(`${name}: talking`, () => {
    const opened = async (server: TestServer) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await accepts(gus, ticketId);
      return { ada, gus, ticketId };
    };

    test('002.6: what either side says the other one hears on the open line', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const streams = [openStream(ada, null), openStream(gus, null)];
      await done(gus, saying(ticketId, 'Is the light red?'));
      await streams[0]?.until((text) => text.includes('Is the light red?'));
      await done(ada, saying(ticketId, 'It blinks.'));
      await streams[1]?.until((text) => text.includes('It blinks.'));
      for (const stream of streams) await stream.close();
    });

    test('002.6: typing is heard by the other side of the open chat, and by nobody else', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const [hal, ben] = [await server.signIn('hal'), await server.signIn('ben')];
      const heard: string[] = [];
      for (const { id } of [ada.person, gus.person, hal.person, ben.person]) server.deps.signals.onSignal(id, ({ by }) => heard.push(`${id} hears ${by.id}`));
      const signal = async (client: TestClient): Promise<number> => {
        const body = JSON.stringify({ kind: 'typing', ticketId });
        return (await client.fetch(routes.signals, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status;
      };
      expect(await Promise.all([ada, gus, hal, ben].map(signal))).toEqual([200, 200, 404, 404]);
      expect(heard.sort()).toEqual(['ada hears gus', 'gus hears ada']);
      await done(ada, ending(ticketId));
      expect(await signal(ada)).toBe(404);
      expect((await historySeen(gus, ticketId)).filter(({ body }) => body.kind === 'said')).toHaveLength(1);
    });

    test('002.6: a signal comes on the open line under a name of its own', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const stream = openStream(ada, null);
      await stream.until((text) => text.includes('"kind":"ticket"'));
      await gus.fetch(routes.signals, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ kind: 'typing', ticketId }) });
      await stream.until((text) => text.includes('event: signal') && text.includes('"by":{"id":"gus"'));
      await stream.close();
    });

    test('what is said twice because an answer was lost is said once', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const action = saying(ticketId, 'Hello?');
      const first = await ada.perform(action);
      expect(await ada.perform(action, action)).toEqual([first[0], first[0]]);
      expect((await historySeen(gus, ticketId)).filter(({ body }) => body.kind === 'said' && body.text === 'Hello?')).toHaveLength(1);
    });

    test('what was written without a network arrives in its order, and too late it is refused, not dropped in silence', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      await ada.perform(saying(ticketId, 'one'), saying(ticketId, 'two'), saying(ticketId, 'three'));
      expect((await historySeen(gus, ticketId)).flatMap(({ body }) => (body.kind === 'said' ? [body.text] : [])).slice(1)).toEqual(['one', 'two', 'three']);
      await done(gus, ending(ticketId));
      const late = await ada.perform(saying(ticketId, 'four'), saying(ticketId, 'five'));
      expect(late).toMatchObject([{ outcome: 'refused', refusal: { kind: 'chat-ended' } }, { outcome: 'not-attempted' }]);
    });

    test('what the person says answers a call that waits for them, and opens again what was resolved or closed while they talk', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const hal = await server.signIn('hal');
      const statusSeen = async (): Promise<string | undefined> => (await ticketSeen(gus, ticketId)).statuses.at(-1)?.status;
      for (const status of ['waiting-for-person', 'resolved', 'closed'] as const) {
        await done(hal, on(ticketId, { kind: 'set-status', data: { status } }));
        await done(gus, saying(ticketId, 'One moment.'));
        expect(await statusSeen()).toBe(status);
        await done(ada, saying(ticketId, 'It blinks again.'));
        expect(await statusSeen()).toBe('in-progress');
      }
      for (const client of [ada, gus]) expect((await historySeen(client, ticketId)).filter(({ body }) => body.kind === 'reopened')).toHaveLength(2);
    });

    test('a call that was closed while they talked takes replies within its window after the chat, and one that is closed later does not', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const hal = await server.signIn('hal');
      const close = on(ticketId, { kind: 'set-status', data: { status: 'closed' } });
      await done(hal, close);
      server.clock.now += minutes(1);
      await done(gus, ending(ticketId));
      server.clock.now += minutes(1);
      await done(ada, on(ticketId, { kind: 'reply', data: { text: 'It blinks again.' } }));
      expect((await ticketSeen(gus, ticketId)).statuses.at(-1)?.status).toBe('in-progress');
      server.clock.now += minutes(1);
      await done(hal, { ...close, ...envelope() });
      expect(await refusalOf(ada, on(ticketId, { kind: 'reply', data: { text: 'And again.' } }))).toMatchObject({ kind: 'reopen-window-over' });
    });

    test('002.7: the first look at the call that is closed records the contact, once', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      expect(await ticketSeen(ada, ticketId)).not.toHaveProperty('contactedAt');
      await done(gus, on(ticketId, { kind: 'record-contact', data: {} }));
      const { contactedAt } = await ticketSeen(ada, ticketId);
      expect(contactedAt).toBeGreaterThanOrEqual(server.clock.now);
      server.clock.now += minutes(5);
      await done(gus, on(ticketId, { kind: 'record-contact', data: {} }));
      expect((await ticketSeen(ada, ticketId)).contactedAt).toBe(contactedAt);
      await setRights(server, gus.person, ['chat-analyst']);
      expect(await refusalOf(gus, on(ticketId, { kind: 'record-contact', data: {} }))).toEqual({ kind: 'not-allowed' });
    });

    test('002.7: nobody records the contact in the chat of a colleague', async (server) => {
      const { ada, ticketId } = await opened(server);
      const hal = await server.signIn('hal');
      expect(await refusalOf(hal, on(ticketId, { kind: 'record-contact', data: {} }))).toEqual({ kind: 'chat-taken', by: 'Gus' });
      expect(await ticketSeen(ada, ticketId)).not.toHaveProperty('contactedAt');
    });

    test('002.8: either side ends it, and ending what is over changes nothing', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      await done(gus, ending(ticketId));
      const ended = await stateSeen(ada, ticketId);
      expect(ended).toMatchObject({ kind: 'ended', by: 'desk' });
      await done(ada, ending(ticketId));
      expect(await stateSeen(ada, ticketId)).toEqual(ended);
    });

    test('002.9: the analyst is busy in a chat, away after it, and takes the next one only after saying so', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      await tellQueues(server.deps);
      expect(await queueSeen(ada)).toMatchObject({ free: 0, there: 1 });
      await done(ada, ending(ticketId));
      await tellQueues(server.deps);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'away', chat: null });
      const next = await asks(ada);
      expect(await refusalOf(gus, accepting(next))).toEqual({ kind: 'not-available' });
      await comes(gus);
      await accepts(gus, next);
    });

    test('002.10: the history of the call holds its start, its end and what was said, and its source is chat', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      server.clock.now += minutes(3);
      await done(gus, saying(ticketId, 'Turn it off and on.'));
      server.clock.now += minutes(2);
      await done(ada, ending(ticketId));
      const history = await historySeen(gus, ticketId);
      expect(history.map(({ body }) => body.kind)).toEqual(['raised', 'chat-asked', 'said', 'chat-accepted', 'said', 'chat-ended']);
      const timeOf = (kind: string): number => history.find(({ body }) => body.kind === kind)?.at ?? NaN;
      expect(timeOf('chat-ended') - timeOf('chat-asked')).toBe(minutes(5));
      expect((await ticketSeen(gus, ticketId)).source).toBe('chat');
    });

    test('the person rates it afterwards, and may change their mind; nobody else does', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const rating = (to: 'good' | 'bad') => on(ticketId, { kind: 'rate-chat', data: { rating: to } });
      expect(await refusalOf(ada, rating('good'))).toEqual({ kind: 'no-such-chat' });
      await done(ada, ending(ticketId));
      await done(ada, rating('bad'));
      await done(ada, rating('good'));
      expect((await ticketSeen(gus, ticketId)).chat?.rating).toBe('good');
      expect(await refusalOf(gus, rating('bad'))).toEqual({ kind: 'not-allowed' });
    });

    test('a vanished analyst gives the chat back: it waits in its old place, with all that was said, and both sides are told', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const [ben, hal] = [await server.signIn('ben'), await server.signIn('hal')];
      const askedAt = (await ticketSeen(ada, ticketId)).raisedAt;
      server.clock.now += 10_000;
      await comes(hal);
      await asks(ben);
      await done(gus, saying(ticketId, 'One moment.'));
      server.clock.now += leaseMs - 9_999;
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toEqual({ kind: 'waiting', since: askedAt });
      expect((await historySeen(ada, ticketId)).at(-1)).toMatchObject({ by: null, body: { kind: 'chat-given-back', analyst: 'Gus' } });
      expect((await historySeen(ada, ticketId)).at(-1)?.body).not.toHaveProperty('because');
      await tellQueues(server.deps);
      expect((await queueSeen(ada))?.waiting[0]).toBe(askedAt);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'offline', chat: null });
      expect(await refusalOf(gus, saying(ticketId, 'I am back'))).toEqual({ kind: 'chat-given-back' });
      await accepts(hal, ticketId);
      expect((await historySeen(hal, ticketId)).map(({ body }) => body)).toContainEqual({ kind: 'said', text: 'One moment.' });
    });

    test('a talk is no wait: given back after longer than the wait limit, it waits for its whole limit again', async (server) => {
      const { ada, ticketId } = await opened(server);
      server.clock.now += minutes(16);
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      server.clock.now += minutes(15) - 1;
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      server.clock.now += 1_000;
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'ended', by: 'wait-limit' });
    });

    test('whoever waits where chat is taken away altogether goes on as a ticket, and waits for nobody', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await sets(await server.signIn('sam'), [switchedOff, { place: 'chat.analystIds', from: chatSettings.analystIds, to: [] }]);
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'ended', by: 'wait-limit' });
    });

    test('whoever waits when chat is switched off goes on as a ticket at once; who is talked to talks on', async (server) => {
      const [ada, ben, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('gus')];
      await comes(gus);
      const [talked, waiting] = [await asks(ben), await asks(ada)];
      await accepts(gus, talked);
      await sets(await server.signIn('sam'), [switchedOff]);
      await sweepChats(server.deps);
      expect(await stateSeen(ada, waiting)).toMatchObject({ kind: 'ended', by: 'wait-limit' });
      expect(await stateSeen(ben, talked)).toMatchObject({ kind: 'open' });
    });

    test('an analyst who is moved to another partition, or has left, gives the chat back at once', async (server) => {
      const { ada, ticketId } = await opened(server);
      const sam = await server.signIn('sam');
      await perform(sam, savingRecord(await personBecoming(sam, 'gus', { partitionId: 'hospital' as PartitionId })));
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      expect((await historySeen(ada, ticketId)).at(-1)?.body).toEqual({ kind: 'chat-given-back', analyst: 'Gus', because: 'left' });
    });

    test('whoever is given other roles is offline from that moment, and by nobody: not by the manager who had set them available', async (server) => {
      const [gus, mia, sam] = [await server.signIn('gus'), await server.signIn('mia'), await server.signIn('sam')];
      await comes(gus);
      const line = await lineTo(server.deps, server, gus);
      await done(mia, being('available', 'gus'));
      server.clock.now += minutes(5);
      const savedAt = server.clock.now;
      await done(sam, savingRecord(await personBecoming(sam, 'gus', { roles: [...gus.person.roles, 'chat-manager'] })));
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ availability: 'offline', since: savedAt, setBy: null });
      // Who is offline already is it since they were.
      server.clock.now += minutes(5);
      await done(sam, savingRecord(await personBecoming(sam, 'gus', { roles: gus.person.roles })));
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ availability: 'offline', since: savedAt, setBy: null });
      await line.breaks();
    });

    test('whose role loses the right to take chats is in none any more: it waits for somebody who may, at once', async (server) => {
      const { ada, ticketId } = await opened(server);
      const sam = await server.signIn('sam');
      await perform(sam, savingRecord(await withoutChatRight(sam)));
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    test('whoever accepts a chat at the moment in which their role loses the right to is not left in it', async (server) => {
      const [ada, gus, sam] = [await server.signIn('ada'), await server.signIn('gus'), await server.signIn('sam')];
      await comes(gus);
      const ticketId = await asks(ada);
      const change = await withoutChatRight(sam);
      await Promise.all([perform(sam, savingRecord(change)), perform(gus, accepting(ticketId))]);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    test('whoever accepts a chat at the moment in which they leave is not left in it', async (server) => {
      const [ada, gus, sam] = [await server.signIn('ada'), await server.signIn('gus'), await server.signIn('sam')];
      await comes(gus);
      const ticketId = await asks(ada);
      const change = await personBecoming(sam, 'gus', { hasLeft: true });
      // Where the save was there first, Gus has no session any more.
      await Promise.allSettled([perform(sam, savingRecord(change)), perform(gus, accepting(ticketId))]);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    test('who leaves their chat by a save in the batch in which they wrote on its call has left it all the same', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const sam = await server.signIn('sam');
      await perform(sam, savingRecord(await personBecoming(sam, 'gus', { roles: [...gus.person.roles, 'administrator'] })));
      await comes(gus);
      await accepts(gus, ticketId);
      const answers = await gus.perform(
        on(ticketId, { kind: 'set-status', data: { status: 'waiting-for-supplier' } }),
        savingRecord(await withoutChatRight(gus)),
      );
      expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      const { body } = await server.deps.database.selectFrom('tickets').select('body').where('id', '=', ticketId).executeTakeFirstOrThrow();
      expect(JSON.parse(body)).toMatchObject({
        statuses: [{}, {}, { status: 'waiting-for-supplier' }],
        chat: { facts: [{}, {}, {}, {}, { kind: 'given-back' }] },
      });
    });

    plainTest('a save that a fault undoes is gone by in nothing: whoever is saved after it in the batch has the rights that they had', async () => {
      let hasFault = false;
      const newId = (): string => {
        if (hasFault) throw new Error('no ids to be had');
        return v7();
      };
      const server = await openTestServer({ database: await openDatabase(), organisation: chattingOrganisation(), deps: { newId } });
      await opened(server);
      const sam = await server.signIn('sam');
      const saves = [savingRecord(await withoutChatRight(sam)), savingRecord(await personBecoming(sam, 'hal', { name: 'Hal Hill' }))];
      hasFault = true;
      const answers = await sam.perform(...saves);
      const { person } = await server.signIn('hal');
      await server.close();
      expect(answers.map(({ outcome }) => outcome)).toEqual(['not-attempted', 'applied']);
      expect(person).toMatchObject({ name: 'Hal Hill', rights: expect.arrayContaining(['chat-analyst']) });
    });

    test('somebody who asks on and on is told to slow down, and what they asked before stays', async (server) => {
      const ada = await server.signIn('ada');
      for (let times = 0; times < 30; times += 1) await ada.perform(on(v7() as TicketId, { kind: 'leave-message', data: { text: 'again' } }));
      const body = JSON.stringify({ actions: [on(v7() as TicketId, { kind: 'leave-message', data: { text: 'again' } })] });
      const answer = await ada.fetch(routes.actions, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true]);
      expect((await seen(ada, 'ticket')).filter(({ body: ticket }) => ticket.source === 'chat')).toHaveLength(30);
    });

    test('who said that they go and then vanishes out of the chat they stayed in gives it back, too', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      await done(gus, being('offline', 'gus'));
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open' });
      server.clock.now += leaseMs + 1;
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    const signsOut = async (client: TestClient): Promise<void> => void (await client.fetch(routes.session, { method: 'DELETE' }));

    test('an analyst who signs out is offline at once, and their chat waits again: nobody waits for a lease to run out', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const hal = await server.signIn('hal');
      const stream = openStream(ada, null);
      await stream.until((text) => text.includes('"kind":"ticket"'));
      const line = openStream(gus, null);
      await line.until((text) => text.includes('"kind":"ticket"'));
      await signsOut(gus);
      await stream.until((text) => text.includes('given-back'));
      await line.ended;
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      expect((await historySeen(ada, ticketId)).at(-1)?.body).toEqual({ kind: 'chat-given-back', analyst: 'Gus', because: 'left' });
      expect(await presenceSeen(hal, 'gus')).toMatchObject({ availability: 'offline', chat: null });
      await comes(hal);
      await accepts(hal, ticketId);
      await stream.close();
    });

    test('an analyst who signs out of one browser and is there in another one keeps their chat, until they sign out there as well', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const elsewhere = await server.signIn('gus');
      const line = openStream(elsewhere, null);
      await line.until((text) => text.includes('"kind":"ticket"'));
      await signsOut(gus);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open' });
      await signsOut(elsewhere);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      await line.ended;
    });

    test('a session that is forgotten in a browser which is closed keeps nobody who signs out in another one', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const line = openStream(await server.signIn('gus'), null);
      await line.until((text) => text.includes('"kind":"ticket"'));
      await line.close();
      await vi.waitUntil(() => !server.deps.watch.audiences().includes(audiences.person('gus')));
      await vi.waitUntil(
        async () => (await server.deps.database.selectFrom('sessions').select('line_until').where('line_until', '>', 0).execute()).length === 0,
      );
      await signsOut(gus);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    test('a line to another server counts as well: it is written down for as long as it stands', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      await server.signIn('gus');
      await server.deps.database
        .updateTable('sessions')
        .set({ line_until: server.clock.now + leaseMs })
        .where('person_id', '=', 'gus')
        .execute();
      await signsOut(gus);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open' });
    });

    test('a line that another server hears now stays written down when the one that heard it before notices last: no sign-out takes the chat', async (server) => {
      const { ada, gus, ticketId } = await opened(server);
      const mia = await server.signIn('mia');
      const here = await lineTo(server.deps, server, gus);
      const there = await lineTo(anotherOn(server), server, gus);
      // The line is dead here, and this server has not noticed: it goes on prolonging what it takes for one, and is the last to.
      for (const { deps } of [here, there, here]) {
        server.clock.now += leaseMs / 3;
        await prolongLeases(deps);
      }
      await here.breaks();
      await signsOut(await server.signIn('gus'));
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open' });
      await done(mia, being('away', 'gus'));
      await there.breaks();
      expect(await refusalOf(mia, being('available', 'gus'))).toEqual({ kind: 'not-available' });
    });

    test('of two servers that hear the same session, one that goes on hearing it writes it down again', async (server) => {
      const { gus } = await opened(server);
      const mia = await server.signIn('mia');
      const here = await lineTo(server.deps, server, gus);
      const there = await lineTo(anotherOn(server), server, gus);
      await there.breaks();
      server.clock.now += 1;
      await prolongLeases(here.deps);
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ isThere: true });
      await here.breaks();
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ isThere: false });
    });

    test('a line to a server that was lost is over when it has run out, and the one that hears the session by then writes it down', async (server) => {
      const { gus } = await opened(server);
      const mia = await server.signIn('mia');
      const here = await lineTo(server.deps, server, gus);
      await lineTo(anotherOn(server), server, gus);
      server.clock.now += leaseMs + 1;
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ isThere: false });
      await prolongLeases(here.deps);
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ isThere: true });
    });

    test('an analyst who accepts a chat at the moment in which they sign out is not left in it', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      // Where the session was over first, nothing is accepted.
      await Promise.allSettled([perform(gus, accepting(ticketId)), signsOut(gus)]);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
    });

    test('signing out writes nothing about chat for those who have never been there to chat', async (server) => {
      const ada = await server.signIn('ada');
      const { position } = await server.deps.database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow();
      await signsOut(ada);
      expect(await server.deps.database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow()).toEqual({ position });
      expect(await server.deps.database.selectFrom('presences').selectAll().execute()).toEqual([]);
    });

    test('swept twice, and by two at once, it is given back once', async (server) => {
      const { ada, ticketId } = await opened(server);
      server.clock.now += leaseMs + 1;
      await Promise.all([sweepChats(server.deps), sweepChats(server.deps)]);
      await sweepChats(server.deps);
      expect((await ticketSeen(ada, ticketId)).chat?.facts.map(({ kind }) => kind)).toEqual(['asked', 'accepted', 'given-back']);
    });
  });

  describe(`${name}: waiting`, () => {
    test('ends at the limit and not before: the call stays, for the desk to answer', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      server.clock.now += minutes(15) - 1;
      await sweepChats(server.deps);
      expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
      server.clock.now += 1;
      await Promise.all([sweepChats(server.deps), sweepChats(server.deps)]);
      expect(await stateSeen(ada, ticketId)).toEqual({ kind: 'ended', at: server.clock.now, by: 'wait-limit', analyst: null });
      expect((await historySeen(ada, ticketId)).filter(({ body }) => body.kind === 'chat-ended')).toHaveLength(1);
      expect(await perform(gus, on(ticketId, { kind: 'reply', data: { text: 'We are sorry. Room 214?' } }))).toMatchObject({ outcome: 'applied' });
      expect(await stateSeen(ada, await asks(ada))).toBeNull();
    });

    test('everybody is told once of whatever happened since, and of nothing where nothing did', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      await tellQueues(server.deps);
      const woken: string[] = [];
      server.deps.watch.onCommit(() => woken.push('ben'), ['partition:council']);
      await comes(gus);
      const ticketId = await asks(ada);
      await done(ada, ending(ticketId));
      await asks(ada);
      expect(woken).toEqual([]);
      await Promise.all([tellQueues(server.deps), tellQueues(server.deps)]);
      await tellQueues(server.deps);
      expect(woken).toEqual(['ben']);
    });
  });

  describe(`${name}: a chat manager`, () => {
    test('002.11: needs the right and a place on the list', async (server) => {
      const [mia, gus] = [await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      expect(await refusalOf(gus, switching(false))).toEqual({ kind: 'not-allowed' });
      expect(await refusalOf(gus, being('away', 'hal'))).toEqual({ kind: 'not-allowed' });
      await setRights(server, mia.person, ['chat-user']);
      expect(await refusalOf(mia, switching(false))).toEqual({ kind: 'not-allowed' });
      expect(await refusalOf(mia, being('away', 'gus'))).toEqual({ kind: 'not-allowed' });
    });

    testWith({ analystIds: ['gus'] as string[] as PersonId[] }, '002.11: not listed, there is nothing to manage', async (server) => {
      const [mia, gus] = [await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      expect(await refusalOf(mia, switching(false))).toEqual({ kind: 'not-allowed' });
      expect(await refusalOf(mia, being('away', 'gus'))).toEqual({ kind: 'not-allowed' });
    });

    test('002.12, 002.13: sees the queue and the analysts of it without being an analyst', async (server) => {
      const mia = await server.signIn('mia');
      await tellQueues(server.deps);
      expect(await queueSeen(mia)).toMatchObject({ id: 'council', isOnline: true });
      expect(new Map((await presencesSeen(mia)).map(({ name, obstacle }) => [name, obstacle]))).toEqual(
        new Map<string, unknown>([
          ['Gus', null],
          ['Hal', null],
          ['Mia', 'not-an-analyst'],
        ]),
      );
    });

    test('002.14: takes the queue offline and online: everybody is told at once, and what is asked meanwhile is a message', async (server) => {
      const [ada, mia, gus] = [await server.signIn('ada'), await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      await done(mia, switching(false));
      for (const client of [ada, gus, mia]) expect(await queueSeen(client)).toMatchObject({ isOnline: false });
      expect(await stateSeen(ada, await asks(ada))).toBeNull();
      await done(mia, switching(true));
      expect(await queueSeen(gus)).toMatchObject({ isOnline: true });
      expect(await stateSeen(ada, await asks(ada))).toMatchObject({ kind: 'waiting' });
    });

    test('002.14: of another partition, or of one without chat, there is no queue to switch', async (server) => {
      const mia = await server.signIn('mia');
      expect(await refusalOf(mia, switching(false, 'hospital'))).toEqual({ kind: 'not-found' });
      expect(await refusalOf(mia, switching(false, 'nowhere'))).toEqual({ kind: 'not-found' });
    });

    test('002.15: sees whom an analyst is chatting with', async (server) => {
      const [ada, mia, gus] = [await server.signIn('ada'), await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await accepts(gus, ticketId);
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ chat: { ticketId, with: 'Ada' } });
    });

    test('an analyst who is taken off the list in a chat is seen with it until it ends, and counts as nobody who takes chats', async (server) => {
      const [ada, mia, gus] = [await server.signIn('ada'), await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      const ticketId = await asks(ada);
      await accepts(gus, ticketId);
      await sets(await server.signIn('sam'), [{ place: 'chat.analystIds', from: chatSettings.analystIds, to: ['hal', 'mia'] as string[] as PersonId[] }]);
      await tellQueues(server.deps);
      await done(gus, saying(ticketId, 'Is the light red?'));
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ obstacle: 'not-listed', chat: { ticketId, with: 'Ada' } });
      expect(await queueSeen(mia)).toMatchObject({ free: 0, there: 0 });
      await done(gus, ending(ticketId));
      await tellQueues(server.deps);
      expect(await presenceSeen(mia, 'gus')).toBeNull();
    });

    test('002.16: sets the status of an analyst, who sees by whom it was set', async (server) => {
      const [mia, gus] = [await server.signIn('mia'), await server.signIn('gus')];
      await comes(gus);
      const line = openStream(gus, null);
      await line.until((text) => text.includes('"kind":"presence"'));
      await done(mia, being('away', 'gus'));
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'away', setBy: { id: 'mia', name: 'Mia' } });
      await comes(gus);
      expect(await presenceSeen(gus, 'gus')).toMatchObject({ availability: 'available', setBy: null, isThere: true });
      await line.close();
    });

    test('002.16: nobody is made available, or away, by somebody else while their line is not there; offline they may be set', async (server) => {
      const [mia, gus] = [await server.signIn('mia'), await server.signIn('gus')];
      const notThere = { kind: 'not-available' };
      expect(await refusalOf(mia, being('available', 'gus'))).toEqual(notThere);
      // Their lease would last another while, and nobody would answer.
      await comes(gus);
      expect([await refusalOf(mia, being('available', 'gus')), await refusalOf(mia, being('away', 'gus'))]).toEqual([notThere, notThere]);
      await done(mia, being('offline', 'gus'));
      expect(await presenceSeen(mia, 'gus')).toMatchObject({ availability: 'offline', isThere: false });
    });
  });
};
