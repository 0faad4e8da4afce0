import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action } from '../domain/action.ts';
import { aManifest, aPerson } from '../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { acceptChat, setAvailability, setChatQueue } from './chat-at-the-desk.ts';
import { askForChat, endChat, leaveMessage, replyInstead, saveChatDraft, sayInChat } from './chat.ts';
import { saveReply } from './reply-to-ticket.ts';
import { setTicketStatus } from './set-status.ts';

let store: PersonStore;
let deps: ActionDeps;
const ticketId = v7() as TicketId;

beforeEach(() => {
  store = openPersonStore(v7(), aPerson());
  deps = { store, now: () => 1, newId: v7, onPerformed: () => undefined };
});
afterEach(() => deletePersonStore(store));

const queued = async (): Promise<readonly Action[]> => (await store.outbox.actions.orderBy('seq').toArray()).map(({ action }) => action as Action);
const wordsOf = (actions: readonly Action[]): readonly string[] => actions.map(({ kind, data }) => ('text' in data ? `${kind}: ${data.text}` : kind));

test('what a chat is to begin with is kept as it is typed, and asked once, however often it is clicked', async () => {
  await saveChatDraft(deps, 'The prin');
  await saveChatDraft(deps, 'The printer');
  expect(await store.outbox.replies.count()).toBe(1);
  const [first, second] = await Promise.all([askForChat(deps), askForChat(deps)]);
  expect([first === null, second === null]).toEqual([false, true]);
  expect(wordsOf(await queued())).toEqual(['ask-chat: The printer']);
  expect(await store.outbox.replies.count()).toBe(0);
});

test('the same words are left as a message, and no words are nothing', async () => {
  await saveChatDraft(deps, '  ');
  expect(await leaveMessage(deps)).toBeNull();
  await saveChatDraft(deps, 'The printer');
  expect(await leaveMessage(deps)).not.toBeNull();
  expect(wordsOf(await queued())).toEqual(['leave-message: The printer']);
});

test('what was typed and deleted again is kept no longer', async () => {
  await saveChatDraft(deps, 'The');
  await saveChatDraft(deps, '');
  expect(await store.outbox.replies.count()).toBe(0);
});

test('a question that is called off before it left stays, and its end waits behind it', async () => {
  await saveChatDraft(deps, 'The printer');
  const asked = await askForChat(deps);
  if (asked) await endChat(deps, asked);
  expect((await queued()).map(({ kind, subject }) => [kind, subject.id])).toEqual([
    ['ask-chat', asked],
    ['end-chat', asked],
  ]);
});

test('what is said takes its own words out of the box, and none that were typed since', async () => {
  await saveReply(deps, ticketId, 'one');
  expect(await sayInChat(deps, ticketId, 'one', null)).toBe(true);
  expect(await store.outbox.replies.count()).toBe(0);
  await saveReply(deps, ticketId, 'two and mo');
  expect(await sayInChat(deps, ticketId, 'two', null)).toBe(true);
  expect((await store.outbox.replies.get(ticketId))?.text).toBe('two and mo');
  expect(wordsOf(await queued())).toEqual(['say: one', 'say: two']);
});

test('the same line said from two tabs at the same moment is said once, under the id that it was kept under', async () => {
  await saveReply(deps, ticketId, 'one ');
  const kept = await store.outbox.replies.get(ticketId);
  if (!kept) throw new Error('nothing kept');
  const said = await Promise.all(['one ', 'one '].map((text) => sayInChat(deps, ticketId, text, kept.id)));
  expect(said).toEqual([true, false]);
  expect((await queued()).map(({ id }) => id)).toEqual([kept.id]);
  // Typed once more, it is another line, and the late word of the other tab takes nothing from it.
  await saveReply(deps, ticketId, 'one ');
  expect(await sayInChat(deps, ticketId, 'one ', kept.id)).toBe(false);
  expect((await store.outbox.replies.get(ticketId))?.text).toBe('one ');
  expect(await sayInChat(deps, ticketId, 'one ', (await store.outbox.replies.get(ticketId))?.id ?? null)).toBe(true);
  expect(wordsOf(await queued())).toEqual(['say: one', 'say: one']);
});

