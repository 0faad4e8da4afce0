import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPerson, aPersonRecord, aRegistration, aRegistrationDecision, named, noon } from '../builders.testing.ts';
import type { PartitionId, PersonId } from '../ids.ts';
import { isDomain } from '../records/portal-record.ts';
import { accountFor } from './account-for.ts';
import { decideRegistration } from './decide-registration.ts';
import {
  isAllowedDomain,
  longestReason,
  mayDecideRegistration,
  registrationProblems,
  registrationRefusal,
  tidied,
  type RegistrationOffer,
} from './registration.ts';

const offer: RegistrationOffer = { partitions: [{ id: named<PartitionId>('council'), name: 'Council' }], domains: ['example.org'] };
const registration = aRegistration();
const { details } = registration;
const nameAndPlace = { name: details.name, partitionId: details.partitionId };
const gus = aPerson({ id: named<PersonId>('gus'), name: 'Gus', roles: ['employee', 'analyst'] });

test('a domain holds its own addresses and those below it, and no other that only ends so', () => {
  const label = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(label, label, label, (one, two, below) => {
      const domain = `${one}.${two}`;
      expect(isAllowedDomain(`zoe@${domain.toUpperCase()}`, [domain])).toBe(true);
      expect(isAllowedDomain(`zoe@${below}.${domain}`, [domain])).toBe(true);
      expect(isAllowedDomain(`zoe@${below}${domain}`, [domain])).toBe(false);
      expect(isAllowedDomain(`zoe@${domain}.${below}`, [domain])).toBe(`${one}.${two}.${below}`.endsWith(`.${domain}`));
      expect(isAllowedDomain(`zoe@${domain}`, [])).toBe(true);
    }),
  );
});

test('whatever is typed is either refused or short enough to be kept', () => {
  const anything = fc.record({ name: fc.string(), email: fc.string(), partitionId: fc.constant(details.partitionId), phone: fc.string(), reason: fc.string() });
  fc.assert(
    fc.property(anything, (typed) => {
      const tidy = tidied(typed);
      expect(tidied(tidy)).toEqual(tidy);
      if (registrationProblems(tidy, offer).length > 0) return;
      expect(tidy.name.length).toBeGreaterThan(0);
      expect(tidy.email).toMatch(/^\S+@\S+\.\S+$/);
    }),
  );
});

test.each([
  ['', true],
  ['+45 12 34 56 78', true],
  ['(555) 0101/22.3-4', true],
  ['555 0101 ext. 12', true],
  ['020 7946 0958 x3', true],
  ['555-0101, ext. 5', true],
  ['Ext 4711', true],
  ['020‑7946', true],
  ['‪+45 12 34 56 78‬', true],
  ['٠١٢٣', true],
  ['12', false],
  ['call me maybe', false],
  ['555 0101 ask for Zoë', false],
  ['ext.', false],
  ['555 0101, 555 0102', false],
  ['555 0101 ext.', false],
  ['<555 0101>', false],
])('whether “%s” can be somebody’s telephone number: %s', (phone, is) => {
  expect(registrationProblems(tidied({ ...details, phone }), offer)).toEqual(is ? [] : [{ field: 'phone', problem: 'not-a-phone-number' }]);
});

test('closed comes before everything else, and what is wrong before where it is', () => {
  expect(registrationRefusal({ ...details, name: '' }, null)).toEqual({ kind: 'registration-closed' });
  expect(registrationRefusal({ ...details, name: '', email: 'a@b.example' }, offer)).toMatchObject({ kind: 'registration-not-accepted' });
  expect(registrationRefusal({ ...details, email: 'a@b.example' }, offer)).toEqual({ kind: 'domain-not-allowed', domains: ['example.org'] });
  expect(registrationRefusal(details, offer)).toBe(null);
});

test('analysts of the partition decide, and whoever sets up the portal, and nobody else', () => {
  const elsewhere = named<PartitionId>('hospital');
  expect(mayDecideRegistration(gus, registration)).toBe(true);
  expect(mayDecideRegistration({ ...gus, partitionId: elsewhere }, registration)).toBe(false);
  expect(mayDecideRegistration({ ...gus, roles: ['employee'] }, registration)).toBe(false);
  expect(mayDecideRegistration({ ...gus, partitionId: elsewhere, roles: [], rights: ['self-service-portal-setup'] }, registration)).toBe(true);
});

