import 'fake-indexeddb/auto';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { Route } from '@solidjs/router';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { aManifest, anAction, anInvitation, aPerson, minted, somePeopleSave } from '../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { putFile } from '../store/files.ts';
import { newOutboxRow } from '../store/outbox.ts';
import { openPersonStore } from '../store/person-store.ts';
import { DiscardDialog } from './discard-dialog.tsx';

afterEach(cleanup);

const ticketId = minted<TicketId>(0xa1);
const someone = (): ActionDeps => ({ store: openPersonStore(v7(), aPerson()), now: Date.now, newId: v7, onPerformed: () => undefined });

const asked = (actions: ActionDeps, id: ActionId, isFile: boolean) =>
  openPortal(actions, '/', () => <Route path="/" component={() => <DiscardDialog id={id} isFile={isFile} what="it" onClose={() => undefined} />} />);

test('a damaged file that is discarded takes its bytes along', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  const id = minted<ActionId>(1);
  const row = { id, manifest: aManifest(), owner: null, questionId: null, ticketId, state: 'held' as const, sentBytes: 0 };
  await outbox.transaction('rw', outbox.files, outbox.chunks, async () => putFile(outbox, row, new ArrayBuffer(10)));
  const dialog = asked(actions, id, true);
  fireEvent.click(await dialog.findByRole('button', { name: 'Discard' }));
  await waitFor(async () => expect([await outbox.files.count(), await outbox.chunks.count()]).toEqual([0, 0]));
});

test('what waits behind it is named, and can be kept', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  const subject = { kind: 'ticket' as const, id: ticketId };
  const first = newOutboxRow(anAction({ kind: 'reply', data: { text: 'refused' } }, { id: minted(1), subject }));
  await outbox.actions.add({ ...first, state: 'held', heldBecause: { kind: 'not-allowed' } });
  await outbox.actions.add(newOutboxRow(anAction({ kind: 'reply', data: { text: 'and one more thing' } }, { id: minted(2), subject })));
  const dialog = asked(actions, minted<ActionId>(1), false);
  await dialog.findByText(/and one more thing/);
  fireEvent.click(dialog.getByRole('button', { name: 'Discard only the first' }));
  await waitFor(async () => expect((await outbox.actions.toArray()).map(({ id }) => id)).toEqual([minted(2)]));
});

test('so is what waits behind something that cannot be understood any more', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  const subject = { kind: 'ticket' as const, id: ticketId };
  const [lost, waiting] = [1, 2].map((id) => newOutboxRow(anAction({ kind: 'reply', data: { text: `reply ${id}` } }, { id: minted(id), subject })));
  if (!lost || !waiting) throw new Error('no rows');
  await outbox.actions.add({ ...lost, action: { kind: 'reply' }, state: 'held', heldBecause: { kind: 'not-understood' } });
  await outbox.actions.add(waiting);
  const dialog = asked(actions, lost.id, false);
  await dialog.findByText(/reply 2/);
  fireEvent.click(dialog.getByRole('button', { name: 'Discard only the first' }));
  await waitFor(async () => expect((await outbox.actions.toArray()).map(({ id }) => id)).toEqual([waiting.id]));
});

test('what came behind it while the question was on the screen was not asked about, and stays', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  const subject = { kind: 'ticket' as const, id: ticketId };
  const reply = (id: number, text: string) => newOutboxRow(anAction({ kind: 'reply', data: { text } }, { id: minted(id), subject }));
  await outbox.actions.add({ ...reply(1, 'refused'), state: 'held', heldBecause: { kind: 'not-allowed' } });
  await outbox.actions.add(reply(2, 'and one more thing'));
  const dialog = asked(actions, minted<ActionId>(1), false);
  await dialog.findByText(/and one more thing/);
  await outbox.actions.add(reply(3, 'from another tab'));
  fireEvent.click(dialog.getByRole('button', { name: 'Discard all' }));
  await waitFor(async () => expect((await outbox.actions.toArray()).map(({ id }) => id)).toEqual([minted(3)]));
});

const [refused, itsLetter, next, letterOfNext] = [1, 2, 3, 4].map((id) => minted<ActionId>(id)) as [ActionId, ActionId, ActionId, ActionId];
const people = (id: ActionId) => newOutboxRow(somePeopleSave([], { id }));
const letter = (id: ActionId, after: ActionId) => newOutboxRow(anInvitation({ id, after: [after] }));

test('an import that is discarded takes its letters along, which are named; those behind it can be kept, with theirs', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  await outbox.actions.add({ ...people(refused), state: 'held', heldBecause: { kind: 'not-allowed' } });
  await outbox.actions.bulkAdd([letter(itsLetter, refused), people(next), letter(letterOfNext, next)]);
  const dialog = asked(actions, refused, false);
  await dialog.findByText('These 3 wait behind it:');
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Letter with a link (2)', 'People to import']);
  fireEvent.click(dialog.getByRole('button', { name: 'Discard only the first' }));
  await waitFor(async () => expect((await outbox.actions.toArray()).map(({ id }) => id)).toEqual([next, letterOfNext]));
});

test('all that waits behind an import goes with it where that is asked for, whatever its lane', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  await outbox.actions.add({ ...people(refused), state: 'held', heldBecause: { kind: 'not-allowed' } });
  await outbox.actions.bulkAdd([people(next), letter(letterOfNext, next)]);
  const dialog = asked(actions, refused, false);
  fireEvent.click(await dialog.findByRole('button', { name: 'Discard all' }));
  await waitFor(async () => expect(await outbox.actions.count()).toBe(0));
});

test('where nothing but its letters waits behind an import there is nothing to choose', async () => {
  const actions = someone();
  const { outbox } = actions.store;
  await outbox.actions.add({ ...people(refused), state: 'held', heldBecause: { kind: 'not-allowed' } });
  await outbox.actions.add(letter(itsLetter, refused));
  const dialog = asked(actions, refused, false);
  await dialog.findByText('What belongs to it goes too.');
  expect(dialog.queryByRole('button', { name: 'Discard only the first' })).toBe(null);
});
