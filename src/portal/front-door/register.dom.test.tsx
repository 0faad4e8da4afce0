import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { keepRegistrationDraft, register, takeUpRegistration } from '../../actions/register.ts';
import { PortalContext, type FrontDoor } from '../../app-context.ts';
import type { PartitionId, RegistrationId } from '../../domain/ids.ts';
import type { RegistrationOffer, RegistrationRefusal } from '../../domain/registration/registration.ts';
import { enFrontDoor } from '../../i18n/en-front-door.ts';
import { learn } from '../../i18n/translate.ts';
import { openRegistrationDb, readOwnRegistrations, type OwnRegistration } from '../../store/registration-db.ts';
import { RegisterNotice } from './register-notice.tsx';
import { RegisterPage } from './register-page.tsx';

learn(enFrontDoor);
afterEach(cleanup);

const answers = { name: 'Zoë', email: 'zoe@example.org', partitionId: 'council' as PartitionId, phone: '', reason: 'To ask' };

const offer: RegistrationOffer = {
  partitions: [
    { id: answers.partitionId, name: 'Council' },
    { id: 'hospital' as PartitionId, name: 'Hospital Trust' },
  ],
  domains: [],
};

/** A device on which Zoë has registered, and how it stands. */
const openDevice = async (stands: Partial<OwnRegistration>): Promise<FrontDoor> => {
  const registering = { db: openRegistrationDb(v7()), now: Date.now, newId: v7, onPerformed: () => undefined };
  const id = await register(registering, answers, 'Council');
  await registering.db.registrations.update(id, stands);
  return { registering, offer: () => null, askOffer: async () => undefined } as Partial<FrontDoor> as FrontDoor;
};
const openPage = (desk: FrontDoor) => render(() => <RegisterPage desk={desk} />);
/** With what stands beside signing in. */
const openWithNotice = (desk: FrontDoor) => {
  const portal = { frontDoor: async () => desk } as Partial<PortalContext> as PortalContext;
  return render(() => (
    <PortalContext.Provider value={portal}>
      <RegisterPage desk={desk} />
      <RegisterNotice />
    </PortalContext.Provider>
  ));
};

test('a desk that takes no more for now is not called one that cannot be reached', async () => {
  const page = openPage(await openDevice({ tries: 3, isTooMany: true, retryAt: Date.now() + 150_000 }));
  await page.findByText(/^Too many registrations came from here just now\. .* in about 3 minutes\.$/);
  expect(page.queryByText(/could not be reached/)).toBe(null);
});

test('a desk that cannot be reached is called so', async () => {
  const page = openPage(await openDevice({ tries: 3, isTooMany: false, retryAt: Date.now() + 150_000 }));
  await page.findByText(/could not be reached/);
});

test('what was sent can be taken off the device before anybody has decided, and put back', async () => {
  const desk = await openDevice({ state: 'sent', desk: 'received' });
  const { db } = desk.registering;
  const before = await db.registrations.toArray();
  const page = openPage(desk);
  fireEvent.click(await page.findByRole('button', { name: 'Take it off this device' }));
  const back = await page.findByRole('button', { name: 'Put it back' });
  expect(page.getByRole('status').textContent).toContain('What the desk decides still comes to zoe@example.org.');
  expect(await db.registrations.count()).toBe(0);
  await waitFor(() => expect(document.activeElement).toBe(back));
  fireEvent.click(back);
  await page.findByText('The desk is looking at it');
  expect(await db.registrations.toArray()).toEqual(before);
  expect(page.queryByRole('button', { name: 'Put it back' })).toBe(null);
});

test('what waits to be sent can be taken off the device by whoever shares it, and put back', async () => {
  const desk = await openDevice({ tries: 3, isTooMany: true, retryAt: Date.now() + 150_000 });
  const { db } = desk.registering;
  const before = await db.registrations.toArray();
  const page = openPage({ ...desk, offer: () => offer });
  fireEvent.click(await page.findByRole('button', { name: 'Take it off this device' }));
  const back = await page.findByRole('button', { name: 'Put it back' });
  // A try without an answer may have arrived: nothing is promised but that there is no other.
  expect(page.getByRole('status').textContent).toContain('not sent any more. Should the desk have it already, the answer comes to zoe@example.org.');
  await page.findByRole('heading', { name: 'What is your name?' });
  expect(await db.registrations.count()).toBe(0);
  await waitFor(() => expect(document.activeElement).toBe(back));
  fireEvent.click(back);
  await page.findByText('Waiting to send');
  expect(await db.registrations.toArray()).toEqual(before);
});

