/** A person at a device: does what the workload says, through the same intentions as the screens, and notes what was promised. */
import { answerQuestion, moveDraftTo } from '../../actions/answer-question.ts';
import { keepAnswerFile, keepReplyFile } from '../../actions/keep-file.ts';
import { chaseTicket, markRead, reopenTicket, resolveTicket } from '../../actions/one-tap.ts';
import { saveReply, sendReply } from '../../actions/reply-to-ticket.ts';
import { discardHeld, editHeldRequest, editHeldText, resendHeld } from '../../actions/settle-held.ts';
import { saveSettings, takeUpHeldSettings } from '../../actions/save-settings.ts';
import { startDraft } from '../../actions/start-draft.ts';
import { submitDraft } from '../../actions/submit-draft.ts';
import { isFiles } from '../../domain/accept-answer.ts';
import { maxTextLength } from '../../domain/action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { ActionId, QuestionId, TicketId } from '../../domain/ids.ts';
import { named } from '../../domain/builders.testing.ts';
import { valueAt } from '../../domain/settings/partition-settings.ts';
import type { AnswerValue } from '../../domain/question-flow.ts';
import { sha256Of } from '../../store/files.ts';
import { itemsBehind, readOutbox } from '../../store/observe/outbox.ts';
import { readSettingsPage } from '../../store/observe/settings.ts';
import { ticketOf } from '../../store/outbox.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import type { Session } from './device.testing.ts';
import { itemsIn, itemsOfAction, marked, noteItem, type Item, type Ledger } from './ledger.testing.ts';
import { flows, placeToSet, services } from './test-desk.testing.ts';
import type { Deed } from './workload.testing.ts';

export type Somebody = { readonly session: Session; readonly ledger: Ledger; readonly boxesInUse: Set<string> };

type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { readonly kind: Kind }>;
export type PersonDeed = DeedOf<
  'raise' | 'finish-draft' | 'reply' | 'type' | 'attach' | 'chase' | 'resolve' | 'reopen' | 'read' | 'save-settings' | 'settle-held'
>;

export const perform = async (somebody: Somebody, deed: PersonDeed): Promise<void> => {
  switch (deed.kind) {
    case 'raise':
      return raise(somebody, deed);
    case 'finish-draft':
      return finishDraft(somebody, deed.pick);
    case 'reply':
    case 'type':
    case 'attach':
      return atTheBox(somebody, deed);
    case 'chase':
    case 'resolve':
    case 'reopen':
    case 'read':
      return tap(somebody, deed);
    case 'save-settings':
      return setGreeting(somebody);
    case 'settle-held':
      return settleHeld(somebody, deed);
  }
};

const today = '2026-11-24';
const what = named<QuestionId>('what');

const raise = async ({ session, ledger }: Somebody, deed: DeedOf<'raise'>): Promise<void> => {
  const index = deed.phone ? 1 : 0;
  const [service, flow] = [services[index], flows[index]];
  if (!service || !flow) return;
  const draft = await startDraft(session.actions, service, flow);
  const item = noteItem(ledger, { kind: 'raise', person: session.person.id, ticketId: draft.ticketId, actionIds: new Set([draft.id]) });
  ledger.drafts.set(draft.id, { person: session.person.id, answers: new Map(), sent: false });
  const answer = (question: string, value: AnswerValue): Promise<void> => typeAnswer(session, ledger, draft.id, named(question), value);
  await answer('what', 'The pr');
  await answer('what', `The printer ${marked(item.marker)}`);
  if (deed.goesBack) await moveDraftTo(session.actions, draft.id, what);
  if (deed.stopsBefore) return;
  if (deed.phone) {
    await answer('urgent', deed.goesBack);
    if (deed.goesBack) await answer('why', 'It rings and rings.');
  } else {
    await answer('where', 'Second floor');
    if (deed.fileBytes > 0) await addPhoto(session, ledger, draft, deed.fileBytes);
    else await answer('photo', null);
  }
  await submit(session, ledger, draft.id, deed.twice);
};

