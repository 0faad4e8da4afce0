/** What registering promises, whichever database the reference backend stands on. Numbers are those of the source document (seed 000). */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { describe, expect, test as plainTest } from 'vitest';
import { partitionSettingsSchema } from '../../contract/partition-settings.ts';
import { deskRecordSchema } from '../../contract/records.ts';
import { registerResponseSchema, registrationRecordSchema, stateAnswerSchema } from '../../contract/registration.ts';
import { doorRoutes, routes } from '../../contract/routes.ts';
import { open } from '../../contract/unopened.ts';
import type { ActionOf } from '../../domain/action.ts';
import type { ActionId, CallTemplateId, GroupId, PartitionId, PersonId, RegistrationId, RoutingRuleId, TicketId } from '../../domain/ids.ts';
import { hours } from '../../domain/instant.ts';
import type { DeskRecord, PersonRecord } from '../../domain/records/desk-record.ts';
import { usualPortal, type PortalRecord } from '../../domain/records/portal-record.ts';
import { registrationKey, type RegisterAction, type Registration } from '../../domain/registration/registration.ts';
import type { SettingsChange, SettingsValue } from '../../domain/settings/settings-place.ts';
import { isUnread, statusOf, type Ticket, type TicketStatus } from '../../domain/ticket.ts';
import { isUnanswered } from '../../domain/whose-turn.ts';
import type { Database } from '../database/schema.ts';
import { deskRecords, smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';

const template = (id: string, subject: string, groupId: string): DeskRecord => ({
  of: 'call-template',
  body: {
    id: id as CallTemplateId,
    name: subject,
    subject,
    callType: 'access',
    priority: 'low',
    recipient: { kind: 'group', id: groupId as GroupId },
  },
});
const group = (id: string): DeskRecord => ({ of: 'group', body: { id: id as GroupId, name: `Group ${id}`, memberIds: ['gus' as PersonId] } });
const rule = (contains: string): DeskRecord => ({
  of: 'routing-rule',
  body: {
    id: 'rule' as RoutingRuleId,
    name: 'Rule',
    rank: 1,
    when: { source: 'registration', partitionId: null, callType: null, priority: null, contains },
    recipient: { kind: 'group', id: 'b' as GroupId },
  },
});
const portal = (more: Partial<PortalRecord> = {}): DeskRecord => ({
  of: 'portal',
  body: { ...usualPortal, registrationIsOpen: true, registrationLogsCall: true, ...more },
});
const records: readonly DeskRecord[] = [
  ...deskRecords,
  group('a'),
  group('b'),
  template('newcomers', 'Asks for an account', 'a'),
  template('wards', 'New on a ward', 'b'),
];

type Setting = { readonly council?: string | null; readonly hospital?: string | null; readonly records?: readonly DeskRecord[] };

/** Registration is open and logs calls from the template of the council, unless something else is said. */
const organisation = ({ council = 'newcomers', hospital = null, records: more = [portal()] }: Setting) => {
  const small = smallOrganisation(Date.UTC(2026, 10, 24, 7));
  const chosen: Record<string, string | null> = { council, hospital };
  return {
    ...small,
    records: [...records, ...more],
    settings: small.settings.map((settings) => ({ ...settings, registration: { template: (chosen[settings.id] ?? null) as CallTemplateId | null } })),
  };
};

const secret = 'only this device knows it';
const secretHash = createHash('sha256').update(secret).digest('hex');

const registers = (more: Partial<RegisterAction['data']> = {}, ids: Partial<Record<'action' | 'registration', string>> = {}): RegisterAction => ({
  v: 1,
  id: (ids.action ?? v7()) as ActionId,
  kind: 'register',
  subject: { kind: 'registration', id: (ids.registration ?? v7()) as RegistrationId },
  at: 1,
  data: {
    name: ' Zoë Quill ',
    email: 'Zoe@Example.org',
    partitionId: 'council' as PartitionId,
    phone: '555 0101',
    reason: 'I start on Monday.\nI need a laptop.',
    secretHash,
    ...more,
  },
});

const post = (server: TestServer, path: string, body: unknown) =>
  server.fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const send = async (server: TestServer, action: RegisterAction) =>
  v.parse(registerResponseSchema, await (await post(server, doorRoutes.registrations, { action })).json()).answer;
const stateOf = async (server: TestServer, { subject }: RegisterAction, asked = secret) =>
  v.parse(stateAnswerSchema, await (await post(server, doorRoutes.registrationState, { id: subject.id, secret: asked })).json()).state;
const offerOf = async (server: TestServer) => ((await (await server.fetch(doorRoutes.registrations)).json()) as { offer: unknown }).offer;

const letters = (server: TestServer) => server.deps.database.selectFrom('mails').select(['address', 'subject', 'body']).orderBy('id').execute();
const newestLink = async (server: TestServer): Promise<string> => /\/password\/([\w-]+)/.exec((await letters(server)).at(-1)?.body ?? '')?.[1] ?? '';
const setsPassword = async (server: TestServer, token: string, password: string): Promise<unknown> =>
  (await post(server, doorRoutes.password, { token, password })).json();
const callsSeen = async (client: TestClient): Promise<readonly Ticket[]> =>
  (await client.changes()).flatMap((change) => (change.kind === 'ticket' && change.body.source === 'registration' ? [change.body] : []));
const peopleSeen = async (client: TestClient): Promise<readonly PersonRecord[]> =>
  (await client.changes()).flatMap((change) =>
    change.kind === 'record' ? open(deskRecordSchema, change.body).flatMap((record) => (record.of === 'person' ? [record.body] : [])) : [],
  );
const registrationsSeen = async (client: TestClient): Promise<readonly Registration[]> =>
  (await client.changes()).flatMap((change) => (change.kind === 'record' ? open(registrationRecordSchema, change.body).map(({ body }) => body) : []));
const entriesOf = async (client: TestClient, ticket: Ticket | undefined) =>
  (await client.changes()).flatMap((change) => (change.kind === 'entry' && change.body.ticketId === ticket?.id ? [change.body] : []));

const decides = (kind: 'approve-registration' | 'decline-registration', { subject }: RegisterAction, reason = ''): ActionOf<typeof kind> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: registrationKey(subject.id) },
  at: 1,
  kind,
  data: { reason },
});
const approves = (action: RegisterAction, reason?: string) => decides('approve-registration', action, reason);
const declines = (action: RegisterAction, reason?: string) => decides('decline-registration', action, reason);