test('whoever takes off one after the other is at the button that puts the last one back', async () => {
  const desk = await openDevice({});
  await register(desk.registering, { ...answers, email: 'yan@example.org' }, 'Council');
  const page = openPage(desk);
  const takeOffNext = async (): Promise<void> => {
    const [next] = await page.findAllByRole('button', { name: 'Take it off this device' });
    if (!next) throw new Error('nothing to take off');
    next.focus();
    fireEvent.click(next);
  };
  await takeOffNext();
  await page.findByText(/yan@example\.org/, { selector: '[role="status"] *' });
  await takeOffNext();
  await page.findByText(/zoe@example\.org/, { selector: '[role="status"] *' });
  await waitFor(() => expect(document.activeElement).toBe(page.getByRole('button', { name: 'Put it back' })));
});

const refusals: readonly (readonly [string, RegistrationRefusal, string, string])[] = [
  [
    'where its address may not be',
    { kind: 'domain-not-allowed', domains: ['x.example'] },
    'What is your e\u2011mail address?',
    'Addresses here end in x.example. Use one of those.',
  ],
  [
    'whose place is gone',
    { kind: 'registration-not-accepted', problems: [{ field: 'partitionId', problem: 'missing' }] },
    'Where do you belong?',
    'Choose one.',
  ],
];

test.each(refusals)('one that was refused, %s, opens at that question, with what is wrong with it', async (_, refusal, question, words) => {
  let timesAsked = 0;
  const desk = await openDevice({ state: 'held', heldBecause: refusal });
  // What the device heard last finds nothing wrong.
  const page = openPage({ ...desk, offer: () => offer, askOffer: async () => void (timesAsked += 1) });
  fireEvent.click(await page.findByRole('button', { name: 'Change it and send it again' }));
  await page.findByRole('heading', { level: 1, name: question });
  expect(page.getByRole('alert').textContent).toBe(words);
  expect(page.container.querySelector('[aria-invalid="true"]')).not.toBe(null);
  expect(timesAsked).toBe(2);
});

test('what the desk said of an answer is said until it is another answer', async () => {
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'domain-not-allowed', domains: ['x.example'] } });
  const page = openPage({ ...desk, offer: () => offer });
  fireEvent.click(await page.findByRole('button', { name: 'Change it and send it again' }));
  const field = await page.findByRole('textbox', { name: 'What is your e\u2011mail address?' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  fireEvent.input(field, { target: { value: 'zoe@x.example' } });
  await waitFor(() => expect(page.queryByRole('alert')).toBe(null));
  expect(field.getAttribute('aria-invalid')).toBe(null);
});

test('a refusal that is about no question is said where the answers are looked at', async () => {
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'id-already-used' } });
  const page = openPage({ ...desk, offer: () => offer });
  fireEvent.click(await page.findByRole('button', { name: 'Change it and send it again' }));
  await page.findByRole('heading', { level: 1, name: 'Check your answers' });
  expect(page.getByRole('alert').textContent).toBe('The desk could not take it as it is. Look at your answers once more.');
});

test('one that came while nobody could register goes out again as it is, and says nothing of closed doors once they are open', async () => {
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'registration-closed' }, tries: 2, retryAt: Date.now() + 150_000 });
  const { db } = desk.registering;
  const [before] = await readOwnRegistrations(db);
  let nudged = 0;
  const registering = { ...desk.registering, onPerformed: () => void (nudged += 1) };
  const page = openPage({ ...desk, registering, offer: () => offer });
  await page.findByText('Nobody could register when it reached the desk. That is possible again: nothing has to be changed.');
  expect(page.queryByText(/^Nobody can register here now/)).toBe(null);
  const again = page.getByRole('button', { name: 'Try again' });
  again.focus();
  fireEvent.click(again);
  await page.findByText('Waiting to send');
  expect(document.activeElement).toBe(page.getByRole('button', { name: 'Try again' }));
  expect(nudged).toBe(1);
  const [after] = await readOwnRegistrations(db);
  expect(after).toEqual({ ...before, state: 'waiting', heldBecause: null, tries: 0, retryAt: null, action: { ...before?.action, id: expect.any(String) } });
  // The desk has answered that one for ever.
  expect(after?.action.id).not.toBe(before?.action.id);
});

test('the desk is asked whether it is open again as soon as one came while nobody could register', async () => {
  let timesAsked = 0;
  const desk = await openDevice({});
  const page = openPage({ ...desk, offer: () => offer, askOffer: async () => void (timesAsked += 1) });
  await page.findByText('Waiting to send');
  const [own] = await desk.registering.db.registrations.toArray();
  await desk.registering.db.registrations.update(own?.id as RegistrationId, { state: 'held', heldBecause: { kind: 'registration-closed' } });
  await page.findByText('Needs you');
  expect(timesAsked).toBe(2);
});

test('whoever tries again hears whether it is open by now', async () => {
  let timesAsked = 0;
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'registration-closed' } });
  const page = openPage({ ...desk, askOffer: async () => void (timesAsked += 1) });
  fireEvent.click(await page.findByRole('button', { name: 'Try again' }));
  await page.findByText('Waiting to send');
  await waitFor(() => expect(timesAsked).toBe(2));
});