test('two tabs that say different words of one box say both, and what is typed on is a line of its own', async () => {
  await saveReply(deps, ticketId, 'one');
  const id = (await store.outbox.replies.get(ticketId))?.id ?? null;
  await saveReply(deps, ticketId, 'one more');
  expect(await sayInChat(deps, ticketId, 'one', id)).toBe(true);
  expect((await store.outbox.replies.get(ticketId))?.text).toBe('one more');
  expect((await store.outbox.replies.get(ticketId))?.id).not.toBe(id);
  expect(await sayInChat(deps, ticketId, 'one more', id)).toBe(true);
  expect(wordsOf(await queued())).toEqual(['say: one', 'say: one more']);
  expect(new Set((await queued()).map((action) => action.id)).size).toBe(2);
});

test('files beside the box go with the words, and alone where there are none; nothing at all is not said', async () => {
  expect(await sayInChat(deps, ticketId, ' ', null)).toBe(false);
  const manifest = aManifest();
  await store.outbox.files.put({ id: manifest.id, manifest, owner: `reply:${ticketId}`, questionId: null, ticketId, state: 'kept', sentBytes: 0 });
  expect(await sayInChat(deps, ticketId, '', null)).toBe(true);
  expect((await queued()).map(({ kind }) => kind)).toEqual(['attach']);
  expect(await store.outbox.files.get(manifest.id)).toMatchObject({ owner: null, state: 'waiting' });
});

test('words that came too late become replies together, in their order, under ids of their own', async () => {
  for (const words of ['one', 'two']) await sayInChat(deps, ticketId, words, null);
  const [first] = await store.outbox.actions.toArray();
  if (!first) throw new Error('nothing queued');
  expect(await replyInstead(deps, first.id)).toBe(false);
  await store.outbox.actions.update(first.seq, { state: 'held', heldBecause: { kind: 'chat-ended', at: 1 } });
  expect(await replyInstead(deps, first.id)).toBe(true);
  const rows = await store.outbox.actions.orderBy('seq').toArray();
  expect(wordsOf(await queued())).toEqual(['reply: one', 'reply: two']);
  expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(rows.map(({ id }) => id)).not.toContain(first.id);
});

test('a switch stands as it was set last: what waits or was refused before it is gone, what is on its way is not', async () => {
  const { person } = store;
  await setAvailability(deps, person.id, 'available');
  await store.outbox.actions.toCollection().modify({ state: 'sending' });
  await setAvailability(deps, person.id, 'away');
  await setAvailability(deps, person.id, 'offline');
  await setChatQueue(deps, person.partitionId, false);
  expect((await queued()).map(({ data }) => data)).toEqual([{ to: 'available' }, { to: 'offline' }, { isOnline: false }]);
  expect(new Set((await queued()).map(({ id }) => id as ActionId)).size).toBe(3);
});

test('whoever takes a chat again has the words that came too late in the box, in order, and none of them holds the chat', async () => {
  for (const words of ['Hello there', 'Written in a tunnel']) {
    await saveReply(deps, ticketId, words);
    await sayInChat(deps, ticketId, words, null);
  }
  await store.outbox.actions
    .where('seq')
    .above(0)
    .limit(1)
    .modify({ state: 'held', heldBecause: { kind: 'chat-given-back' } });
  await saveReply(deps, ticketId, 'half');
  await acceptChat(deps, ticketId);
  expect(wordsOf(await queued())).toEqual(['accept-chat']);
  expect((await store.outbox.replies.get(ticketId))?.text).toBe('Hello there\n\nWritten in a tunnel\n\nhalf');
});

test('words that wait for nothing but the network stay where they are when a chat is taken', async () => {
  await saveReply(deps, ticketId, 'Hello there');
  await sayInChat(deps, ticketId, 'Hello there', null);
  await acceptChat(deps, ticketId);
  expect(wordsOf(await queued())).toEqual(['say: Hello there', 'accept-chat']);
});

test('a status that is set anew takes the refused one away', async () => {
  const from = { status: 'new', analyst: null } as const;
  await setTicketStatus(deps, ticketId, from, { status: 'resolved' });
  await store.outbox.actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'no-such-status' } });
  await setTicketStatus(deps, ticketId, from, { status: 'in-progress' });
  expect((await queued()).map(({ data }) => data)).toEqual([{ status: 'in-progress', from }]);
});
