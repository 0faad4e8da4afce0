/** What a partition's settings do, whichever database the reference backend stands on. Numbers are those of the source document (seed 000). */
import { v7 } from 'uuid';
import { describe, expect, test as plainTest } from 'vitest';
import type { Action, ActionOf, TicketActionBody } from '../../domain/action.ts';
import type { ActionId, CallTemplateId, PartitionId, StatusId, TicketId } from '../../domain/ids.ts';
import type { Partition } from '../../domain/partition.ts';
import { minutes } from '../../domain/instant.ts';
import { usualLook, type PartitionLook } from '../../domain/settings/partition-look.ts';
import { partitionUnder } from '../../domain/settings/partition-settings.ts';
import { seenAt, toldValue } from '../../domain/settings/told-value.ts';
import { type SettingsPlace, type SettingsValue } from '../../domain/settings/settings-place.ts';
import { recordsOf, type DeskRecord } from '../../domain/records/desk-record.ts';
import type { Person } from '../../domain/person.ts';
import { setStatusOf, simpleStatusOf, simpleStatuses, statusOf, ticketStatuses, type Ticket, type TicketKind } from '../../domain/ticket.ts';
import { partitionSettingsSchema, settingsSaveSchema } from '../../contract/partition-settings.ts';
import { open } from '../../contract/unopened.ts';
import type { Answer } from '../../contract/receipt.ts';
import type { Database } from '../database/schema.ts';
import type { Organisation } from '../install-organisation.ts';
import { deskRecords, smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';
import { holdSettings } from './settings-records.ts';

type OpenDatabase = () => Promise<Database>;
type Values = Partial<Record<SettingsPlace, SettingsValue>>;

const now = Date.UTC(2026, 10, 24, 7);
const requestId = '01900000-0000-7000-8000-0000000000a2' as TicketId;

const aTemplate = (id: string, subject: string): DeskRecord => ({
  of: 'call-template',
  body: { id: id as CallTemplateId, name: subject, subject, callType: 'complaint', priority: 'urgent', recipient: null },
});
const aStatus = (kind: TicketKind): DeskRecord => ({
  of: 'status',
  body: { id: `chased-${kind}` as StatusId, name: 'Customer chased', for: kind, phase: 'in-progress', simple: 'received' },
});
const records = [...deskRecords, aTemplate('hurry', 'Hurry'), aTemplate('vain', 'Asked in vain'), aStatus('call'), aStatus('request')];

/** The small organisation, with a request of Ada's beside her call. */
const organisation = (): Organisation => {
  const small = smallOrganisation(now);
  const [call] = small.tickets;
  if (!call) throw new Error('no ticket');
  const request: Ticket = {
    ...call.ticket,
    id: requestId,
    number: 'R-1009',
    kind: 'request',
    statuses: call.ticket.statuses.map((fact) => ({ ...fact, id: `${requestId}/status` as never })),
  };
  return { ...small, records, tickets: [...small.tickets, { ticket: request, entries: [] }] };
};

const on = (ticketId: TicketId, body: TicketActionBody): Action => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id: ticketId },
  at: now,
  ...body,
});
const chase = async (client: TestClient, ticketId: TicketId): Promise<Answer | undefined> =>
  (await client.perform(on(ticketId, { kind: 'chase', data: {} })))[0];

const settingsSeen = async (client: TestClient, partition: string) => {
  const seen = (await client.changes()).flatMap((change) => (change.kind === 'settings' ? [change.body] : []));
  const settings = seen.flatMap((body) => open(partitionSettingsSchema, body)).find(({ id }) => id === partition);
  if (!settings) throw new Error(`${client.person.name} sees no settings of ${partition}`);
  return settings;
};

/** Saves values over those that this person sees. */
const saving = async (client: TestClient, partition: string, values: Values, reason = ''): Promise<ActionOf<'save-settings'>> => {
  const settings = await settingsSeen(client, partition);
  const changes = Object.entries(values).map(([place, to]) => ({ place: place as SettingsPlace, from: seenAt(settings, place as SettingsPlace), to }));
  return {
    v: 1,
    id: v7() as ActionId,
    subject: { kind: 'partition', id: partition as PartitionId },
    at: now,
    kind: 'save-settings',
    data: { changes, reason },
  };
};
const save = async (client: TestClient, partition: string, values: Values, reason = ''): Promise<Answer | undefined> =>
  (await client.perform(await saving(client, partition, values, reason)))[0];