const savesSettings = (change: SettingsChange, partition = 'council'): ActionOf<'save-settings'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'partition', id: partition as PartitionId },
  at: 1,
  kind: 'save-settings',
  data: { changes: [change], reason: 'Because.' },
});
const savesTemplate = (from: SettingsValue, to: SettingsValue, partition?: string) => savesSettings({ place: 'registration.template', from, to }, partition);
const setsStatus = (id: TicketId, status: TicketStatus): ActionOf<'set-status'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id },
  at: 1,
  kind: 'set-status',
  data: { status },
});
const writes = (id: TicketId, kind: 'reply' | 'add-note', text: string): ActionOf<typeof kind> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id },
  at: 1,
  kind,
  data: { text },
});
const savesPerson = (from: PersonRecord | null, to: PersonRecord | null): ActionOf<'save-record'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: `person/${(to ?? from)?.id ?? ''}` },
  at: 1,
  kind: 'save-record',
  data: { change: { of: 'person', from, to } },
});
const savesPortal = (from: PortalRecord | null, to: PortalRecord): ActionOf<'save-record'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: 'portal/portal' },
  at: 1,
  kind: 'save-record',
  data: { change: { of: 'portal', from, to } },
});

export const describeRegistration = (name: string, openDatabase: () => Promise<Database>): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>, set: Setting = {}): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ database: await openDatabase(), organisation: organisation(set) });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`registering: ${name}`, () => {
    test('000.5: a partition has one registration call template, of those that the desk keeps, and another partition has its own', async (server) => {
      const sam = await server.signIn('sam');
      expect(await sam.perform(savesTemplate('newcomers', 'wards'))).toMatchObject([{ outcome: 'applied' }]);
      expect(await sam.perform(savesTemplate('wards', 'no-such-template'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'settings-not-accepted' } }]);
      await send(server, registers());
      await send(server, registers({ email: 'yan@example.org', partitionId: 'hospital' as PartitionId }));
      expect((await callsSeen(await server.signIn('gus'))).map(({ title }) => title)).toEqual(['New on a ward: Zoë Quill']);
      expect(await callsSeen(await server.signIn('hugo'))).toEqual([]);
    });

    test(
      '000.6: the template can be set only while “Log Call on Registration” is on',
      async (server) => {
        const sam = await server.signIn('sam');
        expect(await sam.perform(savesTemplate('newcomers', 'wards'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'settings-not-accepted' } }]);
        const off = { ...usualPortal, registrationIsOpen: true };
        expect(await sam.perform(savesPortal(off, { ...off, registrationLogsCall: true }))).toMatchObject([{ outcome: 'applied' }]);
        expect(await sam.perform(savesTemplate('newcomers', 'wards'))).toMatchObject([{ outcome: 'applied' }]);
      },
      { records: [portal({ registrationLogsCall: false })] },
    );

    test(
      '000.6: while it is off a registration logs no call, and those who set up the portal see it all the same',
      async (server) => {
        const action = registers();
        expect(await send(server, action)).toMatchObject({ outcome: 'applied' });
        const [gus, sam, tess] = [await server.signIn('gus'), await server.signIn('sam'), await server.signIn('tess')];
        expect(await callsSeen(gus)).toEqual([]);
        for (const client of [gus, sam, tess])
          expect(await registrationsSeen(client)).toMatchObject([{ id: action.subject.id, ticketId: null, decision: null }]);
        expect(await sam.perform(approves(action))).toMatchObject([{ outcome: 'applied' }]);
        expect((await letters(server)).map(({ subject }) => subject)).toEqual(['Your account at Service Desk is ready']);
      },
      { records: [portal({ registrationLogsCall: false })] },
    );

    test('000.7: a registration logs a call from that template, with what was answered', async (server) => {
      await send(server, registers());
      const [call] = await callsSeen(await server.signIn('gus'));
      expect(call).toMatchObject({
        kind: 'call',
        source: 'registration',
        title: 'Asks for an account: Zoë Quill',
        callType: 'access',
        priority: 'low',
        partitionId: 'council',
        requester: { name: 'Zoë Quill' },
      });
      expect(call?.number).toMatch(/^R-\d+$/);
      expect(call?.answers.map(({ label, value }) => [label, value])).toEqual([
        ['Name', 'Zoë Quill'],
        ['E-mail', 'zoe@example.org'],
        ['Partition', 'council'],
        ['Telephone', '555 0101'],
        ['What for', 'I start on Monday.\nI need a laptop.'],
      ]);
    });

    test('000.8: the template says who gets the call', async (server) => {
      await send(server, registers());
      expect((await callsSeen(await server.signIn('gus')))[0]?.assigned).toEqual({ group: { id: 'a', name: 'Group a' }, analyst: null });
    });

    test(
      '000.8: a routing rule that the call meets overrides the template: template A, rule B, the call is with B',
      async (server) => {
        await send(server, registers());
        expect((await callsSeen(await server.signIn('gus')))[0]?.assigned).toEqual({ group: { id: 'b', name: 'Group b' }, analyst: null });
      },
      { records: [portal(), rule('laptop')] },
    );

    test('strangers are told of partitions where registration is open, and of nothing where it is closed', async (server) => {
      expect(await offerOf(server)).toEqual({
        partitions: [
          { id: 'council', name: 'council' },
          { id: 'hospital', name: 'hospital' },
        ],
        domains: [],
      });
      const sam = await server.signIn('sam');
      const { body } = portal() as { readonly body: PortalRecord };
      expect(await sam.perform(savesPortal(body, { ...body, registrationIsOpen: false }))).toMatchObject([{ outcome: 'applied' }]);
      expect(await offerOf(server)).toBe(null);
      expect(await send(server, registers())).toMatchObject({ outcome: 'refused', refusal: { kind: 'registration-closed' } });
      expect(await callsSeen(await server.signIn('gus'))).toEqual([]);
    });

    test('sent twice, at once or again after a while, it is one registration, one call and one answer', async (server) => {
      const action = registers();
      const answers = await Promise.all([send(server, action), send(server, action), send(server, action)]);
      server.clock.now += hours(30);
      answers.push(await send(server, action));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ outcome: 'applied', id: action.id });
      const gus = await server.signIn('gus');
      expect([await callsSeen(gus), await registrationsSeen(gus)].map((seen) => seen.length)).toEqual([1, 1]);
      expect((await registrationsSeen(gus))[0]).not.toHaveProperty('wasHere');
      expect((await registrationsSeen(gus))[0]).not.toHaveProperty('wasHereAs');
    });

    test('an id that was used for something else is refused, and harms nothing', async (server) => {
      const action = registers();
      await send(server, action);
      const refused = { outcome: 'refused', refusal: { kind: 'id-already-used' } };
      expect(await send(server, registers({ email: 'eve@example.org' }, { action: action.id }))).toMatchObject(refused);
      expect(await send(server, registers({ email: 'eve@example.org' }, { registration: action.subject.id }))).toMatchObject(refused);
      expect(await callsSeen(await server.signIn('gus'))).toHaveLength(1);
    });

    test('what is missing, too long or no address is refused, field by field', async (server) => {
      expect(
        await send(server, registers({ name: '  ', email: 'zoe', partitionId: 'nowhere' as PartitionId, phone: '5'.repeat(41), reason: '' })),
      ).toMatchObject({
        refusal: {
          kind: 'registration-not-accepted',
          problems: [
            { field: 'name', problem: 'missing' },
            { field: 'email', problem: 'not-an-address' },
            { field: 'partitionId', problem: 'missing' },
            { field: 'phone', problem: 'too-long' },
            { field: 'reason', problem: 'missing' },
          ],
        },
      });
    });

    test(
      'an address of another domain is told so at once; one below an allowed domain is taken',
      async (server) => {
        expect(await send(server, registers({ email: 'zoe@elsewhere.example' }))).toMatchObject({
          refusal: { kind: 'domain-not-allowed', domains: ['example.org'] },
        });
        expect(await send(server, registers({ email: 'zoe@notexample.org' }))).toMatchObject({ outcome: 'refused' });
        expect(await send(server, registers({ email: 'zoe@Mail.Example.org' }))).toMatchObject({ outcome: 'applied' });
      },
      { records: [portal({ registrationDomains: ['example.org'] })] },
    );

    test('a stranger is answered the same for an address that somebody has; who has it gets a letter, and the desk no call', async (server) => {
      const [known, unknown] = [registers({ email: 'ADA@example.org' }), registers()];
      const answers = [await send(server, known), await send(server, unknown)];
      expect(answers.map(({ outcome, at }) => [outcome, at])).toEqual([
        ['applied', server.clock.now],
        ['applied', server.clock.now],
      ]);
      expect([await stateOf(server, known), await stateOf(server, unknown)]).toEqual(['received', 'received']);
      const told = await letters(server);
      expect(told).toMatchObject([{ address: 'ada@example.org', subject: 'You have an account at Service Desk' }]);
      expect(told[0]?.body).toMatch(/\/password\/[\w-]{43}/);
      expect((await callsSeen(await server.signIn('gus'))).map(({ requester }) => requester.name)).toEqual(['Zoë Quill']);
    });

    test('the same address twice is one call, and both are told what the first one is told', async (server) => {
      const [first, second] = [registers(), registers({ name: 'Zoe Q' })];
      await send(server, first);
      await send(server, second);
      const gus = await server.signIn('gus');
      expect(await callsSeen(gus)).toHaveLength(1);
      await gus.perform(approves(first));
      expect([await stateOf(server, first), await stateOf(server, second)]).toEqual(['approved', 'approved']);
    });

    test('what somebody says when they ask again reaches whoever decides, and the account is as it was asked for first', async (server) => {
      const first = registers();
      await send(server, first);
      const [gus, sam, hugo] = [await server.signIn('gus'), await server.signIn('sam'), await server.signIn('hugo')];
      const [{ id: callId } = { id: '' as TicketId }] = await callsSeen(gus);
      await gus.perform(setsStatus(callId, 'waiting-for-person'));
      server.clock.now += hours(1);
      const putRight = { phone: '555 0202', reason: 'I start on Tuesday.', partitionId: 'hospital' as PartitionId };
      const second = registers(putRight);
      expect(await send(server, second)).toMatchObject({ outcome: 'applied' });
      expect(await send(server, second)).toMatchObject({ outcome: 'applied' });
      for (const client of [gus, sam])
        expect(await registrationsSeen(client)).toMatchObject([{ id: first.subject.id, again: [{ details: putRight, partitionName: 'hospital' }] }]);
      expect(await registrationsSeen(hugo)).toEqual([]);
      const [call] = await callsSeen(gus);
      expect(call && [statusOf(call), isUnanswered(call)]).toEqual(['in-progress', true]);
      expect((await entriesOf(gus, call)).flatMap(({ body }) => (body.kind === 'note' ? [body.text] : []))).toEqual([
        'Asked again, and says now:\nPartition: hospital\nTelephone: 555 0202\nWhat for: I start on Tuesday.',
      ]);
      await gus.perform(approves(first));
      expect((await peopleSeen(sam)).find(({ email }) => email === 'zoe@example.org')).toMatchObject({ partitionId: 'council' });
      expect([await stateOf(server, first), await stateOf(server, second)]).toEqual(['approved', 'approved']);
    });

    test(
      'what is said again is there for those who set up the portal, also where no call was logged',
      async (server) => {
        await send(server, registers());
        await send(server, registers({ phone: '' }));
        expect(await registrationsSeen(await server.signIn('sam'))).toMatchObject([{ again: [{ details: { phone: '' } }] }]);
      },
      { council: null },
    );

    test('who asks again in the same words makes no noise, and however often they ask five are kept', async (server) => {
      await send(server, registers());
      await send(server, registers());
      const gus = await server.signIn('gus');
      const notes = async () => (await entriesOf(gus, (await callsSeen(gus))[0])).filter(({ body }) => body.kind === 'note');
      expect(await notes()).toEqual([]);
      for (let time = 0; time < 7; time += 1) await send(server, registers({ phone: `555 ${time}` }));
      expect((await registrationsSeen(gus))[0]?.again?.map(({ details }) => details.phone)).toEqual(['555 2', '555 3', '555 4', '555 5', '555 6']);
      expect(await notes()).toHaveLength(7);
    });

    test('words are no telephone number', async (server) => {
      const problems = [{ field: 'phone', problem: 'not-a-phone-number' }];
      expect(await send(server, registers({ phone: 'call me maybe' }))).toMatchObject({ refusal: { kind: 'registration-not-accepted', problems } });
    });

    test('how it stands is told to the device that has the secret, and to nobody else', async (server) => {
      const action = registers();
      await send(server, action);
      expect(await stateOf(server, action)).toBe('received');
      expect([await stateOf(server, action, 'a guess'), await stateOf(server, registers())]).toEqual([null, null]);
    });

    test('approved: the call is resolved and says so, the person is there, and a letter brings a link to set a password', async (server) => {
      const action = registers();
      await send(server, action);
      const gus = await server.signIn('gus');
      expect(await gus.perform(approves(action, 'Welcome!'))).toMatchObject([{ outcome: 'applied' }]);
      const [call] = await callsSeen(gus);
      expect(call && statusOf(call)).toBe('resolved');
      expect((await entriesOf(gus, call)).at(-1)).toMatchObject({
        by: { id: 'gus', side: 'desk' },
        body: { kind: 'registration', approved: true, reason: 'Welcome!' },
      });
      const [letter] = await letters(server);
      expect(letter).toMatchObject({ address: 'zoe@example.org' });
      expect(letter?.body).toContain('Welcome!');
      const token = /\/password\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
      const set = await post(server, doorRoutes.password, { token, password: 'three green umbrellas' });
      expect(await set.json()).toMatchObject({ outcome: 'set', person: { name: 'Zoë Quill', partitionId: 'council', roles: ['employee'] } });
      expect((await post(server, routes.session, { user: 'zoe@example.org', password: 'three green umbrellas' })).status).toBe(200);
      expect(await stateOf(server, action)).toBe('approved');
      const saved = (await (await server.signIn('sam')).changes()).flatMap((change) => (change.kind === 'record-save' ? [change.body] : []));
      expect(saved).toMatchObject([{ by: { id: 'gus' }, change: { of: 'person', to: { email: 'zoe@example.org' } } }]);
    });

    test('the desk writes to nobody who cannot read it; once they have an account they see the call and what is written from then on', async (server) => {
      const action = registers();
      await send(server, action);
      const gus = await server.signIn('gus');
      const [{ id } = { id: '' as TicketId }] = await callsSeen(gus);
      expect(await gus.perform(writes(id, 'reply', 'Are you there?'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'nobody-reads' } }]);
      expect(await gus.perform(writes(id, 'add-note', 'Who is this?'))).toMatchObject([{ outcome: 'applied' }]);
      await gus.perform(approves(action, 'Welcome!'));
      expect(await gus.perform(writes(id, 'reply', 'Your laptop is here.'))).toMatchObject([{ outcome: 'applied' }]);
      await setsPassword(server, await newestLink(server), 'zoe@example.org-portico');
      const zoe = await server.signIn('zoe@example.org');
      const [seen] = await callsSeen(zoe);
      expect(seen && [seen.id, isUnread(seen)]).toEqual([id, true]);
      expect((await entriesOf(zoe, seen)).map(({ body }) => ('text' in body ? body.text : body.kind))).toEqual([
        'raised',
        'registration',
        'Your laptop is here.',
      ]);
    });

    test('nobody reads what the desk writes to somebody whom it has declined', async (server) => {
      const action = registers();
      await send(server, action);
      const gus = await server.signIn('gus');
      await gus.perform(declines(action));
      const [{ id } = { id: '' as TicketId }] = await callsSeen(gus);
      expect(await gus.perform(writes(id, 'reply', 'Sorry'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'nobody-reads' } }]);
    });

    test('declined: the call is resolved, a letter says why, and nobody is there', async (server) => {
      const action = registers();
      await send(server, action);
      const gus = await server.signIn('gus');
      await gus.perform(declines(action, 'We do not know you.'));
      const [call] = await callsSeen(gus);
      expect(call && statusOf(call)).toBe('resolved');
      expect(await stateOf(server, action)).toBe('declined');
      const [letter] = await letters(server);
      expect(letter?.body).toContain('We do not know you.');
      expect(letter?.body).not.toContain('/password/');
      expect(await server.deps.database.selectFrom('people').select('id').where('user_name', '=', 'zoe@example.org').execute()).toEqual([]);
      // Whoever was declined may ask again.
      expect(await send(server, registers())).toMatchObject({ outcome: 'applied' });
      expect(await callsSeen(gus)).toHaveLength(2);
    });

    test('of two who decide at once, one decides, and the other is told who', async (server) => {
      const action = registers();
      await send(server, action);
      const [gus, sam] = [await server.signIn('gus'), await server.signIn('sam')];
      const answers = (await Promise.all([gus.perform(approves(action)), sam.perform(declines(action))])).flat();
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused']);
      const winner = answers[0]?.outcome === 'applied' ? 'Gus' : 'Sam';
      expect(answers.find(({ outcome }) => outcome === 'refused')).toMatchObject({ refusal: { kind: 'record-changed', by: winner } });
      expect(await letters(server)).toHaveLength(1);
      expect((await entriesOf(gus, (await callsSeen(gus))[0])).filter(({ body }) => body.kind === 'registration')).toHaveLength(1);
    });

    test('a decision that comes twice is one', async (server) => {
      const action = registers();
      await send(server, action);
      const gus = await server.signIn('gus');
      const approving = approves(action);
      expect(await gus.perform(approving)).toEqual(await gus.perform(approving));
      expect(await letters(server)).toHaveLength(1);
    });

    test('neither employees nor analysts of another partition decide, or hear of it', async (server) => {
      const action = registers();
      await send(server, action);
      for (const user of ['ada', 'hugo', 'cleo']) {
        const client = await server.signIn(user);
        expect(await registrationsSeen(client)).toEqual([]);
        expect(await client.perform(approves(action))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
      }
      expect(await stateOf(server, action)).toBe('received');
    });

    test('somebody whom an administrator added meanwhile is not there twice', async (server) => {
      const action = registers();
      await send(server, action);
      const [gus, sam] = [await server.signIn('gus'), await server.signIn('sam')];
      const zoe: PersonRecord = {
        id: 'zoe' as PersonId,
        name: 'Zoë Quill',
        email: 'zoe@example.org',
        partitionId: 'council' as PartitionId,
        roles: ['employee'],
        userName: 'zoe',
        hasLeft: false,
      };
      expect(await sam.perform(savesPerson(null, zoe))).toMatchObject([{ outcome: 'applied' }]);
      expect(await gus.perform(approves(action))).toMatchObject([
        { outcome: 'refused', refusal: { kind: 'record-not-accepted', problems: [{ field: 'email', problem: 'taken' }] } },
      ]);
      expect(await stateOf(server, action)).toBe('received');
      expect(await gus.perform(declines(action))).toMatchObject([{ outcome: 'applied' }]);
    });

    test('somebody who has left and registers again comes back as who they were, with no old rights and by a letter alone', async (server) => {
      const [sam, gus] = [await server.signIn('sam'), await server.signIn('gus')];
      const ben = (await peopleSeen(sam)).find(({ id }) => id === 'ben') ?? null;
      await post(server, doorRoutes.passwordLink, { email: 'ben@example.org' });
      const oldLink = await newestLink(server);
      const promoted = ben && { ...ben, roles: ['employee', 'administrator'] as const };
      const left = promoted && { ...promoted, hasLeft: true };
      const told = { place: 'chase.call.recipients', from: [], to: ['ben', 'gus'] } as const;
      expect(await sam.perform(savesSettings(told))).toMatchObject([{ outcome: 'applied' }]);
      expect((await sam.perform(savesPerson(ben, promoted), savesPerson(promoted, left))).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
      const action = registers({ name: 'Ben B.', email: 'Ben@example.org' });
      await send(server, action);
      const [call] = await callsSeen(gus);
      // Whoever decides knows what approving means.
      expect(await registrationsSeen(gus)).toMatchObject([{ wasHere: true, wasHereAs: { name: 'Ben', partitionName: 'council' } }]);
      expect(await gus.perform(approves(action))).toMatchObject([{ outcome: 'applied' }]);
      expect((await peopleSeen(sam)).filter(({ email }) => email === 'ben@example.org')).toEqual([{ ...ben, name: 'Ben B.', roles: ['employee'] }]);
      expect((await post(server, routes.session, { user: 'ben', password: 'ben-portico' })).status).toBe(401);
      expect(await setsPassword(server, oldLink, 'ben-portico')).toMatchObject({ outcome: 'link-over' });
      expect((await letters(server)).at(-1)).toMatchObject({ address: 'ben@example.org', body: expect.stringContaining('with the user name ben.') });
      expect(await setsPassword(server, await newestLink(server), 'ben-portico')).toMatchObject({ outcome: 'set', person: { id: 'ben', roles: ['employee'] } });
      const recipients = (await sam.changes()).flatMap((change) => (change.kind === 'settings' ? open(partitionSettingsSchema, change.body) : []));
      expect(recipients.map(({ chase }) => chase.call.recipients)).toContainEqual(['gus']);
      expect(recipients.flatMap(({ chase }) => chase.call.recipients)).not.toContain('ben');
      const back = await server.signIn('ben');
      const seen = (await back.changes()).flatMap((change) => (change.kind === 'ticket' ? [change.body] : []));
      expect(seen.map(({ id }) => id).sort()).toEqual([ticketIds.ben, call?.id].sort());
      expect((await entriesOf(back, call)).map(({ body }) => body.kind)).toEqual(['raised', 'registration']);
      // Files on it are theirs by this.
      const owner = await server.deps.database
        .selectFrom('tickets')
        .select('requester_id')
        .where('id', '=', call?.id ?? '')
        .executeTakeFirst();
      expect(owner).toEqual({ requester_id: 'ben' });
    });

    test('a stranger cannot flood the mail of somebody who has an account, and is answered no differently', async (server) => {
      const answers = [];
      for (let time = 0; time < 7; time += 1) answers.push(await send(server, registers({ email: time % 2 === 0 ? 'ada@example.org' : ' ADA@example.org' })));
      expect(new Set(answers.map(({ outcome, at }) => `${outcome} ${at}`)).size).toBe(1);
      expect((await letters(server)).map(({ address }) => address)).toEqual(['ada@example.org', 'ada@example.org', 'ada@example.org']);
      server.clock.now += hours(1) + 1;
      await send(server, registers({ email: 'ada@example.org' }));
      expect(await letters(server)).toHaveLength(4);
    });

    test('a flood is slowed down, what was taken before stays taken, and the same registration may still be asked about', async (server) => {
      const first = registers();
      await send(server, first);
      const statuses: number[] = [];
      for (let time = 0; time < 12; time += 1)
        statuses.push((await post(server, doorRoutes.registrations, { action: registers({ email: `zoe-${time}@example.org` }) })).status);
      expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 200));
      expect(statuses.slice(9)).toEqual([429, 429, 429]);
      expect(await send(server, first)).toMatchObject({ outcome: 'applied' });
      expect(await stateOf(server, first)).toBe('received');
      server.clock.now += hours(1) + 1;
      expect(await send(server, registers({ email: 'later@example.org' }))).toMatchObject({ outcome: 'applied' });
    });

    test('the one portal record cannot be taken away, and its domains are domains', async (server) => {
      const sam = await server.signIn('sam');
      const { body } = portal() as { readonly body: PortalRecord };
      const gone = { ...savesPortal(body, body), data: { change: { of: 'portal' as const, from: body, to: null } } };
      expect(await sam.perform(gone)).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-allowed' } }]);
      for (const domain of ['', 'example', '@example.org', 'exa mple.org', 'example.org/'])
        expect(await sam.perform(savesPortal(body, { ...body, registrationDomains: [domain] }))).toMatchObject([{ refusal: { kind: 'record-not-accepted' } }]);
    });
  });
};
