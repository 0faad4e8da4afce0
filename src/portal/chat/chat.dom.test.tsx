import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { leaveMessage, saveChatDraft } from '../../actions/chat.ts';
import { saveReply } from '../../actions/reply-to-ticket.ts';
import { aChat, aChatQueue, aPartition, aPerson, aTicket, anEntry, named } from '../../domain/builders.testing.ts';
import type { Chat as ChatOfTicket, ChatState } from '../../domain/chat/chat.ts';
import type { PartitionId, PersonId } from '../../domain/ids.ts';
import { observeChat } from '../../store/observe/chat.ts';
import { readTicketPage } from '../../store/observe/ticket.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { announce, Announcer } from '../../ui/announcer.tsx';
import { openPortal } from '../portal.testing.tsx';
import { Chat } from './chat-screens.ts';
import { transcriptOf } from './transcript.ts';

afterEach(() => {
  cleanup();
  // What was put away.
  localStorage.clear();
});
// Nothing has a size here, and the native dialog opens itself.
globalThis.ResizeObserver = class {
  readonly observe = (): void => undefined;
  readonly unobserve = (): void => undefined;
  readonly disconnect = (): void => undefined;
};

const person = aPerson({ rights: ['chat-user'] });
const partition = aPartition({ chat: { enabled: true, hours: null, waitLimitMinutes: 15 } });

const ofNow = (kind: ChatState['kind']): ChatOfTicket => {
  const { facts } = aChat(kind);
  return { facts: facts.map((fact) => ({ ...fact, at: Date.now() - 1_000 })) };
};
const says = async ({ store }: ActionDeps, kind: ChatState['kind']): Promise<void> => {
  const call = aTicket({ source: 'chat', chat: ofNow(kind) });
  await store.cache.tickets.put({ id: call.id, position: 1, body: call });
};
/** A device of Ada, whose desk has one analyst, and that one is away. */
const openDevice = async (): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), person);
  await store.cache.people.put({ id: person.id, position: 1, body: person });
  await store.cache.partitions.put({ id: partition.id, position: 1, body: partition });
  await store.cache.chatQueues.put({ id: partition.id, position: 1, body: aChatQueue({ free: 0, there: 1 }) });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};
const openWindow = async (actions: ActionDeps) => {
  const page = openPortal(actions, '/', () => <Route path="/" component={Chat} />);
  fireEvent.click(await page.findByRole('button', { name: /^Chat with the desk/ }));
  return page;
};

test('where everybody is away nobody is said to be talking, nor the wait to be short', async () => {
  const actions = await openDevice();
  const page = await openWindow(actions);
  await page.findByText('Nobody is free just now. You would be next.');
  await says(actions, 'waiting');
  await page.findByText('You are next.');
  await page.findByText(/^Nobody is free just now\./);
});