const ticketSeen = async (client: TestClient, ticketId: TicketId): Promise<Ticket> => {
  const ticket = (await client.changes()).flatMap((change) => (change.kind === 'ticket' && change.body.id === ticketId ? [change.body] : []))[0];
  if (!ticket) throw new Error('no such ticket');
  return ticket;
};

const partitionSeen = async (client: TestClient): Promise<Partition> => {
  const partition = (await client.changes()).flatMap((change) => (change.kind === 'partition' ? [change.body] : []))[0];
  if (!partition) throw new Error('no partition');
  return partition;
};

const setRights = async (server: TestServer, user: string, rights: Person['rights']): Promise<void> => {
  const row = await server.deps.database.selectFrom('people').select('body').where('id', '=', user).executeTakeFirstOrThrow();
  const body = JSON.stringify({ ...(JSON.parse(row.body) as Person), rights });
  await server.deps.database.updateTable('people').set({ body }).where('id', '=', user).execute();
};

export const describeSettings = (name: string, openDatabase: OpenDatabase): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ database: await openDatabase(), organisation: organisation() });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`${name}: settings of a partition`, () => {
    test('000.1: saving one partition leaves the others as they were', async (server) => {
      const sam = await server.signIn('sam');
      const hospital = await settingsSeen(sam, 'hospital');
      expect(await save(sam, 'council', { 'chase.call.waitMinutes': 5, 'chase.request.enabled': false })).toMatchObject({ outcome: 'applied' });
      expect(await settingsSeen(sam, 'hospital')).toEqual(hospital);
      expect(await settingsSeen(sam, 'council')).toMatchObject({ chase: { call: { waitMinutes: 5 }, request: { enabled: false } } });
    });

    test('000.2: nobody but who has the right saves settings, or sees them', async (server) => {
      const sam = await server.signIn('sam');
      const action = await saving(sam, 'council', { 'chase.call.maxChases': 9 });
      for (const user of ['ada', 'gus', 'hugo']) {
        const client = await server.signIn(user);
        expect(await client.perform({ ...action, id: v7() as ActionId })).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-allowed' } }]);
        expect((await client.changes()).filter(({ kind }) => kind.startsWith('settings'))).toEqual([]);
      }
      await setRights(server, 'sam', []);
      expect(await sam.perform(action)).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-allowed' } }]);
    });

    test('000.4: the reason is asked for where the system is set to ask, and kept with who, when and what', async (server) => {
      const tess = await server.signIn('tess');
      expect(await save(tess, 'hospital', { 'chase.call.maxChases': 1 })).toMatchObject({ outcome: 'refused', refusal: { kind: 'reason-missing' } });
      expect(await save(tess, 'hospital', { 'chase.call.maxChases': 1 }, 'Too much noise')).toMatchObject({ outcome: 'applied' });
      const saves = (await (await server.signIn('sam')).changes()).flatMap((change) => (change.kind === 'settings-save' ? [change.body] : []));
      expect(saves).toMatchObject([
        {
          partitionId: 'hospital',
          by: { name: 'Tess' },
          at: server.clock.now,
          reason: 'Too much noise',
          changes: [{ place: 'chase.call.maxChases', from: 2, to: 1 }],
        },
      ]);
    });

    test('two who save at once: what only one of them changed stands, and who comes second with the same is told what changed', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      const [first, apart, same] = [
        await saving(sam, 'council', { 'chase.call.waitMinutes': 30 }),
        await saving(tess, 'council', { 'chase.call.maxChases': 4 }),
        await saving(tess, 'council', { 'chase.call.waitMinutes': 45, 'chase.request.maxChases': 7 }),
      ];
      const answers = await Promise.all([sam.perform(first), tess.perform(apart)]);
      expect(answers.flat().map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
      expect(await tess.perform(same)).toMatchObject([{ outcome: 'refused', refusal: { kind: 'settings-changed', places: ['chase.call.waitMinutes'] } }]);
      expect(await settingsSeen(sam, 'council')).toMatchObject({ chase: { call: { waitMinutes: 30, maxChases: 4 }, request: { maxChases: 2 } } });
    });

    test('a save that is sent twice is one, and a partition that is not there is not found', async (server) => {
      const sam = await server.signIn('sam');
      const action = await saving(sam, 'council', { 'chase.call.waitMinutes': 30 });
      expect(await sam.perform(action)).toEqual(await sam.perform(action));
      expect((await sam.changes()).filter(({ kind }) => kind === 'settings-save')).toHaveLength(1);
      const nowhere = { ...action, id: v7() as ActionId, subject: { kind: 'partition', id: 'nowhere' as PartitionId } } as const;
      expect(await sam.perform(nowhere)).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
    });

    test('whatever was set before there were settings is set as it is', async (server) => {
      const sam = await server.signIn('sam');
      const before = await Promise.all(['council', 'hospital'].map((id) => settingsSeen(sam, id)));
      await server.deps.database.deleteFrom('partition_settings').execute();
      await server.deps.database.deleteFrom('feed').where('kind', '=', 'settings').execute();
      await holdSettings(server.deps);
      await holdSettings(server.deps);
      expect(await Promise.all(['council', 'hospital'].map((id) => settingsSeen(sam, id)))).toEqual(
        before.map((settings) => ({ ...settings, asksForReason: false })),
      );
      expect(await save(sam, 'council', { 'chase.call.waitMinutes': 1 })).toMatchObject({ outcome: 'applied' });
    });

    test('everybody’s partition is what is set, in every place', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      const values: Values = {
        'chase.call.setStatus': 'in-progress',
        'chase.call.escalation': null,
        'chase.request.waitMinutes': 7,
        'chase.request.escalation': 'hurry',
      };
      await save(sam, 'council', values);
      const settings = await settingsSeen(sam, 'council');
      const partition = await partitionSeen(ada);
      expect(partition).toEqual(partitionUnder(partition, settings, recordsOf(records)));
      expect(partition).toMatchObject({
        chase: { call: { setStatus: 'in-progress', escalation: null }, request: { waitMinutes: 7, escalation: { title: 'Hurry' } } },
      });
    });
  });

  describe(`${name}: the look of a partition`, () => {
    const banner = `data:image/png;base64,${Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(119_000, 7)]).toString('base64')}`;
    const logo = banner.slice(0, 39_000 - (39_000 % 4) + 'data:image/png;base64,'.length);
    const look: Values = {
      'look.greeting': 'Good to see you, {name}',
      'look.banner': banner,
      'look.logo': logo,
      'look.light': '#005ea5',
      'look.dark': '#7fb8e6',
    };
    const lookSeen = async (client: TestClient): Promise<PartitionLook | undefined> =>
      (await client.changes()).flatMap((change) => (change.kind === 'partition' ? [change.body.look] : []))[0];

    test('003.2: what an administrator sets is seen by everybody of the partition, and by nobody of another', async (server) => {
      const sam = await server.signIn('sam');
      const before = await lookSeen(await server.signIn('cleo'));
      expect(await save(sam, 'council', look)).toMatchObject({ outcome: 'applied' });
      for (const user of ['ada', 'gus', 'sam'])
        expect(await lookSeen(await server.signIn(user))).toEqual({ greeting: 'Good to see you, {name}', banner, logo, light: '#005ea5', dark: '#7fb8e6' });
      expect(await lookSeen(await server.signIn('cleo'))).toEqual(before);
    });

    test('003.2: a colour that cannot be read is refused, and so is what is no picture, or one that is too large', async (server) => {
      const sam = await server.signIn('sam');
      const wrong: Values = {
        'look.light': '#ffcc00',
        'look.dark': '#003355',
        'look.banner': 'data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=',
        'look.logo': banner,
        'look.greeting': 'x'.repeat(81),
      };
      for (const [place, value] of Object.entries(wrong))
        expect(await save(sam, 'council', { [place]: value })).toMatchObject({
          outcome: 'refused',
          refusal: { kind: 'settings-not-accepted', places: [place] },
        });
      expect(await settingsSeen(sam, 'council')).toMatchObject({ look: usualLook });
    });

    test('a picture is replaced and taken away again, and the log says so without showing one', async (server) => {
      const sam = await server.signIn('sam');
      await save(sam, 'council', { 'look.banner': banner });
      const another = `${banner.slice(0, -8)}AAAAAAA=`;
      expect(await save(sam, 'council', { 'look.banner': another })).toMatchObject({ outcome: 'applied' });
      expect(await save(sam, 'council', { 'look.banner': '' })).toMatchObject({ outcome: 'applied' });
      const saves = (await sam.changes()).flatMap((change) =>
        change.kind === 'settings-save' ? open(settingsSaveSchema, change.body).flatMap(({ changes }) => changes) : [],
      );
      const [first, second] = [toldValue('look.banner', banner), toldValue('look.banner', another)];
      expect(saves).toEqual([
        { place: 'look.banner', from: '', to: first },
        { place: 'look.banner', from: first, to: second },
        { place: 'look.banner', from: second, to: '' },
      ]);
      expect(await settingsSeen(sam, 'council')).toMatchObject({ look: usualLook });
    });

    test('where somebody else chose another picture in between, the second is told', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      const late = await saving(tess, 'council', { 'look.logo': '', 'look.banner': banner });
      await save(sam, 'council', { 'look.banner': logo });
      expect(await tess.perform(late)).toMatchObject([{ outcome: 'refused', refusal: { kind: 'settings-changed', places: ['look.banner'] } }]);
    });

    test('the reason is asked for where the system is set to ask, for a look as for anything else', async (server) => {
      const tess = await server.signIn('tess');
      expect(await save(tess, 'hospital', look)).toMatchObject({ outcome: 'refused', refusal: { kind: 'reason-missing' } });
      expect(await save(tess, 'hospital', look, 'The new house colours')).toMatchObject({ outcome: 'applied' });
      expect(await lookSeen(await server.signIn('cleo'))).toMatchObject({ banner, light: '#005ea5' });
    });

    test('a look from when there was only a greeting is read, and the rest of it is empty', async (server) => {
      const sam = await server.signIn('sam');
      const { look: _, ...settings } = await settingsSeen(sam, 'council');
      const body = JSON.stringify({ ...settings, look: { greeting: 'Hello' } });
      await server.deps.database.updateTable('partition_settings').set({ body }).where('partition_id', '=', 'council').execute();
      expect(await save(sam, 'council', { 'look.light': '#005ea5' })).toMatchObject({ outcome: 'applied' });
      expect(await lookSeen(sam)).toEqual({ ...usualLook, greeting: 'Hello', light: '#005ea5' });
    });
  });

  describe(`${name}: what people of a partition see of statuses`, () => {
    test('003.8: the word for each of them is what is set, for everybody of the partition at once, and for nobody of another', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      const elsewhere = await partitionSeen(await server.signIn('cleo'));
      for (const phase of ticketStatuses)
        for (const word of simpleStatuses) {
          expect(await save(sam, 'council', { [`simple-status.${phase}`]: word })).toMatchObject({ outcome: 'applied' });
          expect((await partitionSeen(ada)).simpleStatus[phase]).toBe(word);
        }
      expect(await partitionSeen(await server.signIn('cleo'))).toEqual(elsewhere);
    });

    test('003.8: what is no word that people see is refused', async (server) => {
      const sam = await server.signIn('sam');
      for (const word of ['closed', '', null, 7])
        expect(await save(sam, 'council', { 'simple-status.closed': word })).toMatchObject({
          refusal: { kind: 'settings-not-accepted', places: ['simple-status.closed'] },
        });
    });

    test('two who set the words at once: what only one of them changed stands, and who comes second with the same is told', async (server) => {
      const [sam, tess] = [await server.signIn('sam'), await server.signIn('tess')];
      const same = await saving(tess, 'council', { 'simple-status.new': 'needs-you' });
      const apart = await saving(tess, 'council', { 'simple-status.waiting-for-supplier': 'received' });
      await save(sam, 'council', { 'simple-status.new': 'in-progress' });
      expect(await tess.perform(apart, same)).toMatchObject([
        { outcome: 'applied' },
        { outcome: 'refused', refusal: { kind: 'settings-changed', places: ['simple-status.new'] } },
      ]);
      expect((await partitionSeen(sam)).simpleStatus).toMatchObject({ new: 'in-progress', 'waiting-for-supplier': 'received' });
    });

    test('a save from before anybody could set them leaves them as the partition had them', async (server) => {
      const { database } = server.deps;
      const row = await database.selectFrom('partitions').select('body').where('id', '=', 'council').executeTakeFirstOrThrow();
      const before = JSON.parse(row.body) as Partition;
      const simpleStatus = { ...before.simpleStatus, 'waiting-for-supplier': 'received' } as const;
      await database
        .updateTable('partitions')
        .set({ body: JSON.stringify({ ...before, simpleStatus }) })
        .where('id', '=', 'council')
        .execute();
      const sam = await server.signIn('sam');
      const { 'simple-status': _, ...old } = await settingsSeen(sam, 'council');
      await database
        .updateTable('partition_settings')
        .set({ body: JSON.stringify(old) })
        .where('partition_id', '=', 'council')
        .execute();
      await holdSettings(server.deps);
      await holdSettings(server.deps);
      expect((await settingsSeen(sam, 'council'))['simple-status']).toEqual(simpleStatus);
      expect(await save(sam, 'council', { 'chase.call.waitMinutes': 1 })).toMatchObject({ outcome: 'applied' });
      expect((await partitionSeen(sam)).simpleStatus).toEqual(simpleStatus);
    });
  });

  const kinds: readonly { readonly kind: TicketKind; readonly ticketId: TicketId; readonly also: string }[] = [
    { kind: 'call', ticketId: ticketIds.ada, also: '' },
    { kind: 'request', ticketId: requestId, also: ', 000.19' },
  ];
  describe.each(kinds)(`${name}: chasing a $kind$also`, ({ kind, ticketId }) => {
    const place = (field: string): SettingsPlace => `chase.${kind}.${field}` as SettingsPlace;
    const other: readonly [TicketKind, TicketId] = kind === 'call' ? ['request', requestId] : ['call', ticketIds.ada];

    test('000.9: off for the partition, nobody of it chases; the other kind and the other partition are not touched', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      await save(sam, 'council', { [place('enabled')]: false });
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'refused', refusal: { kind: 'chase-not-offered' } });
      expect(await chase(ada, other[1])).toMatchObject({ outcome: 'applied' });
      expect(await chase(await server.signIn('cleo'), ticketIds.cleo)).toMatchObject({ outcome: 'applied' });
      await save(sam, 'council', { [place('enabled')]: true });
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'applied' });
    });

    test('000.10: without the right nobody chases, whatever the partition says', async (server) => {
      const ada = await server.signIn('ada');
      await setRights(server, 'ada', [`${other[0]}-chase`]);
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'refused', refusal: { kind: 'chase-not-offered' } });
      expect(await chase(ada, other[1])).toMatchObject({ outcome: 'applied' });
    });

    test('000.11, 000.20: a chase sets the status that is set, and none where none is', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      await save(sam, 'council', { [place('waitMinutes')]: 0 });
      await chase(ada, ticketId);
      expect(statusOf(await ticketSeen(ada, ticketId))).toBe('new');
      await save(sam, 'council', { [place('setStatus')]: 'in-progress' });
      await chase(ada, ticketId);
      expect(statusOf(await ticketSeen(ada, ticketId))).toBe('in-progress');
    });

    test('000.11, 000.20: the list equals what is kept for that kind: a status of the other kind, or one that is not there, cannot be set', async (server) => {
      const sam = await server.signIn('sam');
      for (const status of [`status/chased-${other[0]}`, 'status/gone', `chased-${kind}`, 'resolved', 'closed'])
        expect(await save(sam, 'council', { [place('setStatus')]: status })).toMatchObject({
          outcome: 'refused',
          refusal: { kind: 'settings-not-accepted', places: [place('setStatus')] },
        });
      expect(await save(sam, 'council', { [place('setStatus')]: `status/chased-${kind}` })).toMatchObject({ outcome: 'applied' });
    });

    test('000.11, 000.20: a chase sets the status that an administrator has named, and the desk sees its name', async (server) => {
      const [sam, ada, gus] = [await server.signIn('sam'), await server.signIn('ada'), await server.signIn('gus')];
      await save(sam, 'council', { [place('setStatus')]: `status/chased-${kind}` });
      await chase(ada, ticketId);
      expect(setStatusOf(await ticketSeen(gus, ticketId))).toMatchObject({
        status: 'in-progress',
        named: { id: `chased-${kind}`, name: 'Customer chased', simple: 'received' },
      });
    });

    test('003.8: whoever chased is told the simple word alone: what the desk calls it is not on their device', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      await save(sam, 'council', { [place('setStatus')]: `status/chased-${kind}` });
      await chase(ada, ticketId);
      expect(simpleStatusOf(await ticketSeen(ada, ticketId), await partitionSeen(ada))).toBe('received');
      expect(JSON.stringify(await ada.changes())).not.toContain('Customer chased');
    });

    test('000.12: one second too early is refused, with when it becomes possible; on the minute it is taken', async (server) => {
      const ada = await server.signIn('ada');
      await chase(ada, ticketId);
      const first = server.clock.now;
      server.clock.now = first + minutes(60) - 1_000;
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'refused', refusal: { kind: 'too-soon-to-chase', possibleAt: first + minutes(60) } });
      server.clock.now = first + minutes(60);
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'applied' });
    });

    test('000.13: after the maximum no more is taken', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      await save(sam, 'council', { [place('waitMinutes')]: 0, [place('maxChases')]: 3 });
      for (let count = 1; count <= 3; count += 1) expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'applied' });
      expect(await chase(ada, ticketId)).toMatchObject({ outcome: 'refused', refusal: { kind: 'no-chases-left', max: 3 } });
    });

    test('000.15, 000.21: the chase that reaches the maximum logs one call, linked both ways; switched off, none', async (server) => {
      const [sam, ada] = [await server.signIn('sam'), await server.signIn('ada')];
      await save(sam, 'council', { [place('waitMinutes')]: 0, [place('maxChases')]: 1, [place('escalation')]: 'vain' });
      await chase(ada, ticketId);
      const chased = await ticketSeen(ada, ticketId);
      expect(chased.escalationCallId).not.toBeNull();
      expect(await ticketSeen(ada, chased.escalationCallId as TicketId)).toMatchObject({
        kind: 'call',
        escalates: ticketId,
        title: `Asked in vain: ${chased.number}`,
      });
      await save(sam, 'council', { [`chase.${other[0]}.waitMinutes`]: 0, [`chase.${other[0]}.maxChases`]: 1, [`chase.${other[0]}.escalation`]: null });
      await chase(ada, other[1]);
      expect((await ticketSeen(ada, other[1])).escalationCallId).toBeNull();
    });

    test('000.18: a chase changes no target', async (server) => {
      const ada = await server.signIn('ada');
      const { dueAt } = await ticketSeen(ada, ticketId);
      await chase(ada, ticketId);
      expect((await ticketSeen(ada, ticketId)).dueAt).toBe(dueAt);
    });

    test('000.22, 000.24: each chase is one entry for the person and the desk, with who, when and how many of how many', async (server) => {
      const ada = await server.signIn('ada');
      await chase(ada, ticketId);
      for (const client of [ada, await server.signIn('gus')]) {
        const told = (await client.changes()).flatMap((change) =>
          change.kind === 'entry' && change.body.ticketId === ticketId && change.body.body.kind === 'chase' ? [change.body] : [],
        );
        expect(told).toMatchObject([{ at: server.clock.now, by: { name: 'Ada' }, body: { count: 1, of: 2 } }]);
      }
    });
  });
};
