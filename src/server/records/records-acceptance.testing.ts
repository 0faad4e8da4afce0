/** What administrators keep for the whole desk, whichever database the reference backend stands on. Numbers are those of the source document (seed 000). */
import { v7 } from 'uuid';
import { describe, expect, test as plainTest } from 'vitest';
import type { Change } from '../../contract/change.ts';
import { partitionSettingsSchema } from '../../contract/partition-settings.ts';
import type { Answer } from '../../contract/receipt.ts';
import { deskRecordSchema, recordSaveSchema } from '../../contract/records.ts';
import { open } from '../../contract/unopened.ts';
import type { Action, ActionOf } from '../../domain/action.ts';
import type { ActionId, CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId, StatusId, TicketId } from '../../domain/ids.ts';
import { keyOfChange, recordsOf, type DeskRecords, type PersonChange, type PersonRecord, type RecordChange } from '../../domain/records/desk-record.ts';
import { roles } from '../../domain/person.ts';
import { usualRights } from '../../domain/rights.ts';
import { valueAt } from '../../domain/settings/partition-settings.ts';
import type { SettingsPlace, SettingsValue } from '../../domain/settings/settings-place.ts';
import { statusNamed, type StatusRecord } from '../../domain/records/status-record.ts';
import { setStatusOf, simpleStatusOf, type SetStatus, type Ticket } from '../../domain/ticket.ts';
import type { Database } from '../database/schema.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { holdSettings } from '../partition-settings/settings-records.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';
import { holdRecords } from './hold-records.ts';

type OpenDatabase = () => Promise<Database>;

const now = Date.UTC(2026, 10, 24, 7);

const saving = (change: RecordChange): ActionOf<'save-record'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: keyOfChange(change) },
  at: now,
  kind: 'save-record',
  data: { change },
});
const save = async (client: TestClient, change: RecordChange): Promise<Answer | undefined> => (await client.perform(saving(change)))[0];

const recordsSeen = async (client: TestClient): Promise<DeskRecords> =>
  recordsOf((await client.changes()).flatMap((change) => (change.kind === 'record' ? open(deskRecordSchema, change.body) : [])));

const personSeen = async (client: TestClient, id: string): Promise<PersonRecord> => {
  const person = (await recordsSeen(client)).person.find((one) => one.id === id);
  if (!person) throw new Error(`nobody called ${id}`);
  return person;
};

const network = { id: 'network' as GroupId, name: 'Network', memberIds: ['gus' as PersonId] };
const vpnRule = {
  id: 'vpn' as RoutingRuleId,
  name: 'Fires',
  rank: 10,
  when: { source: null, partitionId: null, callType: null, priority: null, contains: 'on fire' },
  recipient: { kind: 'group', id: network.id },
} as const;

const chase = (ticketId: TicketId): Action => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id: ticketId },
  at: now,
  kind: 'chase',
  data: {},
});

const chased: StatusRecord = { id: 'chased' as StatusId, name: 'Customer chased', for: 'call', phase: 'in-progress', simple: null };
const setStatus = async (client: TestClient, ticketId: TicketId, { status, named }: SetStatus): Promise<Answer | undefined> =>
  (
    await client.perform({
      v: 1,
      id: v7() as ActionId,
      subject: { kind: 'ticket', id: ticketId },
      at: now,
      kind: 'set-status',
      data: { status, ...(named ? { named: { id: named.id, name: named.name } } : {}) },
    })
  )[0];

const set = async (client: TestClient, partition: string, values: Partial<Record<SettingsPlace, SettingsValue>>): Promise<Answer | undefined> => {
  const settings = (await client.changes())
    .flatMap((change) => (change.kind === 'settings' ? open(partitionSettingsSchema, change.body) : []))
    .find(({ id }) => id === partition);
  if (!settings) throw new Error(`no settings of ${partition}`);
  const changes = Object.entries(values).map(([place, to]) => ({ place: place as SettingsPlace, from: valueAt(settings, place as SettingsPlace), to }));
  const subject = { kind: 'partition', id: partition as PartitionId } as const;
  return (await client.perform({ v: 1, id: v7() as ActionId, subject, at: now, kind: 'save-settings', data: { changes, reason: 'why not' } }))[0];
};

