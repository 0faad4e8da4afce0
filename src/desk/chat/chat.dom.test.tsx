import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { setChatQueue } from '../../actions/chat-at-the-desk.ts';
import { performOnTicket } from '../../actions/perform.ts';
import { saveReply } from '../../actions/reply-to-ticket.ts';
import { aChat, anAnalyst, anEntry, aPartition, aPerson, aTicket, named } from '../../domain/builders.testing.ts';
import type { ChatFact } from '../../domain/chat/chat.ts';
import type { Weekday } from '../../domain/chat/chat-hours.ts';
import type { Presence } from '../../domain/chat/presence.ts';
import { chatObstacle } from '../../domain/chat/presence.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { usualRights, type Right } from '../../domain/rights.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { observeChatsAtTheDesk, readChatsAtTheDesk } from '../../store/observe/chat-at-the-desk.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { ChatBanner, ChatScreen, DeskTicketPage } from '../desk-screens.ts';

afterEach(cleanup);
// Nothing has a size here.
globalThis.ResizeObserver = class {
  readonly observe = (): void => undefined;
  readonly unobserve = (): void => undefined;
  readonly disconnect = (): void => undefined;
};

const call = aTicket({ source: 'chat', chat: aChat('open') });
const council = aPartition({ chat: { enabled: true, hours: null, waitLimitMinutes: 15 } });

type Device = { readonly person: Person; readonly isListed?: boolean; readonly partition?: typeof council };

/** A device of somebody at the desk, where Ada's chat is open with Gus. */
const openDevice = async ({ person, isListed = true, partition = council }: Device): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), person);
  const presence: Presence = {
    id: person.id,
    name: person.name,
    partitionId: person.partitionId,
    availability: 'offline',
    since: 0,
    setBy: null,
    chat: null,
    obstacle: chatObstacle(person, isListed),
  };
  const said = anEntry({ id: named<EntryId>('said'), body: { kind: 'said', text: 'The screen stays black' } });
  await store.cache.people.put({ id: person.id, position: 1, body: person });
  await store.cache.partitions.put({ id: partition.id, position: 1, body: partition });
  await store.cache.chatQueues.put({
    id: partition.id,
    position: 1,
    body: { id: partition.id, isOnline: true, free: 0, there: 0, waiting: [], recentWaitsMs: [] },
  });
  if (isListed) await store.cache.presences.put({ id: person.id, position: 1, body: presence });
  await store.cache.tickets.put({ id: call.id, position: 1, body: call });
  await store.cache.entries.put({ id: said.id, ticketId: call.id, position: 1, body: said });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};

const openBanner = async (device: Device) => openPortal(await openDevice(device), '/', () => <Route path="/" component={ChatBanner} />);
const openChat = async (actions: ActionDeps) =>
  openPortal(actions, `/desk/chat/${call.id}`, () => <Route path="/desk/chat/:ticketId?" component={ChatScreen} />);

const without = (right: Right): Person => anAnalyst({ rights: usualRights(['employee', 'analyst']).filter((other) => other !== right) });

test('002.1: without a right to chat, and in a partition without chat, there is no availability box', async () => {
  const devices = [{ person: aPerson() }, { person: without('chat-analyst') }, { person: anAnalyst(), partition: aPartition() }];
  for (const device of devices) {
    const screen = openPortal(await openDevice(device), '/', () => (
      <Route
        path="/"
        component={() => (
          <>
            <ChatBanner />
            <p>the page</p>
          </>
        )}
      />
    ));
    await screen.findByText('the page');
    expect(screen.queryByRole('button')).toBeNull();
    screen.unmount();
  }
});

test('with everything there, one chooses what one is', async () => {
  const screen = await openBanner({ person: anAnalyst() });
  await screen.findByText('Online – Available');
  expect(screen.getByText('Online – Away')).toBeDefined();
});

