import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { aPerson, anAnalyst, minted, noon } from '../domain/builders.testing.ts';
import type { Action } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { deletePersonStore, openPersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { keepReplyFile } from './keep-file.ts';
import { saveReply, sendNote, sendReply } from './reply-to-ticket.ts';
import { editHeldText } from './settle-held.ts';
import { fileLimits } from '../domain/file-limits.ts';

const ticketId = minted<TicketId>(0xa1);
const opened: ActionDeps[] = [];
afterEach(async () => {
  for (const deps of opened.splice(0)) await deletePersonStore(deps.store);
});

const someone = (person = aPerson()): ActionDeps => {
  let last = 0;
  const deps = {
    store: openPersonStore(`reply-${opened.length}-${Math.random()}`, person),
    now: () => noon,
    newId: () => minted<ActionId>((last += 1)),
    onPerformed: () => undefined,
  };
  opened.push(deps);
  return deps;
};

const queued = async ({ store }: ActionDeps): Promise<readonly string[]> =>
  (await store.outbox.actions.orderBy('seq').toArray()).map((row) => (row.action as Action).kind);
const textOf = async ({ store }: ActionDeps): Promise<string | undefined> => (await store.outbox.replies.get(ticketId))?.text;
const aFile = () => ({ name: 'a.txt', type: 'text/plain', bytes: new TextEncoder().encode('a').buffer });

test('a reply and the files beside it go out together, once', async () => {
  const deps = someone();
  await saveReply(deps, ticketId, 'Hello');
  await keepReplyFile(deps, ticketId, aFile(), fileLimits);
  expect(await Promise.all([sendReply(deps, ticketId), sendReply(deps, ticketId)])).toEqual([true, false]);
  expect(await queued(deps)).toEqual(['reply', 'attach']);
});

test('words meant for the desk are never sent to the person, whichever button is hit', async () => {
  const deps = someone(anAnalyst());
  await saveReply(deps, ticketId, 'They are difficult', 'desk');
  expect(await sendReply(deps, ticketId)).toBe(false);
  expect(await queued(deps)).toEqual([]);
  expect(await sendNote(deps, ticketId)).toBe(true);
  expect(await queued(deps)).toEqual(['add-note']);
});

test('files beside a note stay where they are: they would be seen by the person', async () => {
  const deps = someone(anAnalyst());
  await keepReplyFile(deps, ticketId, aFile(), fileLimits);
  await saveReply(deps, ticketId, 'Only for us', 'desk');
  await sendNote(deps, ticketId);
  expect(await queued(deps)).toEqual(['add-note']);
  expect(await deps.store.outbox.files.where('owner').equals(`reply:${ticketId}`).count()).toBe(1);
});

test('a refused note put back on top of a begun reply makes the whole box a note', async () => {
  const deps = someone(anAnalyst());
  await saveReply(deps, ticketId, 'Only for us', 'desk');
  await sendNote(deps, ticketId);
  const row = await deps.store.outbox.actions.toCollection().first();
  await deps.store.outbox.actions.update(row?.seq ?? 0, { state: 'held', heldBecause: { kind: 'not-allowed' } });
  await saveReply(deps, ticketId, 'Dear Ada');
  expect(await editHeldText(deps, row?.id as ActionId)).toBe(true);
  expect(await textOf(deps)).toBe('Only for us\n\nDear Ada');
  expect(await sendReply(deps, ticketId)).toBe(false);
});

test('a refused reply comes back in front of what was typed since, and is in one place only', async () => {
  const deps = someone();
  await saveReply(deps, ticketId, 'First');
  await sendReply(deps, ticketId);
  const row = await deps.store.outbox.actions.toCollection().first();
  await deps.store.outbox.actions.update(row?.seq ?? 0, { state: 'held', heldBecause: { kind: 'not-allowed' } });
  await saveReply(deps, ticketId, 'Second');
  expect(await editHeldText(deps, row?.id as ActionId)).toBe(true);
  expect(await editHeldText(deps, row?.id as ActionId)).toBe(false);
  expect(await textOf(deps)).toBe('First\n\nSecond');
  expect(await queued(deps)).toEqual([]);
});

/** Sent, and not taken; it is put back into the box. */
const sentInVain = async (deps: ActionDeps, text: string): Promise<() => Promise<boolean>> => {
  await saveReply(deps, ticketId, text);
  await sendReply(deps, ticketId);
  const row = await deps.store.outbox.actions.toCollection().last();
  await deps.store.outbox.actions.update(row?.seq ?? 0, { state: 'held', heldBecause: { kind: 'not-allowed' } });
  return () => editHeldText(deps, row?.id as ActionId);
};

test('several that come back one after the other stand in the order in which they were written, in front of what was typed since', async () => {
  const deps = someone();
  const [first, second, third] = [await sentInVain(deps, 'First'), await sentInVain(deps, 'Second'), await sentInVain(deps, 'Third')];
  await saveReply(deps, ticketId, 'Typed since');
  await first();
  await second();
  expect(await textOf(deps)).toBe('First\n\nSecond\n\nTyped since');
  await saveReply(deps, ticketId, 'First, said otherwise\n\nSecond\n\nTyped since');
  await third();
  expect(await textOf(deps)).toBe('First, said otherwise\n\nSecond\n\nThird\n\nTyped since');
});

test('one that comes back after all was said otherwise stands behind it, and one into an emptied box begins anew', async () => {
  const deps = someone();
  const [first, second, third] = [await sentInVain(deps, 'First'), await sentInVain(deps, 'Second'), await sentInVain(deps, 'Third')];
  await first();
  await saveReply(deps, ticketId, 'Said otherwise');
  await second();
  expect(await textOf(deps)).toBe('Said otherwise\n\nSecond');
  await saveReply(deps, ticketId, '');
  await saveReply(deps, ticketId, 'Typed since');
  await third();
  expect(await textOf(deps)).toBe('Third\n\nTyped since');
});

test('a box that was emptied by hand is empty on the disk too', async () => {
  const deps = someone();
  await saveReply(deps, ticketId, 'Hello');
  await saveReply(deps, ticketId, '');
  expect(await textOf(deps)).toBeUndefined();
  expect(await sendReply(deps, ticketId)).toBe(false);
});
