import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Action } from '../domain/action.ts';
import { aFlow, aPerson, aService, minted, named, noon } from '../domain/builders.testing.ts';
import { fileLimits } from '../domain/file-limits.ts';
import type { ActionId, QuestionId, TicketId } from '../domain/ids.ts';
import { deletePersonStore, openPersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { answerQuestion } from './answer-question.ts';
import { keepAnswerFile, keepReplyFile } from './keep-file.ts';
import { sendReply } from './reply-to-ticket.ts';
import { editHeldRequest } from './settle-held.ts';
import { startDraft } from './start-draft.ts';
import { submitDraft } from './submit-draft.ts';

const opened: ActionDeps[] = [];
afterEach(async () => {
  for (const deps of opened.splice(0)) await deletePersonStore(deps.store);
});

const someone = (): ActionDeps => {
  let last = 0;
  const deps = {
    store: openPersonStore(`submit-${opened.length}-${Math.random()}`, aPerson()),
    now: () => noon,
    newId: () => minted<ActionId>((last += 1)),
    onPerformed: () => undefined,
  };
  opened.push(deps);
  return deps;
};

const today = '2026-11-24';
const photo = named<QuestionId>('photo');
const aFile = () => ({ name: 'a.txt', type: 'text/plain', bytes: new TextEncoder().encode('a').buffer });

const answered = async (deps: ActionDeps): Promise<ActionId> => {
  const { id } = await startDraft(deps, aService(), aFlow());
  await answerQuestion(deps, id, named('what'), 'The printer is broken');
  await answerQuestion(deps, id, named('where'), 'Second floor');
  return id;
};

const queued = async ({ store }: ActionDeps): Promise<readonly string[]> =>
  (await store.outbox.actions.orderBy('seq').toArray()).map((row) => (row.action as Action).kind);

test('a request and its files are queued together, and the draft is gone', async () => {
  const deps = someone();
  const id = await answered(deps);
  await keepAnswerFile(deps, id, photo, aFile(), fileLimits);
  expect(await submitDraft(deps, id, today)).toMatchObject({ ok: true });
  expect(await queued(deps)).toEqual(['raise-ticket', 'attach']);
  expect(await deps.store.outbox.drafts.count()).toBe(0);
});

test('files of an answer that is not sent any more are let go, and the request goes whole', async () => {
  const deps = someone();
  const id = await answered(deps);
  await keepAnswerFile(deps, id, photo, aFile(), fileLimits);
  await keepAnswerFile(deps, id, photo, aFile(), fileLimits);
  await answerQuestion(deps, id, photo, null);
  expect(await submitDraft(deps, id, today)).toMatchObject({ ok: true });
  expect(await queued(deps)).toEqual(['raise-ticket']);
  expect(await deps.store.outbox.drafts.count()).toBe(0);
  expect(await deps.store.outbox.files.count()).toBe(0);
  expect(await deps.store.outbox.chunks.count()).toBe(0);
});

test('a refused request that is edited and sent again keeps the files that came with replies to it', async () => {
  const deps = someone();
  const { actions, files } = deps.store.outbox;
  const first = await answered(deps);
  await answerQuestion(deps, first, photo, null);
  const sent = await submitDraft(deps, first, today);
  const ticketId = sent.ok ? sent.value : named<TicketId>('');
  const withReply = await keepReplyFile(deps, ticketId, aFile(), fileLimits);
  await sendReply(deps, ticketId);
  const begun = await keepReplyFile(deps, ticketId, aFile(), fileLimits);
  await actions
    .where('id')
    .equals(first)
    .modify({ state: 'held', heldBecause: { kind: 'service-withdrawn' } });

  const edited = await editHeldRequest(deps, first);
  expect(await submitDraft(deps, edited?.id ?? first, today)).toMatchObject({ ok: true });
  expect(await queued(deps)).toEqual(['raise-ticket', 'attach']);
  expect(new Set((await files.toArray()).map(({ id }) => id))).toEqual(new Set([withReply, begun].map((kept) => kept.ok && kept.value.id)));
});

test('sent twice at once it is raised once, and both are told which ticket it is', async () => {
  const deps = someone();
  const id = await answered(deps);
  await answerQuestion(deps, id, photo, null);
  const [one, other] = await Promise.all([submitDraft(deps, id, today), submitDraft(deps, id, today)]);
  expect(one).toEqual(other);
  expect(await queued(deps)).toEqual(['raise-ticket']);
});

test('a request that is not finished stays a draft, and says where to go', async () => {
  const deps = someone();
  const { id } = await startDraft(deps, aService(), aFlow());
  expect(await submitDraft(deps, id, today)).toMatchObject({ ok: false });
  expect(await queued(deps)).toEqual([]);
  expect(await deps.store.outbox.drafts.count()).toBe(1);
});

test('what was typed or pasted goes out as text that every desk can keep, under a name on one line', async () => {
  const deps = someone();
  const { id } = await startDraft(deps, aService(), aFlow());
  await answerQuestion(deps, id, named('what'), '  The \0printer\ud83d ');
  await answerQuestion(deps, id, named('where'), 'Second floor');
  await keepAnswerFile(deps, id, photo, { ...aFile(), name: 'a\u202Etxt.exe\n' }, fileLimits);
  expect(await submitDraft(deps, id, today)).toMatchObject({ ok: true });
  const [raised] = (await deps.store.outbox.actions.orderBy('seq').toArray()).map((row) => row.action as Action);
  expect(raised?.data).toMatchObject({ answers: { what: 'The printer\ufffd', photo: [{ name: 'atxt.exe ' }] } });
});
