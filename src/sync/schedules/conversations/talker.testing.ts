/** Somebody in a chat, on either side: does what the workload says, through the same intentions as the screens, and notes what was promised. */
import { acceptChat, recordContact, setAvailability, setChatQueue } from '../../../actions/chat-at-the-desk.ts';
import { askForChat, endChat, leaveMessage, rateChat, replyInstead, saveChatDraft, sayInChat } from '../../../actions/chat.ts';
import { decideOnRegistration } from '../../../actions/decide-registration.ts';
import { saveReply } from '../../../actions/reply-to-ticket.ts';
import { invitePerson } from '../../../actions/save-record.ts';
import { chatStateOf, type ChatState } from '../../../domain/chat/chat.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { registrationKey } from '../../../domain/registration/registration.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import { readChatsAtTheDesk } from '../../../store/observe/chat-at-the-desk.ts';
import { readChatTickets } from '../../../store/observe/chat-tickets.ts';
import { readOutbox } from '../../../store/observe/outbox.ts';
import { readRegistrations } from '../../../store/observe/registrations.ts';
import { itemsIn, marked, noteItem, type Item } from '../ledger.testing.ts';
import { perform, promised, type Somebody } from '../somebody.testing.ts';
import { analysts, staff } from './chat-desk.testing.ts';
import type { AnalystDeed, AskerDeed } from './conversation-workload.testing.ts';

type DeedOf<Kind extends (AskerDeed | AnalystDeed)['kind']> = Extract<AskerDeed | AnalystDeed, { readonly kind: Kind }>;

export const talk = async (somebody: Somebody, deed: AskerDeed | AnalystDeed): Promise<void> => {
  switch (deed.kind) {
    case 'ask':
    case 'leave':
      return begin(somebody, deed);
    case 'say':
      return say(somebody, deed);
    case 'end':
      return end(somebody);
    case 'rate':
      return rate(somebody);
    case 'settle-held':
      return settle(somebody, deed);
    case 'accept':
      return accept(somebody, deed.pick);
    case 'contact':
      return contact(somebody, deed.pick);
    case 'be':
      return be(somebody, deed);
    case 'set-queue':
      return setQueue(somebody, deed.isOnline);
    case 'decide':
      return decide(somebody, deed);
    case 'invite':
      return invite(somebody);
  }
};

/** A double click, now and then: the second must find it asked. */
const begin = async ({ session, ledger, boxesInUse }: Somebody, { kind, twice }: DeedOf<'ask' | 'leave'>): Promise<void> => {
  const box = `${session.person.id} begins`;
  if (boxesInUse.has(box)) return;
  boxesInUse.add(box);
  try {
    const marker = ledger.newMarker();
    await saveChatDraft(session.actions, 'It');
    await saveChatDraft(session.actions, `It broke ${marked(marker)}`);
    const draft = await session.store.outbox.replies.filter(({ begins }) => begins === 'chat').first();
    if (!draft) return;
    const item = noteItem(ledger, { kind, marker, person: session.person.id, ticketId: draft.ticketId, actionIds: new Set([draft.id]) });
    const send = kind === 'ask' ? askForChat : leaveMessage;
    const begun = await Promise.all([send(session.actions), ...(twice ? [send(session.actions)] : [])]);
    if (begun.filter((id) => id !== null).length > 1) throw new Error('one click too many asked for the same chat twice');
    promised(ledger, item);
  } finally {
    boxesInUse.delete(box);
  }
};

type Chat = { readonly ticket: Ticket; readonly state: ChatState };

const chatsOf = async ({ store }: Somebody['session']): Promise<readonly Chat[]> =>
  (await readChatTickets(store)).tickets
    .flatMap(({ ticket }): Chat[] => (ticket.chat ? [{ ticket, state: chatStateOf(ticket.chat) }] : []))
    .toSorted((one, other) => (one.ticket.id < other.ticket.id ? -1 : 1));

/** The chat that a screen would let this person talk in. */
const goingOn = async ({ session }: Somebody): Promise<Ticket | null> => {
  const { person } = session;
  const isOwn = ({ ticket, state }: Chat): boolean =>
    ticket.requester.id === person.id ? state.kind !== 'ended' : state.kind === 'open' && state.analyst.id === person.id;
  return (await chatsOf(session)).findLast(isOwn)?.ticket ?? null;
};

/** From the box that all tabs of this person share, now and then from two of them at the same moment. */
const say = async (somebody: Somebody, { lines, twice }: DeedOf<'say'>): Promise<void> => {
  const { session, ledger } = somebody;
  const { actions, store } = session;
  const ticket = await goingOn(somebody);
  if (!ticket) return;
  for (let line = 1; line <= lines; line += 1) {
    const item = noteItem(ledger, { kind: 'say', person: session.person.id, ticketId: ticket.id });
    const text = `Well ${marked(item.marker)}`;
    await saveReply(actions, ticket.id, text);
    const kept = await store.outbox.replies.get(ticket.id);
    const send = () => sayInChat(actions, ticket.id, text, kept?.text === text ? kept.id : null);
    const said = await Promise.all(twice && kept?.text === text ? [send(), send()] : [send()]);
    if (said.filter(Boolean).length !== 1) throw new Error(`what was said once was taken ${said.filter(Boolean).length} times`);
    promised(ledger, item);
  }
};