const ticketSeen = async (client: TestClient, pick: (ticket: Ticket) => boolean): Promise<Ticket> => {
  const ticket = (await client.changes()).flatMap((change) => (change.kind === 'ticket' && pick(change.body) ? [change.body] : []))[0];
  if (!ticket) throw new Error('no such ticket');
  return ticket;
};

const chaseToTheMaximum = async (server: TestServer): Promise<Ticket> => {
  const ada = await server.signIn('ada');
  await ada.perform(chase(ticketIds.ada));
  server.clock.now += 3_600_000;
  const last = chase(ticketIds.ada);
  // The answer was lost: it is sent again.
  await ada.perform(last);
  await ada.perform(last);
  return ticketSeen(await server.signIn('gus'), ({ escalates }) => escalates === ticketIds.ada);
};

/** Whom tickets can be given to is told to the desks. */
const isOfAdministrators = (change: Change): boolean => change.kind === 'record-save' || (change.kind === 'record' && change.body.of !== 'desk-people');

export const describeRecords = (name: string, openDatabase: OpenDatabase): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ database: await openDatabase(), organisation: smallOrganisation(now) });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`${name}: what administrators keep`, () => {
    test('every administrator sees it with who saved it, and nobody else does', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      const change: RecordChange = { of: 'group', from: null, to: network };
      expect(await save(sam, change)).toMatchObject({ outcome: 'applied' });
      expect((await recordsSeen(tess)).group).toEqual([network]);
      const saves = (await tess.changes()).flatMap((one) => (one.kind === 'record-save' ? open(recordSaveSchema, one.body) : []));
      expect(saves).toMatchObject([{ by: { name: 'Sam' }, at: server.clock.now, change }]);
      for (const user of ['ada', 'gus', 'hugo']) expect((await (await server.signIn(user)).changes()).filter(isOfAdministrators)).toEqual([]);
    });

    test('000.2: nobody but who has the right saves any of it', async (server) => {
      for (const user of ['ada', 'gus', 'hugo']) {
        const client = await server.signIn(user);
        expect(await save(client, { of: 'group', from: null, to: network })).toMatchObject({ outcome: 'refused', refusal: { kind: 'not-allowed' } });
      }
      expect((await recordsSeen(await server.signIn('sam'))).group).toEqual([]);
    });

    test('two who save the same record at once: one does, the other is told by whom', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      await save(sam, { of: 'group', from: null, to: network });
      const answers = await Promise.all([
        save(sam, { of: 'group', from: network, to: { ...network, name: 'Lines' } }),
        save(tess, { of: 'group', from: network, to: { ...network, name: 'Cables' } }),
      ]);
      expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['applied', 'refused']));
      expect(answers.find((answer) => answer?.outcome === 'refused')).toMatchObject({ refusal: { kind: 'record-changed' } });
    });

    test('two who take the same name at once: one gets it', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      const answers = await Promise.all([
        save(sam, { of: 'group', from: null, to: network }),
        save(tess, { of: 'group', from: null, to: { ...network, id: 'other' as GroupId } }),
      ]);
      expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['applied', 'refused']));
    });

    test('a save that is sent twice is one', async (server) => {
      const sam = await server.signIn('sam');
      const action = saving({ of: 'group', from: null, to: network });
      expect(await sam.perform(action)).toEqual(await sam.perform(action));
      expect((await sam.changes()).filter(({ kind }) => kind === 'record-save')).toHaveLength(1);
    });

    test('what is taken away is gone for everybody who saw it, and what others name stays', async (server) => {
      const sam = await server.signIn('sam');
      await save(sam, { of: 'group', from: null, to: network });
      await save(sam, { of: 'routing-rule', from: null, to: vpnRule });
      expect(await save(sam, { of: 'group', from: network, to: null })).toMatchObject({ refusal: { kind: 'record-in-use', by: ['Fires'] } });
      expect(await save(sam, { of: 'routing-rule', from: vpnRule, to: null })).toMatchObject({ outcome: 'applied' });
      expect(await save(sam, { of: 'group', from: network, to: null })).toMatchObject({ outcome: 'applied' });
      expect((await sam.changes()).filter((change) => change.kind === 'gone' && change.of === 'record').map((change) => 'id' in change && change.id)).toEqual([
        'routing-rule/vpn',
        'group/network',
      ]);
    });

    test('a change that cannot be read is refused, and the others of its batch are done', async (server) => {
      const sam = await server.signIn('sam');
      const broken = { ...saving({ of: 'group', from: null, to: network }), data: { change: { of: 'group', from: null, to: { id: 'network' } } } } as never;
      const whole = saving({ of: 'group', from: null, to: { ...network, id: 'other' as GroupId } });
      expect((await sam.perform(broken, whole)).map(({ outcome }) => outcome)).toEqual(['refused', 'applied']);
    });
  });

  describe(`${name}: statuses with names`, () => {
    test('003.8: every desk is told of them, and nobody else but those who set up the portal', async (server) => {
      const sam = await server.signIn('sam');
      expect(await save(sam, { of: 'status', from: null, to: chased })).toMatchObject({ outcome: 'applied' });
      for (const user of ['gus', 'hugo', 'tess', 'sam']) expect((await recordsSeen(await server.signIn(user))).status).toEqual([chased]);
      for (const user of ['ada', 'cleo']) expect((await recordsSeen(await server.signIn(user))).status).toEqual([]);
      expect(await save(sam, { of: 'status', from: chased, to: null })).toMatchObject({ outcome: 'applied' });
      for (const user of ['gus', 'hugo', 'tess', 'sam']) {
        const seen = await (await server.signIn(user)).changes();
        expect(seen.flatMap((change) => (change.kind === 'gone' && change.of === 'record' ? [change.id] : []))).toEqual(['status/chased']);
      }
    });

    test('003.8: the desk sets one, sees its name on the ticket and in its story, and the person sees the simple word alone', async (server) => {
      const [sam, gus, ada] = [await server.signIn('sam'), await server.signIn('gus'), await server.signIn('ada')];
      const record: StatusRecord = { ...chased, simple: 'needs-you' };
      await save(sam, { of: 'status', from: null, to: record });
      const asKnown = { status: 'in-progress', named: { id: chased.id, name: 'As my device calls it', simple: 'done' } } as const;
      expect(await setStatus(gus, ticketIds.ada, asKnown)).toMatchObject({ outcome: 'applied' });
      const own = ({ id }: Ticket): boolean => id === ticketIds.ada;
      expect(setStatusOf(await ticketSeen(gus, own))).toMatchObject(statusNamed(record));
      const told = (await gus.changes()).flatMap((change) => (change.kind === 'entry' && change.body.body.kind === 'status' ? [change.body.body] : []));
      expect(told).toEqual([{ kind: 'status', to: 'in-progress', named: statusNamed(record).named }]);
      const partition = (await ada.changes()).flatMap((change) => (change.kind === 'partition' ? [change.body] : []))[0];
      expect(partition && simpleStatusOf(await ticketSeen(ada, own), partition)).toBe('needs-you');
      const words = JSON.stringify(await ada.changes());
      expect([words.includes('Customer chased'), words.includes('As my device')]).toEqual([false, false]);
    });

    test('one that is gone, is for requests, or means another phase by now is refused, each in its own words', async (server) => {
      const [sam, gus] = [await server.signIn('sam'), await server.signIn('gus')];
      expect(await setStatus(gus, ticketIds.ada, statusNamed(chased))).toMatchObject({ refusal: { kind: 'no-such-status' } });
      const forRequests: StatusRecord = { ...chased, for: 'request' };
      await save(sam, { of: 'status', from: null, to: forRequests });
      expect(await setStatus(gus, ticketIds.ada, statusNamed(chased))).toMatchObject({ refusal: { kind: 'no-such-status' } });
      const waiting: StatusRecord = { ...chased, phase: 'waiting-for-person' };
      await save(sam, { of: 'status', from: forRequests, to: waiting });
      expect(await setStatus(gus, ticketIds.ada, statusNamed(chased))).toMatchObject({ refusal: { kind: 'status-changed' } });
      expect(await setStatus(gus, ticketIds.ada, statusNamed(waiting))).toMatchObject({ outcome: 'applied' });
    });

    test('a ticket keeps it as it was when it was set, whatever becomes of it', async (server) => {
      const [sam, gus] = [await server.signIn('sam'), await server.signIn('gus')];
      await save(sam, { of: 'status', from: null, to: chased });
      await setStatus(gus, ticketIds.ada, statusNamed(chased));
      await save(sam, { of: 'status', from: chased, to: { ...chased, name: 'Asked again' } });
      await save(sam, { of: 'status', from: { ...chased, name: 'Asked again' }, to: null });
      expect(setStatusOf(await ticketSeen(gus, ({ id }) => id === ticketIds.ada)).named?.name).toBe('Customer chased');
    });

    test('000.11: one that a chase sets is not taken away, and keeps its kind; with another name that is what a chase sets', async (server) => {
      const [sam, gus, ada] = [await server.signIn('sam'), await server.signIn('gus'), await server.signIn('ada')];
      await save(sam, { of: 'status', from: null, to: chased });
      expect(await set(sam, 'council', { 'chase.call.setStatus': 'status/chased' })).toMatchObject({ outcome: 'applied' });
      const inUse = { outcome: 'refused', refusal: { kind: 'record-in-use', by: ['council'] } };
      expect(await save(sam, { of: 'status', from: chased, to: null })).toMatchObject(inUse);
      expect(await save(sam, { of: 'status', from: chased, to: { ...chased, for: 'request' } })).toMatchObject(inUse);
      expect(await save(sam, { of: 'status', from: chased, to: { ...chased, phase: 'closed' } })).toMatchObject(inUse);
      const renamed: StatusRecord = { ...chased, name: 'Asked again', phase: 'waiting-for-supplier' };
      expect(await save(sam, { of: 'status', from: chased, to: renamed })).toMatchObject({ outcome: 'applied' });
      await ada.perform(chase(ticketIds.ada));
      expect(setStatusOf(await ticketSeen(gus, ({ id }) => id === ticketIds.ada))).toMatchObject(statusNamed(renamed));
      await set(sam, 'council', { 'chase.call.setStatus': null });
      expect(await save(sam, { of: 'status', from: renamed, to: null })).toMatchObject({ outcome: 'applied' });
    });

    test('an analyst who raised it goes by what the desk is told', async (server) => {
      const [sam, ben, gus] = [await server.signIn('sam'), await server.signIn('ben'), await server.signIn('gus')];
      await save(sam, { of: 'status', from: null, to: chased });
      const employee = await personSeen(sam, 'ben');
      await save(sam, { of: 'person', from: employee, to: { ...employee, roles: ['employee', 'analyst'] } });
      await setStatus(gus, ticketIds.ben, statusNamed(chased));
      const told = (await ben.changes()).flatMap((change) => (change.kind === 'ticket' && change.body.id === ticketIds.ben ? [change] : []));
      const newest = told.toSorted((one, other) => other.position - one.position)[0];
      expect(newest && setStatusOf(newest.body).named?.name).toBe('Customer chased');
    });
  });

  describe(`${name}: people and roles`, () => {
    test('what a role allows is what everybody who has it may, from the moment it is saved', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      const employee = (await recordsSeen(sam)).role.find(({ id }) => id === 'employee');
      if (!employee) throw new Error('no role of employees');
      expect(await save(sam, { of: 'role', from: employee, to: { id: 'employee', rights: ['request-chase'] } })).toMatchObject({ outcome: 'applied' });
      expect((await ada.perform(chase(ticketIds.ada)))[0]).toMatchObject({ outcome: 'refused', refusal: { kind: 'chase-not-offered' } });
      const self = (await ada.changes()).flatMap((change) => (change.kind === 'person' ? [change.body] : []))[0];
      expect(self?.rights).toEqual(['request-chase']);
      expect(await save(sam, { of: 'role', from: { id: 'employee', rights: ['request-chase'] }, to: employee })).toMatchObject({ outcome: 'applied' });
      expect((await ada.perform(chase(ticketIds.ada)))[0]).toMatchObject({ outcome: 'applied' });
    });

    test('somebody who becomes an analyst sees the desk, and who stops being one does not', async (server) => {
      const [sam, ben] = [await server.signIn('sam'), await server.signIn('ben')];
      const employee = await personSeen(sam, 'ben');
      const analyst: PersonRecord = { ...employee, roles: ['employee', 'analyst'] };
      const seesAda = async (): Promise<boolean> => (await ben.changes()).some((change) => change.kind === 'ticket' && change.body.id === ticketIds.ada);
      expect(await seesAda()).toBe(false);
      await save(sam, { of: 'person', from: employee, to: analyst });
      expect(await seesAda()).toBe(true);
      await save(sam, { of: 'person', from: analyst, to: employee });
      expect(await seesAda()).toBe(false);
    });

    test('whoever has left is signed out everywhere and cannot come back, until they are let in again', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      const before = await personSeen(sam, 'ada');
      await save(sam, { of: 'person', from: before, to: { ...before, hasLeft: true } });
      expect((await ada.fetch('/api/changes')).status).toBe(401);
      await expect(server.signIn('ada')).rejects.toThrow('status 401');
      await save(sam, { of: 'person', from: { ...before, hasLeft: true }, to: before });
      expect((await server.signIn('ada')).person.id).toBe('ada');
    });

    test('a person whose user name was written in capitals can be saved again', async (server) => {
      const sam = await server.signIn('sam');
      const before = await personSeen(sam, 'ada');
      await save(sam, { of: 'person', from: null, to: { ...before, id: 'noor' as PersonId, name: 'Noor', userName: ' NoOr ', email: 'noor@example.org' } });
      const kept = await personSeen(sam, 'noor');
      expect(kept.userName).toBe('noor');
      expect(await save(sam, { of: 'person', from: kept, to: { ...kept, name: 'Noor Aziz' } })).toMatchObject({ outcome: 'applied' });
    });

    test('nobody is put where no partition is: they could not be told anything again', async (server) => {
      const sam = await server.signIn('sam');
      const before = await personSeen(sam, 'ada');
      expect(await save(sam, { of: 'person', from: before, to: { ...before, partitionId: 'gone' as PartitionId } })).toMatchObject({
        refusal: { kind: 'record-not-accepted', problems: [{ field: 'partitionId', problem: 'not-there' }] },
      });
      expect((await server.signIn('ada')).person.partitionId).toBe('council');
    });

    test('a new person cannot sign in with an empty password, and another one’s name is not taken', async (server) => {
      const sam = await server.signIn('sam');
      const before = await personSeen(sam, 'ada');
      const newcomer: PersonRecord = { ...before, id: 'noor' as PersonId, name: 'Noor', userName: 'Noor', email: 'noor@example.org' };
      expect(await save(sam, { of: 'person', from: null, to: newcomer })).toMatchObject({ outcome: 'applied' });
      await expect(server.signIn('noor')).rejects.toThrow('status 401');
      const twin = { ...newcomer, id: 'noor2' as PersonId };
      expect(await save(sam, { of: 'person', from: null, to: twin })).toMatchObject({ refusal: { kind: 'record-not-accepted' } });
    });
  });

  describe(`${name}: people who are imported`, () => {
    const importing = (changes: readonly PersonChange[]): ActionOf<'save-people'> => ({
      v: 1,
      id: v7() as ActionId,
      subject: { kind: 'record', id: 'person/import' },
      at: now,
      kind: 'save-people',
      data: { changes },
    });
    const newcomer = (id: string, over: Partial<PersonRecord> = {}): PersonChange => ({
      of: 'person',
      from: null,
      to: {
        id: id as PersonId,
        name: id,
        email: `${id}@example.org`,
        partitionId: 'council' as PartitionId,
        roles: ['employee'],
        userName: id,
        hasLeft: false,
        ...over,
      },
    });

    test('are all there, with what their roles allow, and each is a line of the log', async (server) => {
      const sam = await server.signIn('sam');
      const action = importing([newcomer('noor'), newcomer('mo', { roles: ['employee', 'analyst'] })]);
      expect(await sam.perform(action, action)).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
      expect((await recordsSeen(sam)).person.map(({ id }) => id)).toEqual(expect.arrayContaining(['noor', 'mo']));
      expect((await sam.changes()).filter(({ kind }) => kind === 'record-save')).toHaveLength(2);
      const row = await server.deps.database.selectFrom('people').select('body').where('id', '=', 'noor').executeTakeFirstOrThrow();
      expect(JSON.parse(row.body)).toMatchObject({ rights: usualRights(['employee']) });
    });

    const wrong: readonly (readonly [string, readonly PersonChange[]])[] = [
      ['one has the e-mail of somebody else', [newcomer('noor'), newcomer('mo', { email: 'ADA@example.org' })]],
      ['two have one user name', [newcomer('noor', { userName: 'mo' }), newcomer('mo')]],
      ['one stands there twice', [newcomer('mo'), newcomer('mo')]],
      ['one is of a partition that is not there', [newcomer('noor'), newcomer('mo', { partitionId: 'gone' as PartitionId })]],
      ['one was changed by somebody else meanwhile', [newcomer('noor'), { ...newcomer('mo'), from: newcomer('mo').to }]],
    ];
    for (const [what, changes] of wrong)
      test(`are none at all where ${what}`, async (server) => {
        const sam = await server.signIn('sam');
        const before = (await recordsSeen(sam)).person.length;
        expect(await sam.perform(importing(changes))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'people-not-accepted' } }]);
        expect((await recordsSeen(sam)).person).toHaveLength(before);
      });

    test('are nobody where somebody without the right imports them', async (server) => {
      expect(await (await server.signIn('gus')).perform(importing([newcomer('noor')]))).toMatchObject([{ refusal: { kind: 'not-allowed' } }]);
    });
  });

  describe(`${name}: calls that the desk logs itself`, () => {
    test('000.8, 000.15: the call is what its template says, and with its recipient', async (server) => {
      const sam = await server.signIn('sam');
      await save(sam, { of: 'group', from: null, to: network });
      const [template] = (await recordsSeen(sam))['call-template'];
      if (!template) throw new Error('no template');
      await save(sam, {
        of: 'call-template',
        from: template,
        to: { ...template, priority: 'urgent', callType: 'complaint', recipient: { kind: 'group', id: network.id } },
      });
      expect(await chaseToTheMaximum(server)).toMatchObject({
        kind: 'call',
        source: 'chase',
        priority: 'urgent',
        callType: 'complaint',
        assigned: { group: { id: 'network', name: 'Network' }, analyst: null },
      });
    });

    test('000.8: a routing rule that the call meets overrides the template', async (server) => {
      const sam = await server.signIn('sam');
      await save(sam, { of: 'group', from: null, to: network });
      const [template] = (await recordsSeen(sam))['call-template'];
      if (!template) throw new Error('no template');
      await save(sam, { of: 'call-template', from: template, to: { ...template, recipient: { kind: 'analyst', id: 'gus' as PersonId } } });
      await save(sam, { of: 'routing-rule', from: null, to: vpnRule });
      expect((await chaseToTheMaximum(server)).assigned).toEqual({ group: { id: 'network', name: 'Network' }, analyst: null });
    });

    test('000.16: a template that is not there cannot be chosen, and one that is chosen cannot be taken away', async (server) => {
      const sam = await server.signIn('sam');
      expect(await set(sam, 'council', { 'chase.call.escalation': 'gone' })).toMatchObject({
        refusal: { kind: 'settings-not-accepted', places: ['chase.call.escalation'] },
      });
      const [template] = (await recordsSeen(sam))['call-template'];
      if (!template) throw new Error('no template');
      expect(await save(sam, { of: 'call-template', from: template, to: null })).toMatchObject({
        refusal: { kind: 'record-in-use', by: ['council', 'hospital'] },
      });
    });

    test('a template with another subject is what people are told from then on', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      const [template] = (await recordsSeen(sam))['call-template'];
      if (!template) throw new Error('no template');
      await save(sam, { of: 'call-template', from: template, to: { ...template, subject: 'Asked in vain' } });
      const partition = (await ada.changes()).flatMap((change) => (change.kind === 'partition' ? [change.body] : []))[0];
      expect(partition?.chase.call.escalation).toEqual({ title: 'Asked in vain' });
      expect((await chaseToTheMaximum(server)).title).toBe('Asked in vain: R-1001');
    });

    test('000.17, 000.22: each recipient is written to once, whoever sends the chase again; switched off, nobody is', async (server) => {
      const sam = await server.signIn('sam');
      expect(await set(sam, 'council', { 'chase.call.recipients': ['sam', 'gus'] })).toMatchObject({ outcome: 'applied' });
      const call = await chaseToTheMaximum(server);
      const letters = await server.deps.database.selectFrom('mails').selectAll().orderBy('address').execute();
      expect(letters.map(({ address, subject }) => [address, subject])).toEqual([
        ['gus@example.org', `${call.number} ${call.title}`],
        ['sam@example.org', `${call.number} ${call.title}`],
      ]);
      expect(letters[0]?.body).toContain(call.id);
      expect(await set(sam, 'hospital', { 'chase.call.recipients': ['sam'], 'chase.call.escalation': null, 'chase.call.maxChases': 1 })).toMatchObject({
        outcome: 'applied',
      });
      await (await server.signIn('cleo')).perform(chase(ticketIds.cleo));
      expect(await server.deps.database.selectFrom('mails').select('id').execute()).toHaveLength(2);
    });
  });

  describe(`${name}: a database from before there were records`, () => {
    test('keeps its people and rights, and every title becomes a template that the settings name', async (server) => {
      const { database } = server.deps;
      await database.deleteFrom('records').execute();
      await database.deleteFrom('feed').where('kind', '=', 'record').execute();
      for (const { partition_id, body } of await database.selectFrom('partition_settings').selectAll().execute())
        await database
          .updateTable('partition_settings')
          .set({ body: body.replaceAll('"escalation":"chased"', '"escalation":{"title":"Too late"}') })
          .where('partition_id', '=', partition_id)
          .execute();
      await holdRecords(server.deps);
      await holdRecords(server.deps);
      await holdSettings(server.deps);
      const sam = await server.signIn('sam');
      const records = await recordsSeen(sam);
      expect(records.role.map(({ id, rights }) => [id, rights])).toEqual(roles.map((id) => [id, usualRights([id])]));
      expect(records.person.map(({ id }) => id)).toEqual(['ada', 'ben', 'cleo', 'gus', 'hugo', 'sam', 'tess']);
      const template = records['call-template'].find(({ subject }) => subject === 'Too late');
      expect(template).toBeDefined();
      expect(await chaseToTheMaximum(server)).toMatchObject({ title: 'Too late: R-1001', priority: 'high' });
      const unused: CallTemplateId[] = records['call-template'].map(({ id }) => id);
      expect(new Set(unused).size).toBe(unused.length);
    });
  });
};
