import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, waitFor } from '@solidjs/testing-library';
import { Show } from 'solid-js';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { saveReply } from '../actions/reply-to-ticket.ts';
import { createLive, SignedInContext } from '../app-context.ts';
import type { Action } from '../domain/action.ts';
import { aChat, aPartition, aPerson, aTicket } from '../domain/builders.testing.ts';
import { fileLimits } from '../domain/file-limits.ts';
import '../i18n/learn-screens.ts';
import { observeTicket } from '../store/observe/ticket.ts';
import { openPersonStore } from '../store/person-store.ts';
import { SayBox } from './say-box.tsx';

afterEach(cleanup);

const call = aTicket({ source: 'chat', chat: aChat('open') });

const openDevice = async (): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), aPerson());
  const partition = aPartition();
  await store.cache.partitions.put({ id: partition.id, position: 1, body: partition });
  await store.cache.tickets.put({ id: call.id, position: 1, body: call });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};

/** The box of a chat in a tab of its own, over the store that all of them share. */
const openTab = async (actions: ActionDeps): Promise<HTMLTextAreaElement> => {
  const signedIn = { actions, capabilities: { files: fileLimits, chat: true }, syncNow: () => undefined } as never;
  const tab = render(() => {
    const page = createLive(observeTicket(actions.store, call.id));
    return (
      <SignedInContext.Provider value={signedIn}>
        <Show when={page()}>{(shown) => <SayBox ticketId={call.id} page={shown()} label="Your message" onTyping={() => undefined} />}</Show>
      </SignedInContext.Provider>
    );
  });
  return (await tab.findByRole('textbox')) as HTMLTextAreaElement;
};

const type = (box: HTMLTextAreaElement, text: string): unknown => fireEvent.input(box, { target: { value: text } });
const pressEnter = (box: HTMLTextAreaElement): unknown => fireEvent.keyDown(box, { key: 'Enter' });

const lines = async ({ store }: ActionDeps): Promise<readonly unknown[]> =>
  (await store.outbox.actions.orderBy('seq').toArray()).map(({ action }) => (action as Action).data);

test('Enter in two tabs at the same moment says the line that stands in both of them once', async () => {
  const actions = await openDevice();
  const [one, other] = [await openTab(actions), await openTab(actions)];
  await saveReply(actions, call.id, 'It blinks.');
  await waitFor(() => expect([one.value, other.value]).toEqual(['It blinks.', 'It blinks.']));
  pressEnter(one);
  pressEnter(other);
  await waitFor(async () => expect(await lines(actions)).toEqual([{ text: 'It blinks.' }]));
  type(one, 'And now it does not.');
  pressEnter(one);
  await waitFor(async () => expect(await lines(actions)).toEqual([{ text: 'It blinks.' }, { text: 'And now it does not.' }]));
});

test('the same line is said as often as it is typed, however fast', async () => {
  const actions = await openDevice();
  const box = await openTab(actions);
  await saveReply(actions, call.id, 'Hello?');
  await waitFor(() => expect(box.value).toBe('Hello?'));
  pressEnter(box);
  type(box, 'Hello?');
  pressEnter(box);
  await waitFor(async () => expect(await lines(actions)).toEqual([{ text: 'Hello?' }, { text: 'Hello?' }]));
});