describe('deciding', () => {
  const scene = { actor: gus, registration, people: [], now: noon };

  test('is done once', () => {
    const first = decideRegistration(scene, aRegistrationDecision('approve-registration', { reason: ' Welcome ' }));
    expect(first).toMatchObject({ ok: true, value: { decision: { kind: 'approved', by: { name: 'Gus' }, reason: 'Welcome' } } });
    if (!first.ok) return;
    const second = decideRegistration({ ...scene, registration: first.value }, aRegistrationDecision('decline-registration'));
    expect(second).toEqual({ ok: false, problem: { kind: 'record-changed', by: 'Gus', at: noon } });
  });

  test('nobody is made twice, but may be declined', () => {
    const people = [aPersonRecord({ email: 'ZOE@example.org' })];
    expect(decideRegistration({ ...scene, people }, aRegistrationDecision('approve-registration'))).toMatchObject({
      problem: { kind: 'record-not-accepted' },
    });
    expect(decideRegistration({ ...scene, people }, aRegistrationDecision('decline-registration'))).toMatchObject({ ok: true });
  });

  test('whoever has left comes back as who they were, with nothing of what they were allowed to do', () => {
    const left = aPersonRecord({ id: named<PersonId>('z'), email: 'Zoe@Example.org', userName: 'zoe', roles: ['employee', 'administrator'], hasLeft: true });
    const approved = decideRegistration({ ...scene, people: [left] }, aRegistrationDecision('approve-registration'));
    expect(approved).toMatchObject({ ok: true, value: { personId: 'z' } });
    expect(accountFor(registration, [left])).toEqual({
      from: left,
      to: { ...left, ...nameAndPlace, email: details.email, roles: ['employee'], hasLeft: false },
    });
  });

  test('nobody becomes somebody else by an address that the other one only signs in with: it gets a number', () => {
    const [left, there] = [aPersonRecord({ id: named<PersonId>('a'), hasLeft: true }), aPersonRecord({ id: named<PersonId>('b') })];
    for (const other of [left, there]) {
      const account = accountFor(registration, [{ ...other, userName: details.email.toUpperCase() }]);
      expect(account).toMatchObject({ from: null, to: { id: registration.personId, userName: `${details.email}-2`, email: details.email } });
    }
    const both = [
      { ...left, userName: details.email },
      { ...there, userName: `${details.email}-2` },
    ];
    expect(accountFor(registration, both)?.to.userName).toBe(`${details.email}-3`);
  });

  test('somebody who is there keeps the address from whoever has left', () => {
    const people = [aPersonRecord({ email: details.email, hasLeft: true }), aPersonRecord({ id: named<PersonId>('b'), email: details.email })];
    expect(accountFor(registration, people)).toBe(null);
  });

  test('what is not there, and what is nobody’s business, is answered alike', () => {
    const decline = aRegistrationDecision('decline-registration');
    const answers = [decideRegistration({ ...scene, registration: null }, decline), decideRegistration({ ...scene, actor: aPerson() }, decline)];
    expect(answers).toEqual([0, 1].map(() => ({ ok: false, problem: { kind: 'not-found' } })));
  });

  test('a reason fits into a letter', () => {
    const action = aRegistrationDecision('decline-registration', { reason: 'x'.repeat(longestReason + 1) });
    expect(decideRegistration(scene, action)).toMatchObject({ problem: { kind: 'text-too-long', maxLength: longestReason } });
  });
});

test.each([
  ['example.org', true],
  ['mail.example.co.uk', true],
  ['xn--bcher-kva.example', true],
  ['example', false],
  ['.example.org', false],
  ['-a.example', false],
  ['exa mple.org', false],
  ['@example.org', false],
])('whether “%s” is a domain: %s', (text, is) => {
  expect(isDomain(text)).toBe(is);
});
