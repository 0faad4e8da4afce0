import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { saveReply } from '../../actions/reply-to-ticket.ts';
import { aChat, aChatQueue, aPartition, aPerson, aTicket } from '../../domain/builders.testing.ts';
import type { Chat as ChatOfTicket, ChatState } from '../../domain/chat/chat.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { openPortal } from '../portal.testing.tsx';
import { Chat } from './chat-screens.ts';

afterEach(cleanup);
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