const end = async (somebody: Somebody): Promise<void> => {
  const ticket = await goingOn(somebody);
  if (ticket) await act(somebody, { kind: 'end', ticketId: ticket.id }, () => endChat(somebody.session.actions, ticket.id));
};

const rate = async (somebody: Somebody): Promise<void> => {
  const { session } = somebody;
  const ended = (await chatsOf(session)).findLast(({ ticket, state }) => ticket.requester.id === session.person.id && state.kind === 'ended');
  if (ended) await act(somebody, { kind: 'rate', ticketId: ended.ticket.id }, () => rateChat(session.actions, ended.ticket.id, 'good'));
};

const act = async ({ session, ledger }: Somebody, about: Pick<Item, 'kind' | 'ticketId'>, task: () => Promise<string | null>): Promise<void> => {
  const item = noteItem(ledger, { ...about, person: session.person.id });
  const id = await task();
  if (id === null) {
    // Another tab was quicker, and nothing was promised here.
    item.letGo = true;
    return;
  }
  item.actionIds.add(id);
  promised(ledger, item);
};

/** Only the last position of a switch is wanted. */
const setSwitch = async (somebody: Somebody, about: Pick<Item, 'kind' | 'ticketId'>, task: () => Promise<string>): Promise<void> => {
  const { session, ledger } = somebody;
  for (const item of ledger.items) if (item.kind === about.kind && item.ticketId === about.ticketId && item.person === session.person.id) item.letGo = true;
  await act(somebody, about, task);
};

const accept = async (somebody: Somebody, pick: number): Promise<void> => {
  const { session } = somebody;
  const { waiting, me } = await readChatsAtTheDesk(session.store);
  const chat = waiting[pick % Math.max(1, waiting.length)];
  if (!chat) return;
  if (me?.presence.availability !== 'available') await be(somebody, { kind: 'be', to: 'available', other: false });
  await setSwitch(somebody, { kind: 'accept', ticketId: chat.ticket.id }, () => acceptChat(session.actions, chat.ticket.id));
};

const contact = async (somebody: Somebody, pick: number): Promise<void> => {
  const chats = await chatsOf(somebody.session);
  const chat = chats[pick % Math.max(1, chats.length)];
  if (chat) await act(somebody, { kind: 'contact', ticketId: chat.ticket.id }, () => recordContact(somebody.session.actions, chat.ticket.id));
};

const be = async (somebody: Somebody, { to, other }: DeedOf<'be'>): Promise<void> => {
  const { actions, person } = somebody.session;
  const id: PersonId = (other ? analysts.find((analyst) => analyst.id !== person.id)?.id : undefined) ?? person.id;
  await setSwitch(somebody, { kind: 'availability', ticketId: `person:${id}` }, () => setAvailability(actions, id, to));
};

const setQueue = async (somebody: Somebody, isOnline: boolean): Promise<void> => {
  const { actions, person } = somebody.session;
  await setSwitch(somebody, { kind: 'queue', ticketId: `partition:${person.partitionId}` }, () => setChatQueue(actions, person.partitionId, isOnline));
};

const decide = async (somebody: Somebody, { pick, approves }: DeedOf<'decide'>): Promise<void> => {
  const { session } = somebody;
  const open = ((await readRegistrations(session.store)) ?? []).filter(
    ({ registration, underway, held }) => registration.decision === null && underway === null && held === null,
  );
  const { registration } = open[pick % Math.max(1, open.length)] ?? {};
  if (!registration) return;
  const kind = approves ? 'approve-registration' : 'decline-registration';
  await act(somebody, { kind: 'decide', ticketId: `record:${registrationKey(registration.id)}` }, () =>
    decideOnRegistration(session.actions, kind, registration.id, 'Because.'),
  );
};

const invite = async (somebody: Somebody): Promise<void> => {
  const ben = staff[1];
  if (ben) await act(somebody, { kind: 'invite', ticketId: `record:person/${ben.id}` }, () => invitePerson(somebody.session.actions, ben.id));
};

/** What was said carries ids that only the outbox knows. */
const settle = async (somebody: Somebody, { pick, how }: DeedOf<'settle-held'>): Promise<void> => {
  const { session, ledger } = somebody;
  for (const row of await session.store.outbox.actions.toArray()) for (const item of itemsIn(ledger, JSON.stringify(row.action))) item.actionIds.add(row.id);
  if (how !== 'reply-instead') return perform(somebody, { kind: 'settle-held', pick, how });
  const said = (await readOutbox(session.store)).items.filter(({ state, action }) => state === 'held' && action?.kind === 'say');
  const held = said[pick % Math.max(1, said.length)];
  if (held) await replyInstead(session.actions, held.id);
};
