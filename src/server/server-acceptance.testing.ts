/** What the reference backend promises, whichever database it stands on. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { v7 } from 'uuid';
import { describe, expect, test as plainTest } from 'vitest';
import type { Action, TicketAction, TicketActionBody } from '../domain/action.ts';
import type { ActionId, FlowId, ServiceId, TicketId } from '../domain/ids.ts';
import type { Role } from '../domain/person.ts';
import type { Answers } from '../domain/question-flow.ts';
import { mayPerform, relationOf } from '../domain/permissions.ts';
import { routes } from '../contract/routes.ts';
import type { Database } from './database/schema.ts';
import { audiences, writeFeed } from './feed/write-feed.ts';
import { smallOrganisation, ticketIds } from './organisation.testing.ts';
import { openStream, openTestServer, type TestClient, type TestServer } from './server.testing.ts';

/** Opens an empty database; closed by the server that it is given to. */
type OpenDatabase = () => Promise<Database>;

const on = (ticketId: TicketId, body: TicketActionBody, id = v7()): Action => ({
  v: 1,
  id: id as ActionId,
  subject: { kind: 'ticket', id: ticketId },
  at: Date.UTC(2026, 10, 24, 8),
  ...body,
});
const reply = (text: string, ticketId = ticketIds.ada, id = v7()): Action => on(ticketId, { kind: 'reply', data: { text } }, id);
const tooLong = 'x'.repeat(20_001);