const typeAnswer = async ({ actions }: Session, ledger: Ledger, draftId: ActionId, question: QuestionId, value: AnswerValue): Promise<void> => {
  if (await answerQuestion(actions, draftId, question, value)) ledger.drafts.get(draftId)?.answers.set(question, value);
};

const addPhoto = async (session: Session, ledger: Ledger, draft: DraftRow, size: number): Promise<void> => {
  const item = noteItem(ledger, { kind: 'attach', person: session.person.id, ticketId: draft.ticketId, ...(await contentFor(ledger, size)) });
  await keepAnswerFile(session.actions, draft.id, named('photo'), fileOf(item, size), fileLimits);
};

/** Bytes that are the same for the same marker, and different for every other. */
const bytesOf = (marker: string, size: number): ArrayBuffer => {
  const seed = new TextEncoder().encode(marker);
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (seed[index % seed.length] ?? 0) ^ (index & 0xff);
  return bytes.buffer;
};

const contentFor = async (ledger: Ledger, size: number): Promise<Pick<Item, 'marker' | 'sha256'>> => {
  const marker = ledger.newMarker();
  return { marker, sha256: await sha256Of(bytesOf(marker, size)) };
};

const fileOf = ({ marker }: Item, size: number) => ({ name: `${marked(marker)}.txt`, type: 'text/plain', bytes: bytesOf(marker, size) });

/** A double click, now and then: the second must find it sent. */
const submit = async (session: Session, ledger: Ledger, draftId: ActionId, twice: boolean): Promise<void> => {
  const items = await itemsOfDraft(session, ledger, draftId);
  const draft = ledger.drafts.get(draftId);
  // From here on it may be gone from the drafts, whether or not anybody is told.
  if (draft) draft.sent = true;
  const results = await Promise.all([submitDraft(session.actions, draftId, today), ...(twice ? [submitDraft(session.actions, draftId, today)] : [])]);
  const isSent = results.some(({ ok }) => ok);
  if (draft) draft.sent = isSent;
  if (isSent) for (const item of items) promised(ledger, item);
};

/** The request and the files that answer its questions. */
const itemsOfDraft = async ({ store }: Session, ledger: Ledger, draftId: ActionId): Promise<readonly Item[]> => {
  const answers = (await store.outbox.drafts.get(draftId))?.answers ?? {};
  const files = Object.values(answers).flatMap((answer) => (isFiles(answer) ? answer : []));
  for (const { id, name } of files) for (const item of itemsIn(ledger, name)) item.actionIds.add(id);
  return [...itemsOfAction(ledger, draftId), ...files.flatMap(({ id }) => itemsOfAction(ledger, id))];
};

export const promised = (ledger: Ledger, item: Item): void => {
  item.queuedAt = ledger.tick();
  item.performedAt ??= item.queuedAt;
};

const finishDraft = async ({ session, ledger }: Somebody, pick: number): Promise<void> => {
  const drafts = await session.store.outbox.drafts.orderBy('id').toArray();
  const draft = drafts[pick % Math.max(1, drafts.length)];
  if (!draft) return;
  const isPhone = draft.flow.id === flows[1]?.id;
  const missing: readonly [string, AnswerValue][] = isPhone
    ? [['urgent', false]]
    : [
        ['where', 'Third floor'],
        ['photo', null],
      ];
  for (const [question, value] of missing)
    if (draft.answers[named<QuestionId>(question)] === undefined) await typeAnswer(session, ledger, draft.id, named(question), value);
  await submit(session, ledger, draft.id, false);
};

/** One at a time at the reply box of a ticket: two people never type into the same one. */
const atTheBox = async (somebody: Somebody, deed: DeedOf<'reply' | 'type' | 'attach'>): Promise<void> => {
  const ticketId = await pickTicket(somebody.session, deed.pick);
  if (ticketId) await withBox(somebody, ticketId, () => useBox(somebody, ticketId, deed));
};

const withBox = async ({ session, boxesInUse }: Somebody, ticketId: TicketId, task: () => Promise<void>): Promise<void> => {
  const box = `${session.person.id} ${ticketId}`;
  if (boxesInUse.has(box)) return;
  boxesInUse.add(box);
  try {
    await task();
  } finally {
    boxesInUse.delete(box);
  }
};

