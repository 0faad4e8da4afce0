import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPartition, aPerson, aSave, aStatusRecord, named, noon } from '../builders.testing.ts';
import { usualChat } from './chat-settings.ts';
import { chasePhases, chaseSettingsOf, chaseWarnings, policyUnder, type ChaseSettings } from './chase-settings.ts';
import { decideSettings, type SettingsScene } from './decide-settings.ts';
import type { CallTemplateId, GroupId, PersonId } from '../ids.ts';
import { recordsOf } from '../records/desk-record.ts';
import { simpleStatuses, ticketStatuses, type TicketKind } from '../ticket.ts';
import { brandUnder } from './brand-under.ts';
import { isPicturePlace } from './look-picture.ts';
import { usualLook } from './partition-look.ts';
import { toldValue } from './told-value.ts';
import { partitionUnder, recordsNamedIn, settingsOf, valueAt, withChanges, type PartitionSettings } from './partition-settings.ts';
import { nameableIn, settingsProblem, type Nameable } from './settings-problem.ts';
import { isSameValue, settingsPlaces, type SettingsChange, type SettingsPlace, type SettingsValue } from './settings-place.ts';

const settings: PartitionSettings = { ...settingsOf(aPartition()), chat: { ...usualChat, template: named<CallTemplateId>('chased') } };
const aPicture = 'data:image/png;base64,iVBORw0KGgoA';
const nameable: Nameable = {
  templateIds: new Set(['chased', 'ward']),
  personIds: new Set(['ada', 'gus']),
  groupIds: new Set(['network']),
  statusKeys: { call: new Set(['status/chased']), request: new Set(['status/ordered']) },
  registrationLogsCall: true,
};
const sam = aPerson({ id: 'sam' as PersonId, name: 'Sam Ortega', roles: ['employee', 'administrator'] });
const scene = (over: Partial<SettingsScene> = {}): SettingsScene => ({ actor: sam, settings, lastSave: null, nameable, now: noon, ...over });
const change = (place: SettingsPlace, to: SettingsValue, from: SettingsValue = valueAt(settings, place)): SettingsChange => ({ place, from, to });
const save = (changes: readonly SettingsChange[], reason = '') => aSave({ changes, reason });

const goodValue = (place: SettingsPlace): fc.Arbitrary<SettingsValue> => {
  if (place.endsWith('enabled') || place === 'asksForReason') return fc.boolean();
  if (place.startsWith('simple-status.')) return fc.constantFrom(...simpleStatuses);
  if (place === 'chase.call.setStatus') return fc.constantFrom(null, 'status/chased', ...chasePhases);
  if (place === 'chase.request.setStatus') return fc.constantFrom(null, 'status/ordered', ...chasePhases);
  if (place.endsWith('waitMinutes')) return fc.integer({ min: 0, max: 10_080 });
  if (place.endsWith('maxChases')) return fc.integer({ min: 1, max: 20 });
  if (place === 'chat.template') return fc.constantFrom('chased', 'ward');
  if (place === 'chat.hours') return fc.constantFrom('', '1,2,3 08:00-17:00 UTC');
  if (place === 'chat.waitLimitMinutes') return fc.integer({ min: 1, max: 240 });
  if (place === 'chat.groupIds') return fc.subarray(['network']);
  if (place === 'chat.analystIds' || place.endsWith('recipients')) return fc.subarray(['ada', 'gus']);
  if (place.endsWith('escalation') || place === 'registration.template') return fc.constantFrom(null, 'chased', 'ward');
  if (isPicturePlace(place)) return fc.constantFrom('', aPicture);
  if (place === 'look.light') return fc.constantFrom('', '#006958');
  if (place === 'look.dark') return fc.constantFrom('', '#7fd4c0');
  return fc.stringMatching(/^[a-z]{0,20}$/);
};
const goodChanges = fc.subarray([...settingsPlaces]).chain((places) => fc.tuple(...places.map((place) => goodValue(place).map((to) => change(place, to)))));
const savedOf = (changes: readonly SettingsChange[], on: PartitionSettings = settings): PartitionSettings => {
  const decision = decideSettings(scene({ settings: on }), save(changes));
  if (!decision.ok) throw new Error(decision.problem.kind);
  return decision.value.settings;
};