test('the last look does not say that nobody can register once people can', async () => {
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'registration-closed' } });
  const page = openPage({ ...desk, offer: () => offer });
  fireEvent.click(await page.findByRole('button', { name: 'Change it and send it again' }));
  await page.findByRole('heading', { level: 1, name: 'Check your answers' });
  expect(page.queryByRole('alert')).toBe(null);
});

test('of two with one address the newer one stands first, and each says when it was asked for, also once it is decided', async () => {
  const desk = await openDevice({ state: 'sent', desk: 'approved' });
  const { registering } = desk;
  await register({ ...registering, now: () => Date.UTC(2026, 10, 20, 12) }, answers, 'Council');
  const [first, second] = await readOwnRegistrations(registering.db);
  await registering.db.registrations.update(first?.id as RegistrationId, { 'action.at': Date.UTC(2026, 10, 18, 12) });
  await registering.db.registrations.update(second?.id as RegistrationId, { state: 'sent', desk: 'declined' });
  const page = openWithNotice(desk);
  await page.findByRole('region', { name: 'Your registration' });
  const days = page.getAllByText(/^Asked for on /).map(({ textContent }) => /\d+ November|November \d+/.exec(textContent)?.[0].replace(/\D/g, ''));
  expect(days).toEqual(['20', '18', '20', '18']);
  expect(page.getAllByText(/^(Approved|Declined)$/).map(({ textContent }) => textContent)).toEqual(['Declined', 'Approved', 'Declined', 'Approved']);
});

test('what is no telephone number is told at its question', async () => {
  const desk = await openDevice({});
  await desk.registering.db.registrations.clear();
  await keepRegistrationDraft(desk.registering, answers, 'phone');
  const page = openPage({ ...desk, offer: () => offer });
  const field = await page.findByRole('textbox', { name: 'Is there a telephone number for you?' });
  fireEvent.input(field, { target: { value: 'call me maybe' } });
  fireEvent.click(page.getByRole('button', { name: 'Go on' }));
  expect((await page.findByRole('alert')).textContent).toBe('Write a number such as +45 12 34 56 78 or 555 0101 ext. 12, or leave it empty.');
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: '555 0101 ext. 12' } });
  fireEvent.click(page.getByRole('button', { name: 'Go on' }));
  await page.findByRole('heading', { level: 1, name: 'What do you need the account for?' });
});

test('one that waits and is changed has nothing wrong with it', async () => {
  const page = openPage({ ...(await openDevice({})), offer: () => offer });
  fireEvent.click(await page.findByRole('button', { name: 'Change it and send it again' }));
  await page.findByRole('heading', { level: 1, name: 'Check your answers' });
  expect(page.queryByRole('alert')).toBe(null);
});

test.each(['approved', 'declined'] as const)(
  'one that is %s shows the address alone: what was decided may have been asked for under another name',
  async (decided) => {
    const desk = await openDevice({ state: 'sent', desk: decided });
    const page = openWithNotice(desk);
    await page.findByRole('heading', { name: answers.email });
    await page.findByRole('region', { name: 'Your registration' });
    expect(page.getAllByText(answers.email, { selector: 'bdi' })).toHaveLength(2);
    expect(page.queryByText('Zoë')).toBe(null);
    expect(page.queryByText('Council')).toBe(null);
  },
);

test('one that the desk still looks at shows what was asked for, whoever has an account already', async () => {
  const page = openPage(await openDevice({ state: 'sent', desk: 'received' }));
  await page.findByRole('heading', { name: 'Zoë' });
  expect(page.getByText('Council')).toBeTruthy();
});

test('a telephone number is not read backwards where the words around it run from right to left', async () => {
  const desk = await openDevice({});
  await keepRegistrationDraft(desk.registering, { ...answers, phone: '+45 12 34 56 78' }, 'review');
  const page = openPage({ ...desk, offer: () => offer });
  expect((await page.findByText('+45 12 34 56 78')).closest('[dir="auto"], bdi')).not.toBe(null);
});