const useBox = async ({ session, ledger }: Somebody, ticketId: TicketId, deed: DeedOf<'reply' | 'type' | 'attach'>): Promise<void> => {
  const common = { person: session.person.id, ticketId };
  if (deed.kind === 'attach') {
    const item = noteItem(ledger, { ...common, kind: 'attach', ...(await contentFor(ledger, deed.fileBytes)) });
    await keepReplyFile(session.actions, ticketId, fileOf(item, deed.fileBytes), fileLimits);
  } else {
    const item = noteItem(ledger, { ...common, kind: 'reply', poison: deed.kind === 'reply' && deed.tooLong });
    const typed = (await session.store.outbox.replies.get(ticketId))?.text;
    await saveReply(session.actions, ticketId, `${typed === undefined ? '' : `${typed}\n`}Hello ${marked(item.marker)}${item.poison ? padding : ''}`);
  }
  if (deed.kind !== 'type') await send(session, ledger, ticketId, deed.kind === 'reply' && deed.twice);
};

const padding = '.'.repeat(maxTextLength);

const send = async (session: Session, ledger: Ledger, ticketId: TicketId, twice: boolean): Promise<void> => {
  const { outbox } = session.store;
  const reply = await outbox.replies.get(ticketId);
  const files = await outbox.files.where('owner').equals(`reply:${ticketId}`).toArray();
  const words = [reply?.text ?? '', ...files.map(({ manifest }) => manifest.name)].join(' ');
  const items = itemsIn(ledger, words);
  for (const item of items) {
    item.startedAt = ledger.tick();
    item.queuedAt = null;
    const id = item.kind === 'attach' ? files.find(({ manifest }) => manifest.name.includes(marked(item.marker)))?.id : reply?.id;
    if (id) item.actionIds.add(id);
  }
  const results = await Promise.all([sendReply(session.actions, ticketId), ...(twice ? [sendReply(session.actions, ticketId)] : [])]);
  if (results.filter(Boolean).length > 1) throw new Error('one click too many sent the same reply twice');
  if (results.some(Boolean)) for (const item of items) promised(ledger, item);
};

const tap = async ({ session, ledger }: Somebody, { kind, pick }: DeedOf<'chase' | 'resolve' | 'reopen' | 'read'>): Promise<void> => {
  const ticketId = await pickTicket(session, pick);
  if (!ticketId) return;
  const item = noteItem(ledger, { kind, person: session.person.id, ticketId });
  const read = (...[deps, id]: Parameters<typeof chaseTicket>) => markRead(deps, id, deps.now());
  const act = { chase: chaseTicket, resolve: resolveTicket, reopen: reopenTicket, read }[kind];
  item.actionIds.add(await act(session.actions, ticketId));
  promised(ledger, item);
};

/** On the page of their partition: what it says there is what they change. */
const setGreeting = async ({ session, ledger }: Somebody): Promise<void> => {
  const { partitionId } = session.person;
  const page = await readSettingsPage(session.store, partitionId);
  if (!page) return;
  const item = noteItem(ledger, { kind: 'save', person: session.person.id, ticketId: 'settings' });
  const change = { place: placeToSet, from: valueAt(page.settings, placeToSet), to: `Hurry ${marked(item.marker)}` };
  item.actionIds.add(await saveSettings(session.actions, partitionId, { changes: [change], reason: '' }));
  promised(ledger, item);
};

/** What was overtaken goes back into the form, over what is typed there, and is saved over what is set now. */
const takeUpAndSave = async (somebody: Somebody, heldId: ActionId): Promise<void> => {
  const { session, ledger } = somebody;
  const { partitionId } = session.person;
  const { settingsDrafts } = session.store.outbox;
  for (const item of itemsIn(ledger, JSON.stringify((await settingsDrafts.get(partitionId)) ?? null))) item.letGo = true;
  if (!(await takeUpHeldSettings(session.actions, heldId))) return;
  const [draft, page] = [await settingsDrafts.get(partitionId), await readSettingsPage(session.store, partitionId)];
  if (!draft || !page) return;
  const items = itemsIn(ledger, JSON.stringify(draft));
  for (const item of items) {
    item.startedAt = ledger.tick();
    item.queuedAt = null;
  }
  const changes = draft.changes.map(({ place, to }) => ({ place, from: valueAt(page.settings, place), to }));
  const id = await saveSettings(session.actions, partitionId, { changes, reason: '' });
  for (const item of items) {
    item.actionIds.add(id);
    promised(ledger, item);
  }
};