describe('saving', () => {
  test('what was changed is as it was wanted, and nothing else is touched', () => {
    fc.assert(
      fc.property(goodChanges, (changes) => {
        const saved = savedOf(changes);
        for (const place of settingsPlaces) {
          const made = changes.find((change) => change.place === place);
          expect(valueAt(saved, place)).toEqual(made ? made.to : valueAt(settings, place));
        }
      }),
    );
  });

  test('the log holds who, when, why, and what it was before', () => {
    const decision = decideSettings(scene(), save([change('chase.call.waitMinutes', 30)], ' People wait too long. '));
    expect(decision.ok && decision.value.save).toMatchObject({
      partitionId: 'council',
      at: noon,
      by: { id: 'sam', name: 'Sam Ortega' },
      reason: 'People wait too long.',
      changes: [{ place: 'chase.call.waitMinutes', from: 60, to: 30 }],
    });
  });

  test('000.2: only who has Self Service Portal Setup may; everybody else is told so', () => {
    for (const actor of [aPerson(), aPerson({ roles: ['employee', 'analyst'] }), { ...sam, rights: [] }])
      expect(decideSettings(scene({ actor }), save([]))).toEqual({ ok: false, problem: { kind: 'not-allowed' } });
    expect(decideSettings(scene({ actor: { ...aPerson(), rights: ['self-service-portal-setup'] } }), save([])).ok).toBe(true);
  });

  test('000.4: where the system asks for change reasons, one without a reason is not saved', () => {
    const asking = { ...settings, asksForReason: true };
    const changes = [change('chase.call.maxChases', 2)];
    expect(decideSettings(scene({ settings: asking }), save(changes, '  '))).toEqual({ ok: false, problem: { kind: 'reason-missing' } });
    expect(decideSettings(scene({ settings: asking }), save(changes, 'Asked for')).ok).toBe(true);
  });

  test('000.4: whether reasons are asked for is set like everything else, and to stop asking needs one', () => {
    const asking = savedOf([change('asksForReason', true)]);
    expect(asking.asksForReason).toBe(true);
    const stop = [change('asksForReason', false, true)];
    expect(decideSettings(scene({ settings: asking }), save(stop))).toEqual({ ok: false, problem: { kind: 'reason-missing' } });
    expect(decideSettings(scene({ settings: asking }), save(stop, 'Nobody reads them'))).toMatchObject({
      ok: true,
      value: { settings: { asksForReason: false } },
    });
    expect(decideSettings(scene(), save([change('asksForReason', 'yes')]))).toMatchObject({ ok: false, problem: { kind: 'settings-not-accepted' } });
  });

  test('two who changed different things: both stand, in whatever order they arrive', () => {
    const [one, other] = [[change('chase.call.waitMinutes', 30)], [change('chase.request.maxChases', 5)]];
    expect(savedOf(other, savedOf(one))).toEqual(savedOf(one, savedOf(other)));
  });

  test('two who changed the same thing: the second is told by whom, when and where, and nothing is saved', () => {
    const first = savedOf([change('chase.call.waitMinutes', 30)]);
    const late = save([change('chase.call.waitMinutes', 45), change('chase.call.maxChases', 4)]);
    expect(decideSettings(scene({ settings: first, lastSave: { at: noon - 5, by: { id: sam.id, name: 'Tess' } } }), late)).toEqual({
      ok: false,
      problem: { kind: 'settings-changed', by: 'Tess', at: noon - 5, places: ['chase.call.waitMinutes'] },
    });
  });

  test('two who wanted the same: it is so, and nobody is bothered', () => {
    const first = savedOf([change('chase.call.waitMinutes', 30)]);
    expect(decideSettings(scene({ settings: first }), save([change('chase.call.waitMinutes', 30)])).ok).toBe(true);
  });
});