test.each([
  ['the place on the list', { person: anAnalyst(), isListed: false }, /You are not listed as a chat analyst of Council Services/],
  ['Prompt to Save on Close', { person: without('prompt-to-save-on-close') }, /“Prompt to Save on Close” is switched off for you/],
  ['the right Chat Analyst', { person: aPerson({ roles: ['employee', 'chat-manager'] }) }, /The right “Chat Analyst” is missing/],
])('002.3: where %s is missing the box says so, and offers nothing', async (_, device, words) => {
  const screen = await openBanner(device);
  await screen.findByText(words);
  expect(screen.queryByText('Online – Available')).toBeNull();
});

test('a note that was begun on the call is not in the box of its chat, where the next Enter would tell it to the person', async () => {
  const actions = await openDevice({ person: anAnalyst() });
  await saveReply(actions, call.id, 'She sounds unsure.', 'desk');
  const screen = await openChat(actions);
  await screen.findByText('She sounds unsure.');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('who reads along in the chat of a colleague has no box in it', async () => {
  const actions = await openDevice({ person: anAnalyst({ id: named('hal'), name: 'Hal Novak' }) });
  const screen = await openChat(actions);
  await screen.findByText('Gus Green is in this chat.');
  await screen.findByText(/Gus Green has talked for/);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('whether a chat helped is seen by the desk, on its call', async () => {
  const actions = await openDevice({ person: anAnalyst() });
  await actions.store.cache.tickets.put({ id: call.id, position: 2, body: { ...call, chat: { ...aChat('ended'), rating: 'bad' } } });
  const page = openPortal(actions, `/desk/tickets/${call.id}`, () => <Route path="/desk/tickets/:ticketId" component={DeskTicketPage} />);
  await page.findByText(`${call.requester.name} said that the chat did not help.`);
});

const hal = anAnalyst({ id: named('hal'), name: 'Hal Novak' });
const wayToTheBox = { name: 'Go on writing there' } as const;

test('words that a colleague’s chat did not take, put back, are said to be in the box of the call: here is none', async () => {
  const actions = await openDevice({ person: hal });
  const id = await performOnTicket(actions, call.id, { kind: 'say', data: { text: 'Is the light on?' } });
  await actions.store.outbox.actions
    .where('id')
    .equals(id)
    .modify({ state: 'held', heldBecause: { kind: 'chat-taken', by: 'Gus Green' } });
  // Putting back goes to the box of the page it stands on.
  history.replaceState(null, '', `/desk/chat/${call.id}`);
  const screen = await openChat(actions);
  fireEvent.click(await screen.findByRole('button', { name: /^Put it back into the box/ }));
  await screen.findByText(/What you had begun to write is kept as a reply to the call\./);
  expect(screen.getByRole('link', wayToTheBox).getAttribute('href')).toBe(`/desk/tickets/${call.id}#reply`);
  expect((await actions.store.outbox.replies.get(call.id))?.text).toBe('Is the light on?');
});

test('what was half typed when the chat was given back, or went to a colleague, does not vanish without a word, nor the focus', async () => {
  const actions = await openDevice({ person: anAnalyst() });
  const becomes = (more: readonly ChatFact[]) =>
    actions.store.cache.tickets.update(call.id, { body: { ...call, chat: { facts: [...(call.chat?.facts ?? []), ...more] } } });
  const screen = await openChat(actions);
  const box = await screen.findByRole('textbox');
  fireEvent.input(box, { target: { value: 'The answer is long, so' } });
  box.focus();
  const back: ChatFact = { kind: 'given-back', id: named('back'), at: Date.now() };
  await becomes([back]);
  await screen.findByRole('link', wayToTheBox);
  await becomes([]);
  (await screen.findByRole('textbox')).focus();
  await becomes([back, { kind: 'accepted', id: named('taken'), at: Date.now(), by: hal }]);
  await screen.findByText('Hal Novak is in this chat.');
  await screen.findByRole('link', wayToTheBox);
  expect(document.activeElement?.textContent).toBe('Hal Novak is in this chat.');
});

test('a note that was begun is kept as a note where there is no box for it', async () => {
  const actions = await openDevice({ person: hal });
  await saveReply(actions, call.id, 'She sounds unsure.', 'desk');
  const screen = await openChat(actions);
  await screen.findByText(/The internal note that you had begun is kept on the call\./);
});

test('what a colleague notes on the call stands in the window of its chat, marked as internal', async () => {
  const actions = await openDevice({ person: anAnalyst() });
  const note = anEntry({ id: named<EntryId>('note'), by: { id: hal.id, name: hal.name, side: 'desk' }, body: { kind: 'note', text: 'It is the old driver.' } });
  await actions.store.cache.entries.put({ id: note.id, ticketId: call.id, position: 2, body: note });
  const screen = await openChat(actions);
  const entry = (await screen.findByText('It is the old driver.')).closest('li');
  expect(entry?.textContent).toContain('Internal note');
});

describe('where chat is off in the settings', () => {
  const off = aPartition({ chat: { enabled: false, hours: null, waitLimitMinutes: 15 } });
  const mia = aPerson({ id: named('mia'), name: 'Mia Lindqvist', roles: ['employee', 'chat-manager'] });
  const openAt = (path: string, actions: ActionDeps) => openPortal(actions, path, () => <Route path="/desk/chat/:ticketId?" component={ChatScreen} />);

  test('the queue is not said to be online', async () => {
    const screen = openAt('/desk/chat', await openDevice({ person: anAnalyst(), partition: off }));
    await screen.findByText('Off in the portal settings');
    expect(screen.queryByText('Online')).toBeNull();
  });

  test('nor is it to its manager, who has nothing to switch there', async () => {
    const actions = await openDevice({ person: mia, partition: off });
    const screen = openAt('/desk/chat/manager', actions);
    await screen.findByText('Off in the portal settings');
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
    expect(screen.queryByText('Online')).toBeNull();
  });

  test('a switch that came too late is refused with the reason', async () => {
    const actions = await openDevice({ person: mia, partition: off });
    const id = await setChatQueue(actions, off.id, true);
    await actions.store.outbox.actions.where({ id }).modify({ state: 'held', heldBecause: { kind: 'not-found' } });
    const screen = openAt('/desk/chat/manager', actions);
    await screen.findByText('Chat is off in the portal settings, so there is nothing to switch.');
  });
});

test('outside the hours the queue says so, on its page and on that of its manager', async () => {
  const { days, zone } = { days: [((new Date().getUTCDay() + 2) % 7) + 1] as Weekday[], zone: 'UTC' };
  const partition = aPartition({ chat: { enabled: true, hours: { days, fromMinute: 480, toMinute: 540, zone }, waitLimitMinutes: 15 } });
  const manager = anAnalyst({ roles: ['employee', 'analyst', 'chat-manager'], rights: usualRights(['employee', 'analyst', 'chat-manager']) });
  for (const path of ['/desk/chat', '/desk/chat/manager']) {
    const actions = await openDevice({ person: manager, partition });
    const screen = openPortal(actions, path, () => <Route path="/desk/chat/:ticketId?" component={ChatScreen} />);
    await screen.findByText('Outside the hours');
    expect(screen.queryByText('Online')).toBeNull();
    screen.unmount();
  }
});

test('whoever may chat no more in the middle of a chat reads that its person waits for somebody else', async () => {
  const screen = await openChat(await openDevice({ person: aPerson() }));
  await screen.findByText(/If you were in this chat, it went back into the queue/);
});

test.each([
  ['lost the connection', 'Gus Green lost the connection. The chat waited for somebody again.', /The desk lost the analyst/, {}],
  ['left', 'Gus Green had to leave the chat. It waited for somebody again.', /The analyst had to leave/, { because: 'left' }],
] as const)('of an analyst who %s the history and the foot of the chat say that, and nothing else', async (_, history, foot, reason) => {
  const actions = await openDevice({ person: anAnalyst() });
  const back = named<EntryId>('back');
  const facts = [...aChat('open').facts, { kind: 'given-back', id: back, at: 5, ...reason } as const];
  await actions.store.cache.tickets.put({ id: call.id, position: 2, body: { ...call, chat: { facts } } });
  const entry = anEntry({ id: back, by: null, body: { kind: 'chat-given-back', analyst: 'Gus Green', ...reason } });
  await actions.store.cache.entries.put({ id: back, ticketId: call.id, position: 2, body: entry });
  const screen = await openChat(actions);
  await screen.findByText(history);
  await screen.findByText(foot);
});

test('whose Prompt to Save on Close is taken in the middle of a chat reads in the banner that they are in it', async () => {
  const screen = await openBanner({ person: without('prompt-to-save-on-close') });
  await screen.findByRole('button', { name: /Your chat availability: In a chat/ });
});

test('whoever is taken off the list in the middle of a chat is told so, though the desk still tells of them: they choose nothing, and manage no queue', async () => {
  const both = anAnalyst({ roles: ['employee', 'analyst', 'chat-manager'] });
  const actions = await openDevice({ person: both });
  await actions.store.cache.presences.update(both.id, {
    body: {
      id: both.id,
      name: both.name,
      partitionId: both.partitionId,
      availability: 'available',
      since: 1,
      setBy: null,
      chat: { ticketId: call.id, with: 'Ada Lovell' },
      obstacle: 'not-listed',
    } satisfies Presence,
  });
  expect(await readChatsAtTheDesk(actions.store)).toMatchObject({ me: null, obstacle: 'not-listed', presences: [{}] });
  const screen = openPortal(actions, '/desk/chat/manager', () => <Route path="/desk/chat/:ticketId?" component={ChatScreen} />);
  await screen.findByText('You are not listed for this partition');
});

test('a chat manager reads what somebody is after their chat, and is offered to bring in nobody who is not signed in', async () => {
  const mia = aPerson({ id: named('mia'), name: 'Mia Lindqvist', roles: ['employee', 'chat-manager'] });
  const actions = await openDevice({ person: mia });
  const one = { partitionId: mia.partitionId, since: 1, setBy: null, chat: null, obstacle: null };
  const gus: Presence = {
    ...one,
    id: named('gus'),
    name: 'Gus Green',
    availability: 'available',
    chat: { ticketId: call.id, with: 'Ada Lovell' },
    isThere: true,
  };
  const hal: Presence = { ...one, id: named('hal'), name: 'Hal Novak', availability: 'offline', isThere: false };
  for (const body of [gus, hal]) await actions.store.cache.presences.put({ id: body.id, position: 1, body });
  const screen = openPortal(actions, '/desk/chat/manager', () => <Route path="/desk/chat/:ticketId?" component={ChatScreen} />);
  const rowOf = async (name: string) => within((await screen.findByRole('rowheader', { name })).closest('tr') as HTMLElement);
  (await rowOf('Gus Green')).getByRole('button', { name: 'Status of Gus Green: In a chat · then Away' });
  const row = await rowOf('Hal Novak');
  row.getByText('Hal Novak is not signed in just now: nobody would answer.');
  expect(row.queryByText('Online – Available')).toBeNull();
  expect(row.getByText('Offline', { selector: '.choice-item' })).toBeDefined();
});

test('after a chat its analyst is offered the next one, where there is one', async () => {
  const over = async (partition: typeof council) => {
    const actions = await openDevice({ person: anAnalyst(), partition });
    await actions.store.cache.tickets.put({ id: call.id, position: 2, body: { ...call, chat: aChat('ended') } });
    const screen = await openChat(actions);
    await screen.findByText('This chat has ended.');
    // Asked after the page has, so it is answered after it.
    await new Promise((resolve) => observeChatsAtTheDesk(actions.store).subscribe(resolve));
    return screen.queryByRole('button', { name: 'Make me available' });
  };
  expect(await over(council)).not.toBe(null);
  cleanup();
  expect(await over(aPartition({ chat: { enabled: false, hours: null, waitLimitMinutes: 15 } }))).toBe(null);
});