/** Tickets this device knows, under the ids it knows them by. */
const pickTicket = async ({ store }: Session, pick: number): Promise<TicketId | null> => {
  const mapped = new Map((await store.outbox.mappedIds.toArray()).map(({ local, remote }) => [remote, local]));
  const said = (await store.cache.tickets.toArray()).flatMap(({ id, body }) => (body ? [mapped.get(id) ?? id] : []));
  const lanes = (await store.outbox.actions.toArray()).flatMap((row) => ticketOf(row) ?? []);
  const known = [...new Set([...said, ...lanes])].sort();
  return known[pick % Math.max(1, known.length)] ?? null;
};

const settleHeld = async (somebody: Somebody, deed: DeedOf<'settle-held'>): Promise<void> => {
  const { session, ledger } = somebody;
  const held = (await readOutbox(session.store)).items.filter(({ state }) => state === 'held');
  const item = held[deed.pick % Math.max(1, held.length)];
  if (!item) return;
  if (deed.how === 'discard' || deed.how === 'discard-all') return discard(session, ledger, item.id, deed.how === 'discard-all');
  if (deed.how === 'edit' && item.action?.kind === 'reply' && item.ticketId) {
    const { ticketId } = item;
    return withBox(somebody, ticketId, () => editAndSend(session, ledger, ticketId, item.id));
  }
  if (deed.how === 'edit' && item.action?.kind === 'raise-ticket') return editRequest(session, ledger, item.id);
  if (deed.how === 'edit' && item.action?.kind === 'save-settings') return withBox(somebody, 'settings' as TicketId, () => takeUpAndSave(somebody, item.id));
  return resend(session, ledger, item.id);
};

const discard = async (session: Session, ledger: Ledger, heldId: ActionId, withChildren: boolean): Promise<void> => {
  const children = withChildren ? itemsBehind(await readOutbox(session.store), heldId) : [];
  for (const id of [heldId, ...children.map((item) => item.id)]) for (const item of itemsOfAction(ledger, id)) item.letGo = true;
  await discardHeld(
    session.actions,
    heldId,
    children.map(({ id }) => id),
  );
};

const resend = async (session: Session, ledger: Ledger, heldId: ActionId): Promise<void> => {
  const items = itemsOfAction(ledger, heldId);
  const wasLetGo = items.map(({ letGo }) => letGo);
  // Until the new id is known nobody can say under which one it goes.
  for (const item of items) item.letGo = true;
  const id = await resendHeld(session.actions, heldId);
  items.forEach((item, index) => {
    if (id) item.actionIds.add(id);
    item.letGo = wasLetGo[index] ?? false;
  });
};

/** Takes what made the text too long out again, and sends it. */
const editAndSend = async (session: Session, ledger: Ledger, ticketId: TicketId, heldId: ActionId): Promise<void> => {
  if (!(await editHeldText(session.actions, heldId))) return;
  const typed = (await session.store.outbox.replies.get(ticketId))?.text ?? '';
  await saveReply(session.actions, ticketId, typed.replaceAll(padding, ''));
  await send(session, ledger, ticketId, false);
};

const editRequest = async (session: Session, ledger: Ledger, heldId: ActionId): Promise<void> => {
  const draft = await editHeldRequest(session.actions, heldId);
  if (!draft) return;
  for (const item of itemsOfAction(ledger, heldId)) item.actionIds.add(draft.id);
  ledger.drafts.set(draft.id, { person: session.person.id, answers: new Map(Object.entries(draft.answers)), sent: false });
  await submit(session, ledger, draft.id, false);
};