describe('values', () => {
  const good: readonly (readonly [SettingsPlace, SettingsValue])[] = [
    ['chase.call.waitMinutes', 0],
    ['chase.call.waitMinutes', 10_080],
    ['chase.call.maxChases', 1],
    ['chase.request.escalation', 'chased'],
    ['chase.request.recipients', []],
    ['chase.request.recipients', ['gus']],
    ['registration.template', 'ward'],
    ['registration.template', null],
    ['look.greeting', ''],
    ['look.greeting', 'x'.repeat(80)],
    ['look.greeting', 'Good to see you, {name}'],
    ['look.banner', aPicture],
    ['look.logo', ''],
    ['look.light', '#006958'],
    ['look.light', ''],
    ['look.dark', '#7FD4C0'],
    ['chase.request.escalation', null],
    ['chase.request.setStatus', 'in-progress'],
    ['chase.request.setStatus', 'status/ordered'],
    ['chase.call.setStatus', 'status/chased'],
    ['simple-status.resolved', 'received'],
  ];
  test.each(good)('%s may be %j', (place, value) => {
    expect(settingsProblem(place, value, nameable)).toBeNull();
  });

  const wrong: readonly (readonly [SettingsPlace, SettingsValue, string])[] = [
    ['chase.call.waitMinutes', -1, 'too-small'],
    ['chase.call.waitMinutes', 10_081, 'too-large'],
    ['chase.call.waitMinutes', 1.5, 'not-a-whole-number'],
    ['chase.call.waitMinutes', Number.NaN, 'not-a-whole-number'],
    ['chase.call.waitMinutes', '60', 'not-a-whole-number'],
    ['chase.call.maxChases', 0, 'too-small'],
    ['chase.call.maxChases', 21, 'too-large'],
    ['chase.call.escalation', 'gone', 'unknown'],
    ['chase.call.escalation', 7, 'unknown'],
    ['chase.call.recipients', ['gus', 'nobody'], 'unknown'],
    ['chase.call.recipients', 'gus', 'unknown'],
    ['registration.template', 'gone', 'unknown'],
    ['look.greeting', 'x'.repeat(81), 'too-long'],
    ['look.greeting', null, 'unknown'],
    ['look.banner', null, 'unknown'],
    ['look.banner', 'https://pictures.example/banner.png', 'not-a-picture'],
    ['look.logo', 'data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=', 'not-a-picture'],
    ['look.logo', `${aPicture}${'A'.repeat(40_000)}`, 'too-large'],
    ['look.light', 'teal', 'not-a-colour'],
    ['look.light', '#7fd4c0', 'unreadable'],
    ['look.dark', '#006958', 'unreadable'],
    ['look.dark', 7, 'unknown'],
    ['chase.call.setStatus', 'resolved', 'unknown'],
    ['chase.call.setStatus', 'status/ordered', 'unknown'],
    ['chase.request.setStatus', 'status/chased', 'unknown'],
    ['chase.call.setStatus', 'chased', 'unknown'],
    ['simple-status.new', 'new', 'unknown'],
    ['simple-status.new', null, 'unknown'],
    ['chase.call.enabled', 1, 'unknown'],
    ['chat.template', 'gone', 'unknown'],
    ['chat.hours', 'all day', 'unknown'],
    ['chat.waitLimitMinutes', 0, 'too-small'],
    ['chat.analystIds', ['nobody'], 'unknown'],
    ['chat.groupIds', ['gone'], 'unknown'],
  ];
  test.each(wrong)('%s may not be %j: %s', (place, value, problem) => {
    expect(settingsProblem(place, value, nameable)).toBe(problem);
    expect(decideSettings(scene(), save([change(place, value)]))).toEqual({ ok: false, problem: { kind: 'settings-not-accepted', places: [place] } });
  });

  test('000.6: while registrations log no calls, no template is chosen for them', () => {
    const off = { ...nameable, registrationLogsCall: false };
    for (const value of ['ward', null]) expect(settingsProblem('registration.template', value, off)).toBe('switched-off');
  });

  test('000.16: an escalation call cannot be switched on without a template', () => {
    expect(settingsProblem('chase.call.escalation', '', nameable)).toBe('missing');
  });

  test('000.27: chat cannot be switched on without a template, and the one of a chat that is on cannot be taken away', () => {
    const without = { ...settings, chat: usualChat };
    const on = { ...settings, chat: { ...settings.chat, enabled: true } };
    const refused = { ok: false, problem: { kind: 'settings-not-accepted', places: ['chat.template'] } };
    expect(decideSettings(scene({ settings: without }), save([change('chat.enabled', true)]))).toEqual(refused);
    expect(decideSettings(scene({ settings: on }), save([change('chat.template', null)]))).toEqual(refused);
    expect(decideSettings(scene({ settings: without }), save([change('chat.enabled', true), change('chat.template', 'ward', null)])).ok).toBe(true);
  });

  test('changes are made on a copy: what was read stays as it was', () => {
    withChanges(settings, [change('chase.call.enabled', false)]);
    expect(settings.chase.call.enabled).toBe(true);
  });
});