test('what was taken up for changing is seen while nobody can register, beside the others, and can be taken off and put back', async () => {
  const desk = await openDevice({ state: 'held', heldBecause: { kind: 'registration-closed' } });
  await register(desk.registering, { ...answers, name: 'Yan', email: 'yan@example.org' }, 'Council');
  const { db } = desk.registering;
  const [zoe] = (await db.registrations.toArray()).filter(({ state }) => state === 'held');
  await takeUpRegistration(desk.registering, zoe?.id as RegistrationId);
  const before = await db.drafts.toArray();
  const page = openPage(desk);
  await page.findByRole('heading', { name: 'Yan' });
  const card = within((await page.findByRole('heading', { name: 'Zoë' })).closest('li') as HTMLElement);
  expect(card.getByText('Not sent')).toBeTruthy();
  fireEvent.click(card.getByRole('button', { name: 'Take it off this device' }));
  const back = await page.findByRole('button', { name: 'Put it back' });
  expect(await db.drafts.count()).toBe(0);
  await waitFor(() => expect(page.queryByRole('heading', { name: 'Zoë' })).toBe(null));
  fireEvent.click(back);
  await page.findByRole('heading', { name: 'Zoë' });
  expect(await db.drafts.toArray()).toEqual(before);
});

/** Somebody answers for another account, beside the one that was asked for here, and has come to this question. */
const begins = async (said: Partial<typeof answers>, step: string) => {
  const desk = { ...(await openDevice({})), offer: () => offer };
  await keepRegistrationDraft(desk.registering, { ...answers, ...said }, step);
  return { desk, page: openPage(desk) };
};

test('what was answered and is not wanted any more can be put back', async () => {
  const { desk, page } = await begins({ name: 'Yan', email: 'yan@example.org' }, 'phone');
  const { db } = desk.registering;
  fireEvent.input(await page.findByRole('textbox', { name: 'Is there a telephone number for you?' }), { target: { value: '555 0101' } });
  fireEvent.click(page.getByRole('button', { name: 'Never mind' }));
  const back = await page.findByRole('button', { name: 'Put it back' });
  expect(await db.drafts.count()).toBe(0);
  fireEvent.click(back);
  const field = await page.findByRole<HTMLInputElement>('textbox', { name: 'Is there a telephone number for you?' });
  expect(field.value).toBe('555 0101');
  expect(await db.drafts.toArray()).toMatchObject([{ answers: { name: 'Yan', email: 'yan@example.org', phone: '555 0101' } }]);
});

test('what was not wanted any more is no news once another one is on its way', async () => {
  const { desk, page } = await begins({ name: 'Yan', email: 'yan@example.org' }, 'phone');
  fireEvent.click(await page.findByRole('button', { name: 'Never mind' }));
  await page.findByRole('button', { name: 'Put it back' });
  fireEvent.click(page.getByRole('button', { name: 'Ask for another account' }));
  await page.findByRole('heading', { name: 'What is your name?' });
  await register(desk.registering, { ...answers, name: 'Xia', email: 'xia@example.org' }, 'Council');
  await page.findByText('xia@example.org');
  expect(page.queryByRole('button', { name: 'Put it back' })).toBe(null);
});

test('where nothing was answered yet there is nothing to put back', async () => {
  const { page } = await begins({ name: '', email: '' }, 'name');
  fireEvent.click(await page.findByRole('button', { name: 'Never mind' }));
  await page.findByRole('heading', { name: 'Your registration' });
  expect(page.queryByRole('button', { name: 'Put it back' })).toBe(null);
});

test('the way to it stands at the front door; what nobody has begun does not', async () => {
  const desk = await openDevice({});
  await desk.registering.db.registrations.clear();
  const page = openWithNotice(desk);
  await keepRegistrationDraft(desk.registering, { name: '', email: '', partitionId: '' as PartitionId, phone: '', reason: '' }, 'name');
  await page.findByRole('heading', { level: 1, name: 'Nobody can register here now' });
  expect(page.queryByRole('link', { name: 'See how it stands' })).toBe(null);
  await keepRegistrationDraft(desk.registering, answers, 'review');
  const notice = within(await page.findByRole('region', { name: 'Your registration' }));
  expect(notice.getByText('Zoë')).toBeTruthy();
  expect(notice.getByRole('link', { name: 'See how it stands' })).toBeTruthy();
});

test('while nobody can register nothing is taken up for changing: it could not be sent', async () => {
  const page = openPage(await openDevice({ state: 'held', heldBecause: { kind: 'registration-closed' } }));
  await page.findByRole('heading', { name: 'Zoë' });
  expect(page.queryByRole('button', { name: 'Change it and send it again' })).toBe(null);
});

test('where there is one partition by now, it is that one, whatever was answered while there were more', async () => {
  const desk = await openDevice({});
  const { db } = desk.registering;
  await db.registrations.clear();
  await keepRegistrationDraft(desk.registering, answers, 'review');
  const hospital = { id: 'hospital' as PartitionId, name: 'Hospital Trust' };
  const page = openPage({ ...desk, offer: () => ({ ...offer, partitions: [hospital] }) });
  fireEvent.click(await page.findByRole('button', { name: 'Ask for an account' }));
  await waitFor(async () =>
    expect(await db.registrations.toArray()).toMatchObject([{ partitionName: hospital.name, action: { data: { name: 'Zoë', partitionId: hospital.id } } }]),
  );
});