export const describeServer = (name: string, openDatabase: OpenDatabase): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const database = await openDatabase();
      const server = await openTestServer({ database, organisation: smallOrganisation(Date.UTC(2026, 10, 24, 7)) });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`${name}: exactly once`, () => {
    test('the same id twice gets the same answer and has one effect', async (server) => {
      const ada = await server.signIn('ada');
      const action = reply('hello');
      const first = await ada.perform(action);
      server.clock.now += 60_000;
      expect(await ada.perform(action)).toEqual(first);
      expect(await messages(ada)).toEqual(['hello']);
    });

    test('a refusal is repeated under its id, also when the reason is gone', async (server) => {
      const ada = await server.signIn('ada');
      await ada.perform(on(ticketIds.ada, { kind: 'chase', data: {} }));
      const tooSoon = on(ticketIds.ada, { kind: 'chase', data: {} });
      const first = await ada.perform(tooSoon);
      expect(first[0]).toMatchObject({ outcome: 'refused', refusal: { kind: 'too-soon-to-chase' } });
      server.clock.now += 7_200_000;
      expect(await ada.perform(tooSoon)).toEqual(first);
    });

    test('another payload under a known id is refused, and the first answer stays', async (server) => {
      const ada = await server.signIn('ada');
      const action = reply('hello');
      const [first] = await ada.perform(action);
      const [second] = await ada.perform({ ...action, data: { text: 'something else' } } as Action);
      expect(second).toMatchObject({ outcome: 'refused', refusal: { kind: 'id-already-used' } });
      expect(await ada.perform(action)).toEqual([first]);
      expect(await messages(ada)).toEqual(['hello']);
    });

    test('an id belongs to the person who used it first', async (server) => {
      const ada = await server.signIn('ada');
      const ben = await server.signIn('ben');
      const id = v7();
      await ada.perform(reply('mine', ticketIds.ada, id));
      const [answer] = await ben.perform(reply('mine', ticketIds.ada, id));
      expect(answer).toMatchObject({ outcome: 'refused', refusal: { kind: 'id-already-used' } });
    });

    test('the same action twice in one batch gets the same answer twice, and has one effect', async (server) => {
      const ada = await server.signIn('ada');
      const action = reply('hello');
      const [first, second] = await ada.perform(action, action);
      expect(first).toMatchObject({ outcome: 'applied' });
      expect(second).toEqual(first);
      expect(await ada.perform(action)).toEqual([first]);
      expect(await messages(ada)).toEqual(['hello']);
    });

    test('an action is the same whatever the order of its keys, and whatever else a later version put into it', async (server) => {
      const ada = await server.signIn('ada');
      const action: Action & { readonly mood: string } = { ...reply('hello'), mood: 'good' };
      const first = await ada.perform(action);
      expect(await ada.perform(Object.fromEntries(Object.entries(action).reverse()) as unknown as Action)).toEqual(first);
    });

    test('the same batch sent twice at once has one effect', async (server) => {
      const ada = await server.signIn('ada');
      const batch = [reply('one'), reply('two'), reply('three')];
      const [first, second] = await Promise.all([ada.perform(...batch), ada.perform(...batch)]);
      expect(second).toEqual(first);
      expect(await messages(ada)).toEqual(['one', 'two', 'three']);
    });
  });

  describe(`${name}: batches`, () => {
    test('one poison action holds its lane and nothing else', async (server) => {
      const gus = await server.signIn('gus');
      const poison = reply(tooLong);
      const answers = await gus.perform(reply('before'), poison, reply('behind'), reply('another lane', ticketIds.ben));
      expect(answers.map((answer) => answer.outcome)).toEqual(['applied', 'refused', 'not-attempted', 'applied']);
      expect(answers[2]).toMatchObject({ because: poison.id });
    });

    test('what was not attempted is not stored: it is done when it is sent again', async (server) => {
      const ada = await server.signIn('ada');
      const behind = reply('behind');
      await ada.perform(reply(tooLong), behind);
      expect(await ada.perform(behind)).toMatchObject([{ outcome: 'applied' }]);
    });

    test('an action named in "after" must have been applied', async (server) => {
      const gus = await server.signIn('gus');
      const poison = reply(tooLong);
      const dependent = { ...reply('depends', ticketIds.ben), after: [poison.id] };
      expect(await gus.perform(poison, dependent)).toMatchObject([{ outcome: 'refused' }, { outcome: 'not-attempted' }]);
      expect(await gus.perform(dependent)).toMatchObject([{ outcome: 'not-attempted', because: poison.id }]);
    });

    test('a refused file never holds the replies behind it', async (server) => {
      const ada = await server.signIn('ada');
      const id = v7() as ActionId;
      const file = { id, name: 'run.exe', sizeBytes: 10, type: 'application/x-msdownload', sha256: '0'.repeat(64) };
      const answers = await ada.perform(on(ticketIds.ada, { kind: 'attach', data: { file, questionId: null } }, id), reply('still here'));
      expect(answers.map((answer) => answer.outcome)).toEqual(['refused', 'applied']);
    });

    test('a kind of action from a later version is refused in words, and the others are done', async (server) => {
      const ada = await server.signIn('ada');
      const later = { ...reply('x', ticketIds.ben), kind: 'sing-a-song', data: {} } as unknown as Action;
      expect(await ada.perform(later, reply('hello'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-supported' } }, { outcome: 'applied' }]);
    });

    for (const [what, broken] of [
      ['whose envelope is broken', { at: 'yesterday' }],
      ['about nothing', { subject: null }],
      ['with text that no database could keep', { data: { text: 'nul \0' } }],
      ['with half of a character in it', { data: { text: 'half \ud800' } }],
    ] as const) {
      test(`an action ${what} is refused, and the others of its batch are done`, async (server) => {
        const ada = await server.signIn('ada');
        const bad = { ...reply('x', ticketIds.ben), ...broken } as unknown as Action;
        expect(await ada.perform(bad, reply('hello'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-supported' } }, { outcome: 'applied' }]);
        expect(await messages(ada)).toEqual(['hello']);
      });
    }

    test('an action that cannot be understood holds its lane, where that can be read', async (server) => {
      const ada = await server.signIn('ada');
      const bad = { ...reply('first'), at: 'yesterday' } as unknown as Action;
      expect(await ada.perform(bad, reply('second'))).toMatchObject([{ outcome: 'refused' }, { outcome: 'not-attempted' }]);
    });

    test('entries of a ticket have times that only grow, also when the clock is set back', async (server) => {
      const ada = await server.signIn('ada');
      await ada.perform(reply('one'), reply('two'));
      server.clock.now -= 86_400_000;
      await ada.perform(reply('three'));
      const times = (await entriesOf(ada)).map((entry) => entry.at);
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(new Set(times).size).toBe(times.length);
    });
  });

  describe(`${name}: raising`, () => {
    const raise = (ticketId: TicketId, answers: Record<string, string> = { colour: 'Grey' }, version = 2): Action => {
      const flow = { id: 'mouse' as FlowId, version };
      return on(ticketId, { kind: 'raise-ticket', data: { serviceId: 'mouse' as ServiceId, flow, answers: answers as Answers } });
    };
    const newTicket = (): TicketId => v7() as TicketId;

    test('a ticket raised is numbered on, at its requester’s and at the desk, and can be written to in the same breath', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const ticketId = newTicket();
      expect(await ada.perform(raise(ticketId), reply('And fast, please', ticketId))).toMatchObject([
        { outcome: 'applied', number: 'R-1004' },
        { outcome: 'applied' },
      ]);
      for (const client of [ada, gus]) {
        const ticket = (await client.changes()).flatMap((change) => (change.kind === 'ticket' ? [change.body] : [])).find(({ id }) => id === ticketId);
        expect(ticket).toMatchObject({ number: 'R-1004', kind: 'request', title: 'Grey', requester: { id: 'ada' }, personWroteAt: expect.any(Number) });
      }
      expect(await messages(gus)).toEqual(['And fast, please']);
    });

    test('numbers have no gaps where something was refused', async (server) => {
      const ada = await server.signIn('ada');
      const [wrong, first, second] = [raise(newTicket(), {}), raise(newTicket()), raise(newTicket())];
      expect(await ada.perform(wrong, first, second)).toMatchObject([
        { outcome: 'refused', refusal: { kind: 'answers-not-accepted', questionIds: ['colour'] } },
        { number: 'R-1004' },
        { number: 'R-1005' },
      ]);
    });

    test('a ticket cannot be raised twice under two ids, nor over somebody else’s', async (server) => {
      const [ada, ben] = [await server.signIn('ada'), await server.signIn('ben')];
      const ticketId = newTicket();
      await ada.perform(raise(ticketId));
      for (const client of [ada, ben]) {
        expect(await client.perform(raise(ticketId, { colour: 'Red' }))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'already-raised' } }]);
      }
      const [ticket] = (await ada.changes()).flatMap((change) => (change.kind === 'ticket' && change.body.id === ticketId ? [change.body] : []));
      expect(ticket).toMatchObject({ title: 'Grey', requester: { id: 'ada' } });
    });

    test('what is not offered where somebody works cannot be had', async (server) => {
      const cleo = await server.signIn('cleo');
      expect(await cleo.perform(raise(newTicket()))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'service-withdrawn' } }]);
    });

    test('a draft of older questions is taken for ninety days after the newer ones came, and then refused with a way on', async (server) => {
      server.clock.now += 89 * 86_400_000;
      const ada = await server.signIn('ada');
      expect(await ada.perform(raise(newTicket(), { colour: 'Grey' }, 1))).toMatchObject([{ outcome: 'applied' }]);
      server.clock.now += 2 * 86_400_000;
      const refusal = { kind: 'flow-withdrawn', currentVersion: 2 };
      expect(await ada.perform(raise(newTicket(), { colour: 'Grey' }, 1))).toMatchObject([{ outcome: 'refused', refusal }]);
      expect(await ada.perform(raise(newTicket(), { colour: 'Grey' }, 3))).toMatchObject([{ outcome: 'refused', refusal }]);
      expect(await ada.perform(raise(newTicket()))).toMatchObject([{ outcome: 'applied' }]);
    });
  });

  describe(`${name}: the feed`, () => {
    test('a receipt names the position at which its effect is read', async (server) => {
      const ada = await server.signIn('ada');
      const before = await page(ada);
      const [answer] = await ada.perform(reply('hello'));
      const after = await page(ada, before.cursor);
      const entry = after.changes.find((change) => change.kind === 'entry');
      expect(answer).toMatchObject({ outcome: 'applied', position: after.position });
      expect(entry?.position).toBeLessThanOrEqual(after.position);
    });

    test('an internal note reaches the desk and never the requester', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      expect(await gus.perform(on(ticketIds.ada, { kind: 'add-note', data: { text: 'a secret' } }))).toMatchObject([{ outcome: 'applied' }]);
      expect(JSON.stringify(await gus.changes())).toContain('a secret');
      expect(JSON.stringify(await ada.changes())).not.toContain('a secret');
    });

    test('nobody reads what is not theirs', async (server) => {
      const [ada, ben, cleo, gus, hugo] = await Promise.all(['ada', 'ben', 'cleo', 'gus', 'hugo'].map((name) => server.signIn(name)));
      const seen = async (client: TestClient | undefined) =>
        (await client?.changes())?.flatMap((change) => (change.kind === 'ticket' ? [change.body.id] : [])).sort();
      expect(await seen(ada)).toEqual([ticketIds.ada]);
      expect(await seen(ben)).toEqual([ticketIds.ben]);
      expect(await seen(cleo)).toEqual([ticketIds.cleo]);
      expect(await seen(gus)).toEqual([ticketIds.ada, ticketIds.ben].sort());
      expect(await seen(hugo)).toEqual([ticketIds.cleo]);
    });

    test('a cursor of another feed, of what a restored backup has no more, or none of ours, starts over', async (server) => {
      const ada = await server.signIn('ada');
      const { cursor: last, position } = await page(ada);
      for (const cursor of ['another-feed:3', last.replace(/\d+$/, `${position + 1}`), 'nonsense', ':', '']) {
        const response = await ada.fetch(`${routes.changes}?since=${encodeURIComponent(cursor)}`);
        expect([cursor, response.status, await response.json()]).toEqual([cursor, 410, { portico: 1, problem: { kind: 'start-over' } }]);
      }
    });

    test('a reader who follows while many write misses nothing', async (server) => {
      const [ada, ben, cleo, gus] = [await server.signIn('ada'), await server.signIn('ben'), await server.signIn('cleo'), await server.signIn('gus')];
      // Each in a lane of its own, so that where the database allows it they really write at once; cleo's are not for gus.
      const write = async (client: TestClient, ticketId: TicketId, texts: readonly string[]): Promise<void> => {
        for (const text of texts) await client.perform(reply(text, ticketId));
      };
      const textsOf = (name: string): readonly string[] => Array.from({ length: 40 }, (_, index) => `${name} ${index}`);
      const texts = [...textsOf('ada'), ...textsOf('ben')];
      let writing = true;
      const writers = Promise.all([
        write(ada, ticketIds.ada, textsOf('ada')),
        write(ben, ticketIds.ben, textsOf('ben')),
        write(cleo, ticketIds.cleo, textsOf('cleo')),
      ]).then(() => (writing = false));
      const read: string[] = [];
      let since: string | undefined;
      for (let last = false; !last;) {
        last = !writing;
        // A reader on a network gives way between its requests; this one has to be made to.
        await nextTurn();
        const next = await page(gus, since);
        since = next.cursor;
        for (const change of next.changes) if (change.kind === 'entry' && change.body.body?.kind === 'message') read.push(change.body.body.text ?? '');
        last &&= !next.more;
      }
      await writers;
      expect(read.sort()).toEqual(texts.sort());
    });

    test('a first reading in pages is exactly the present: everything once, however often it changed', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      for (let batch = 0; batch < 3; batch += 1) await gus.perform(...Array.from({ length: 100 }, (_, index) => reply(`message ${batch * 100 + index}`)));
      const first = await page(ada);
      expect([first.changes.length, first.more]).toEqual([200, true]);
      const seen = (await ada.changes()).flatMap((change) =>
        change.kind === 'gone' || change.kind === 'record' ? [] : [`${change.kind} ${change.body.id} ${change.kind === 'flow' ? change.body.version : ''}`],
      );
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((thing) => thing.startsWith('ticket'))).toHaveLength(1);
      expect(seen.filter((thing) => thing.startsWith('entry'))).toHaveLength(301);
    });

    test('what a person loses sight of is said to be gone; what they see by another way stays', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const since = await Promise.all([ada, gus].map(async (client) => (await lastPage(client)).cursor));
      const gone = [{ audience: audiences.person(ada.person.id), kind: 'ticket' as const, entityId: ticketIds.ada, body: null }];
      await server.deps.database.transaction().execute((transaction) => writeFeed(transaction, gone));
      expect((await page(ada, since[0])).changes).toEqual([{ kind: 'gone', of: 'ticket', id: ticketIds.ada, position: expect.any(Number) }]);
      expect((await page(gus, since[1])).changes).toEqual([]);
      // Gone for one audience that gus belongs to, still there for another.
      const own = { audience: audiences.person(gus.person.id), kind: 'ticket' as const, entityId: ticketIds.ben, body: null };
      await server.deps.database.transaction().execute((transaction) => writeFeed(transaction, [own]));
      expect((await page(gus, since[1])).changes).toMatchObject([{ kind: 'ticket', body: { id: ticketIds.ben } }]);
    });

    test('who gains or loses a role reads anew, and then sees exactly what is theirs', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const change = async (client: TestClient, roles: readonly Role[]): Promise<Response> => {
        const { cursor } = await lastPage(client);
        const body = JSON.stringify({ ...client.person, roles });
        await server.deps.database.updateTable('people').set({ body }).where('id', '=', client.person.id).execute();
        return client.fetch(`${routes.changes}?since=${encodeURIComponent(cursor)}`);
      };
      const ticketsOf = async (client: TestClient) => (await client.changes()).flatMap((found) => (found.kind === 'ticket' ? [found.body.id] : []));
      expect((await change(gus, ['employee'])).status).toBe(410);
      expect(await ticketsOf(gus)).toEqual([]);
      expect((await change(ada, ['employee', 'analyst'])).status).toBe(410);
      expect([...new Set(await ticketsOf(ada))].sort()).toEqual([ticketIds.ada, ticketIds.ben].sort());
    });

    test('the open stream ends when its session does', async (server) => {
      const ada = await server.signIn('ada');
      const stream = openStream(ada, null);
      await stream.until((text) => text.includes('"kind":"ticket"'));
      await ada.fetch(routes.session, { method: 'DELETE' });
      await stream.ended;
    });

    test('somebody who is up to date is told so at once, not after the first heartbeat', async (server) => {
      const ada = await server.signIn('ada');
      const { cursor } = await lastPage(ada);
      const stream = openStream(ada, cursor);
      await stream.until((text) => text.includes('"changes":[]') && text.includes(`id: ${cursor}`));
      await stream.close();
    });

    test('only those whom a commit concerns are woken', async (server) => {
      const [ada, ben] = [await server.signIn('ada'), await server.signIn('ben')];
      const woken: string[] = [];
      for (const { id } of [ada.person, ben.person]) server.deps.watch.onCommit(() => woken.push(id), [audiences.person(id)]);
      await ada.perform(reply('hello'));
      await ben.perform(reply(tooLong, ticketIds.ben));
      expect(woken).toEqual(['ada']);
    });

    test('the open stream says each change once, and goes on from where it was cut', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const first = openStream(ada, null);
      await first.until((text) => text.includes('"kind":"ticket"'));
      await gus.perform(reply('live one'));
      await first.until((text) => text.includes('live one'));
      const cursor = first.lastId();
      await first.close();
      await gus.perform(reply('live two'));
      const second = openStream(ada, cursor);
      await second.until((text) => text.includes('live two'));
      expect(second.text()).not.toContain('live one');
      await second.close();
    });
  });

  describe(`${name}: rights`, () => {
    const people = ['ada', 'ben', 'cleo', 'gus', 'hugo'] as const;
    const bodies: Readonly<Record<Exclude<TicketAction['kind'], 'raise-ticket' | 'ask-chat' | 'leave-message'>, () => TicketActionBody>> = {
      reply: () => ({ kind: 'reply', data: { text: 'hello' } }),
      attach: () => ({
        kind: 'attach',
        data: { file: { id: v7() as ActionId, name: 'a.txt', sizeBytes: 1, type: 'text/plain', sha256: '0'.repeat(64) }, questionId: null },
      }),
      chase: () => ({ kind: 'chase', data: {} }),
      resolve: () => ({ kind: 'resolve', data: {} }),
      reopen: () => ({ kind: 'reopen', data: {} }),
      'mark-read': () => ({ kind: 'mark-read', data: { upTo: 1 } }),
      'add-note': () => ({ kind: 'add-note', data: { text: 'note' } }),
      'set-status': () => ({ kind: 'set-status', data: { status: 'in-progress' } }),
      assign: () => ({ kind: 'assign', data: { from: { group: null, analyst: null }, to: { group: null, analyst: null } } }),
      'accept-chat': () => ({ kind: 'accept-chat', data: {} }),
      say: () => ({ kind: 'say', data: { text: 'hello' } }),
      'end-chat': () => ({ kind: 'end-chat', data: {} }),
      'rate-chat': () => ({ kind: 'rate-chat', data: { rating: 'good' } }),
      'record-contact': () => ({ kind: 'record-contact', data: {} }),
    };
    const kinds = Object.keys(bodies) as (keyof typeof bodies)[];

    test('every person, every action, every ticket: what the sentences say is what happens', async (server) => {
      const wrong: string[] = [];
      for (const name of people) {
        const client = await server.signIn(name);
        for (const [owner, ticketId] of Object.entries(ticketIds)) {
          for (const kind of kinds) {
            const [answer] = await client.perform(on(ticketId, bodies[kind]()));
            const relation = relationOf(client.person, {
              requester: { id: owner as never },
              partitionId: (owner === 'cleo' ? 'hospital' : 'council') as never,
            });
            const forbidden = answer?.outcome === 'refused' && ['not-found', 'not-allowed'].includes(answer.refusal.kind);
            if (forbidden === mayPerform(client.person, kind, relation)) wrong.push(`${name} ${kind} on the ticket of ${owner}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    test('somebody else’s ticket and one that does not exist look the same', async (server) => {
      const ben = await server.signIn('ben');
      const [others, nobodys] = await Promise.all([ben.perform(reply('x', ticketIds.ada)), ben.perform(reply('x', v7() as TicketId))]);
      expect(others).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
      expect(nobodys).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
    });

    test('the chase that reaches the maximum logs one escalation call, linked both ways', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const chase = (): Action => on(ticketIds.ada, { kind: 'chase', data: {} });
      expect(await ada.perform(chase())).toMatchObject([{ outcome: 'applied' }]);
      server.clock.now += 3_599_999;
      expect(await ada.perform(chase())).toMatchObject([{ outcome: 'refused', refusal: { kind: 'too-soon-to-chase' } }]);
      server.clock.now += 60_000;
      const last = chase();
      expect(await ada.perform(last)).toMatchObject([{ outcome: 'applied' }]);
      await ada.perform(last);
      const tickets = (await gus.changes()).flatMap((change) => (change.kind === 'ticket' ? [change.body] : []));
      const calls = tickets.filter((ticket) => ticket.escalates === ticketIds.ada);
      expect(calls).toHaveLength(1);
      expect(tickets.find((ticket) => ticket.id === ticketIds.ada)?.escalationCallId).toBe(calls[0]?.id);
    });
  });
};

type Page = {
  readonly cursor: string;
  readonly position: number;
  readonly more: boolean;
  readonly changes: readonly {
    readonly kind: string;
    readonly position: number;
    readonly body: { readonly body?: { readonly kind: string; readonly text?: string } };
  }[];
};

const page = async (client: TestClient, since?: string): Promise<Page> =>
  (await (await client.fetch(since === undefined ? routes.changes : `${routes.changes}?since=${encodeURIComponent(since)}`)).json()) as Page;

/** Where somebody stands who has read everything. */
const lastPage = async (client: TestClient): Promise<Page> => {
  for (let last = await page(client); ; last = await page(client, last.cursor)) if (!last.more) return last;
};

const entriesOf = async (client: TestClient) => (await client.changes()).flatMap((change) => (change.kind === 'entry' ? [change.body] : []));

const messages = async (client: TestClient): Promise<string[]> =>
  (await entriesOf(client)).sort((one, other) => one.at - other.at).flatMap((entry) => (entry.body.kind === 'message' ? [entry.body.text] : []));