describe('look', () => {
  test('003.2: a picture is saved whole, and logged by its mark: what it replaces is told apart by that', () => {
    const first = decideSettings(scene(), save([change('look.banner', aPicture)]));
    expect(first.ok && valueAt(first.value.settings, 'look.banner')).toBe(aPicture);
    expect(first.ok && first.value.save.changes).toEqual([{ place: 'look.banner', from: '', to: toldValue('look.banner', aPicture) }]);
    const settled = savedOf([change('look.banner', aPicture)]);
    const seen = change('look.banner', '', toldValue('look.banner', aPicture));
    expect(valueAt(savedOf([seen], settled), 'look.banner')).toBe('');
    const overtaken = change('look.banner', '', toldValue('look.banner', `${aPicture}AAAA`));
    expect(decideSettings(scene({ settings: settled }), save([overtaken]))).toMatchObject({ problem: { kind: 'settings-changed', places: ['look.banner'] } });
  });

  test('003.2: what a partition sets wins, and what it leaves empty is as the deployment has it', () => {
    const deployment = { light: '#111111', dark: '#eeeeee', logo: '/logo.svg' };
    expect(brandUnder(deployment, usualLook)).toEqual({ ...deployment, greeting: '', banner: '' });
    expect(brandUnder(deployment, { greeting: 'Hello', banner: 'b', logo: 'l', light: '#222222', dark: '#dddddd' })).toEqual({
      greeting: 'Hello',
      banner: 'b',
      logo: 'l',
      light: '#222222',
      dark: '#dddddd',
    });
  });

  test('a light colour of its own has no dark one of somebody else’s beside it', () => {
    expect(brandUnder({ light: '#111111', dark: '#eeeeee' }, { ...usualLook, light: '#222222' }).dark).toBeUndefined();
    expect(brandUnder({ light: '#111111', dark: '#eeeeee' }, { ...usualLook, dark: '#dddddd' })).toMatchObject({ light: '#111111', dark: '#dddddd' });
  });
});

const chasing = (over: Partial<ChaseSettings>): ChaseSettings => ({ ...settings.chase.call, escalation: named<CallTemplateId>('chased'), ...over });