describe('where nobody can ask any more', () => {
  const switchedOff = async ({ store }: ActionDeps): Promise<void> => {
    await store.cache.partitions.put({ id: partition.id, position: 3, body: { ...partition, chat: { enabled: false, hours: null, waitLimitMinutes: 15 } } });
  };
  const movedAway = async ({ store }: ActionDeps): Promise<void> => {
    await store.cache.people.put({ id: person.id, position: 3, body: { ...person, partitionId: named<PartitionId>('hospital') } });
  };
  const withoutTheRight = async ({ store }: ActionDeps): Promise<void> => {
    await store.cache.people.put({ id: person.id, position: 3, body: { ...person, rights: [] } });
  };

  test.each([
    ['switched off', switchedOff],
    ['of the partition they were moved from', movedAway],
    ['what they have no right to', withoutTheRight],
  ])('a chat that goes on keeps its window and what is typed in it, also where chat is %s', async (_, happens) => {
    const actions = await openDevice();
    await says(actions, 'open');
    const page = await openWindow(actions);
    const box = await page.findByLabelText('Your message');
    box.focus();
    fireEvent.input(box, { target: { value: 'half typed' } });
    await happens(actions);
    // Read after what happened.
    const entry = anEntry({ id: named('still'), by: { id: named('gus'), name: 'Gus Green', side: 'desk' }, body: { kind: 'said', text: 'I am still here.' } });
    await actions.store.cache.entries.put({ id: entry.id, ticketId: entry.ticketId, position: 4, body: entry });
    await page.findByText('I am still here.');
    expect(page.getByLabelText<HTMLTextAreaElement>('Your message').value).toBe('half typed');
    expect(document.activeElement).toBe(box);
  });

  test('its end is told, offers no new one, and once it was seen nothing is left to press', async () => {
    const actions = await openDevice();
    await says(actions, 'open');
    await switchedOff(actions);
    const page = openPortal(actions, '/', () => (
      <Route
        path="/"
        component={() => (
          <main id="main" tabIndex={-1}>
            <Chat />
          </main>
        )}
      />
    ));
    fireEvent.click(await page.findByRole('button', { name: 'Chat with the desk: it goes on' }));
    await page.findByLabelText('Your message');
    await says(actions, 'ended');
    await page.findByText('You ended the chat.');
    expect(page.queryByRole('button', { name: 'Start a new chat' })).toBe(null);
    fireEvent.click(page.getByRole('button', { name: 'Close the chat window' }));
    await waitFor(() => expect(page.queryByRole('button', { name: /^Chat with the desk/ })).toBe(null));
    expect(document.activeElement?.id).toBe('main');
  });

  test('what was begun when it ended keeps the window, also when that is closed', async () => {
    const actions = await openDevice();
    await switchedOff(actions);
    await says(actions, 'ended');
    await saveReply(actions, aTicket().id, 'and one more');
    const page = await openWindow(actions);
    await page.findByText('You had begun to write. The desk does not have it:');
    fireEvent.click(page.getByRole('button', { name: 'Close the chat window' }));
    fireEvent.click(await page.findByRole('button', { name: 'Chat with the desk: it is over' }));
    fireEvent.click(await page.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(page.queryByText('and one more')).toBe(null));
    fireEvent.click(page.getByRole('button', { name: 'Close the chat window' }));
    await waitFor(() => expect(page.queryByRole('button', { name: /^Chat with the desk/ })).toBe(null));
  });

  test('an end that nobody has looked at keeps its button', async () => {
    const actions = await openDevice();
    await switchedOff(actions);
    await says(actions, 'ended');
    const page = openPortal(actions, '/', () => <Route path="/" component={Chat} />);
    fireEvent.click(await page.findByRole('button', { name: 'Chat with the desk: it is over' }));
    await page.findByText('You ended the chat.');
  });

  test('and nothing was begun, there is no button', async () => {
    const actions = await openDevice();
    const page = openPortal(actions, '/', () => <Route path="/" component={Chat} />);
    await page.findByRole('button', { name: /^Chat with the desk/ });
    await switchedOff(actions);
    await waitFor(() => expect(page.queryByRole('button')).toBe(null));
  });

  test('a window that is open stays until it is closed, also where nothing is typed in it, or no more: it takes a message', async () => {
    const actions = await openDevice();
    const page = await openWindow(actions);
    const box = await page.findByLabelText<HTMLTextAreaElement>('What can the desk help you with?');
    await switchedOff(actions);
    await page.findByText('Chat is closed just now.');
    fireEvent.input(box, { target: { value: 'The lift' } });
    await waitFor(async () => expect(await actions.store.outbox.replies.count()).toBe(1));
    fireEvent.input(box, { target: { value: '' } });
    await waitFor(async () => expect(await actions.store.outbox.replies.count()).toBe(0));
    // Read after what happened.
    await actions.store.cache.chatQueues.put({ id: partition.id, position: 9, body: aChatQueue({ free: 3, there: 3 }) });
    await new Promise((resolve) => observeChat(actions.store).subscribe(resolve));
    expect(page.getByLabelText('What can the desk help you with?')).toBe(box);
    fireEvent.click(page.getByRole('button', { name: 'Close the chat window' }));
    await waitFor(() => expect(page.queryByRole('button', { name: /^Chat with the desk/ })).toBe(null));
  });

  test('what was begun stays in its window, now as a message for the desk, and once that was seen nothing is left to press', async () => {
    const actions = await openDevice();
    const page = await openWindow(actions);
    const box = await page.findByLabelText<HTMLTextAreaElement>('What can the desk help you with?');
    box.focus();
    fireEvent.input(box, { target: { value: 'The lift stands still' } });
    await waitFor(async () => expect(await actions.store.outbox.replies.count()).toBe(1));
    await switchedOff(actions);
    await page.findByText('Chat is closed just now.');
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe('The lift stands still');
    fireEvent.click(page.getByRole('button', { name: 'Send to the desk' }));
    await page.findByText('The lift stands still');
    expect((await actions.store.outbox.actions.toArray()).map(({ action }) => action)).toMatchObject([
      { kind: 'leave-message', data: { text: 'The lift stands still' } },
    ]);
    fireEvent.click(page.getByRole('button', { name: 'Close the chat window' }));
    await waitFor(() => expect(page.queryByRole('button', { name: /^Chat with the desk/ })).toBe(null));
  });
});

test('whoever types when the chat ends has the focus at who ended it', async () => {
  const actions = await openDevice();
  await says(actions, 'open');
  const page = await openWindow(actions);
  (await page.findByLabelText('Your message')).focus();
  await says(actions, 'ended');
  await page.findByText('You ended the chat.');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('You ended the chat.'));
});

test('what was half typed when the chat ended stands in its window, and goes to the ticket or is discarded', async () => {
  const actions = await openDevice();
  await says(actions, 'open');
  const page = await openWindow(actions);
  fireEvent.input(await page.findByLabelText('Your message'), { target: { value: 'three half typed' } });
  await says(actions, 'ended');
  await page.findByText('You had begun to write. The desk does not have it:');
  await page.findByText('three half typed');
  fireEvent.click(page.getByRole('button', { name: 'Send it to the ticket' }));
  await waitFor(async () =>
    expect((await actions.store.outbox.actions.toArray()).map(({ action }) => action)).toMatchObject([{ kind: 'reply', data: { text: 'three half typed' } }]),
  );
  await waitFor(() => expect(page.queryByText(/^You had begun to write/)).toBe(null));
  expect(document.activeElement?.textContent).toBe('You ended the chat.');
});