test('lists are the same when they hold the same in the same order', () => {
  expect([isSameValue([], []), isSameValue(['a', 'b'], ['a', 'b']), isSameValue(['a', 'b'], ['b', 'a']), isSameValue([], null)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('warnings', () => {
  test('000.23: a chase that leads to nothing is warned of, but only while people can chase', () => {
    expect(chaseWarnings(chasing({ setStatus: null, escalation: null }))).toEqual(['leads-to-nothing']);
    expect(chaseWarnings(chasing({ setStatus: 'in-progress', escalation: null }))).toEqual([]);
    expect(chaseWarnings(chasing({ enabled: false, setStatus: null, escalation: null }))).toEqual([]);
  });

  test('000.14: a high maximum is warned of', () => {
    expect(chaseWarnings(chasing({ maxChases: 5 }))).toEqual([]);
    expect(chaseWarnings(chasing({ maxChases: 6 }))).toEqual(['many-chases']);
  });
});

describe('the status after a chase', () => {
  const chased = aStatusRecord();
  const known = recordsOf([{ of: 'status', body: chased }]);

  test('000.11, 000.20: the list equals what is kept for that kind, and is open: every kind, every phase', () => {
    for (const kind of ['call', 'request'] as const satisfies readonly TicketKind[])
      for (const phase of ticketStatuses) {
        const { statusKeys } = nameableIn(recordsOf([{ of: 'status', body: aStatusRecord({ for: kind, phase }) }]));
        const isOpen = phase !== 'resolved' && phase !== 'closed';
        expect([...statusKeys[kind]]).toEqual(isOpen ? ['status/customer-chased'] : []);
        expect([...statusKeys[kind === 'call' ? 'request' : 'call']]).toEqual([]);
      }
  });

  test('is a phase as it always was, or the one that an administrator has named, with its phase', () => {
    for (const phase of chasePhases) {
      const policy = policyUnder(chasing({ setStatus: phase }), known);
      expect(policy).toMatchObject({ setStatus: phase });
      expect(policy.setNamed).toBeUndefined();
    }
    expect(policyUnder(chasing({ setStatus: 'status/customer-chased' }), known)).toMatchObject({
      setStatus: 'in-progress',
      setNamed: { id: chased.id, name: 'Customer chased', simple: null },
    });
  });

  test('is none where the one that was set is not there', () => {
    expect(policyUnder(chasing({ setStatus: 'status/gone' }), known)).toMatchObject({ setStatus: null });
  });

  test('is read back from a partition as it was set', () => {
    for (const setStatus of [null, ...chasePhases, 'status/customer-chased'] as const)
      expect(chaseSettingsOf(policyUnder(chasing({ setStatus, escalation: null }), known), [])).toMatchObject({ setStatus });
  });

  test('names its record, so that nobody takes it away', () => {
    const set = savedOf([change('chase.call.setStatus', 'status/chased')]);
    expect(recordsNamedIn(set)).toContain('status/chased');
    expect(recordsNamedIn(savedOf([change('chase.call.setStatus', 'in-progress', 'status/chased')], set)).filter((key) => key.startsWith('status/'))).toEqual(
      [],
    );
    expect(recordsNamedIn(set)).toContain('call-template/chased');
    expect(recordsNamedIn({ ...set, chat: { ...set.chat, groupIds: ['first' as GroupId] } })).toContain('group/first');
  });
});

describe('what people see', () => {
  test('003.8: whatever word is set for a phase is the partition’s for everybody, and no other is touched', () => {
    for (const phase of ticketStatuses)
      for (const word of simpleStatuses) {
        const before = aPartition();
        const { simpleStatus } = partitionUnder(before, savedOf([change(`simple-status.${phase}`, word)]), recordsOf([]));
        expect(simpleStatus).toEqual({ ...before.simpleStatus, [phase]: word });
      }
  });

  test('settings of a partition begin as what it shows now', () => {
    const simpleStatus = { ...aPartition().simpleStatus, closed: 'received' } as const;
    expect(settingsOf(aPartition({ simpleStatus }))['simple-status']).toEqual(simpleStatus);
  });
});