test('what was half typed and is discarded is kept nowhere', async () => {
  const actions = await openDevice();
  await says(actions, 'ended');
  await saveReply(actions, aTicket().id, 'never mind');
  const page = await openWindow(actions);
  fireEvent.click(await page.findByRole('button', { name: 'Discard' }));
  await waitFor(async () => expect(await actions.store.outbox.replies.count()).toBe(0));
  await waitFor(() => expect(page.queryByText('never mind')).toBe(null));
});

test('the button says whether somebody is at the desk, before anybody presses it', async () => {
  const actions = await openDevice();
  const page = openPortal(actions, '/', () => <Route path="/" component={Chat} />);
  await page.findByRole('button', { name: 'Chat with the desk: somebody is there' });
  await actions.store.cache.chatQueues.put({ id: partition.id, position: 2, body: aChatQueue({ free: 0, there: 0 }) });
  await page.findByRole('button', { name: 'Chat with the desk: nobody is there just now, leave a message' });
});

test('what the desk said last stays new until it is seen, also when the chat is over by then, and its end is told', async () => {
  const actions = await openDevice();
  await says(actions, 'open');
  const Page = () => (
    <>
      <Announcer />
      <Chat />
    </>
  );
  const page = openPortal(actions, '/', () => <Route path="/" component={Page} />);
  await page.findByRole('button', { name: 'Chat with the desk: it goes on' });
  const answer = anEntry({ at: Date.now(), by: { id: 'gus' as PersonId, name: 'Gus Green', side: 'desk' }, body: { kind: 'said', text: 'It is 42.' } });
  await actions.store.cache.entries.put({ id: answer.id, ticketId: answer.ticketId, position: 2, body: answer });
  await page.findByRole('button', { name: 'Chat with the desk, 1 new message' });
  await says(actions, 'ended');
  await waitFor(() => expect(page.getByRole('status').textContent).toBe('You ended the chat.'));
  await page.findByRole('button', { name: 'Chat with the desk, 1 new message' });
});

test('a message that was left without a network is marked as not sent from its first word', async () => {
  const actions = await openDevice();
  await saveChatDraft(actions, 'The lift stands still');
  await leaveMessage(actions);
  const page = await openWindow(actions);
  await page.findByText('The lift stands still');
  await page.findByText(/not sent yet$/);
});

test('a phone that is turned has the window beside the page, and as all there is when it is turned back; what is typed stays in hand', async () => {
  const usual = window.matchMedia;
  const upright = Object.assign(new EventTarget(), { matches: true });
  window.matchMedia = () => upright as never;
  const [showModal, show] = [vi.spyOn(HTMLDialogElement.prototype, 'showModal'), vi.spyOn(HTMLDialogElement.prototype, 'show')];
  const turn = (matches: boolean): void => {
    upright.matches = matches;
    upright.dispatchEvent(new Event('change'));
  };
  try {
    const actions = await openDevice();
    await says(actions, 'open');
    const page = await openWindow(actions);
    const box = await page.findByLabelText('Your message');
    box.focus();
    expect([showModal.mock.calls.length, show.mock.calls.length]).toEqual([1, 0]);
    turn(false);
    expect([showModal.mock.calls.length, show.mock.calls.length]).toEqual([1, 1]);
    turn(true);
    expect([showModal.mock.calls.length, show.mock.calls.length]).toEqual([2, 1]);
    expect(document.activeElement).toBe(box);
  } finally {
    vi.restoreAllMocks();
    window.matchMedia = usual;
  }
});

test('where the window is all there is, the news is told inside of it', async () => {
  const usual = window.matchMedia;
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: true }) as MediaQueryList;
  try {
    const actions = await openDevice();
    const page = await openWindow(actions);
    announce('Gus Green: Hello');
    await waitFor(() =>
      expect(
        within(page.getByRole('dialog'))
          .getAllByRole('status')
          .map(({ textContent }) => textContent),
      ).toContain('Gus Green: Hello'),
    );
  } finally {
    window.matchMedia = usual;
  }
});

test('notes of colleagues on it are not in the window of an analyst who asks for help themselves, nor in what they save of it', async () => {
  const actions = await openDevice();
  await says(actions, 'ended');
  const gus = { id: 'gus' as PersonId, name: 'Gus Green', side: 'desk' } as const;
  const said = anEntry({ id: named('said'), by: gus, body: { kind: 'said', text: 'It is 42.' } });
  const note = anEntry({ id: named('note'), by: gus, body: { kind: 'note', text: 'She should know that.' } });
  await actions.store.cache.entries.bulkPut([said, note].map((body) => ({ id: body.id, ticketId: body.ticketId, position: 2, body })));
  const page = await openWindow(actions);
  await page.findByText('It is 42.');
  expect(page.queryByText('She should know that.')).toBe(null);
  const conversation = await readTicketPage(actions.store, aTicket().id);
  expect(conversation && transcriptOf(conversation)).toMatch(/It is 42\.\n$/);
});
