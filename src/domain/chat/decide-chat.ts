/**
 * The rules of a chat, from asking for it to rating it. They are handed in by whoever judges one: most tickets never had a
 * chat, and a list of them does without.
 */
import type { ActionOf } from '../action.ts';
import { assignedOf } from '../assignment/assignment.ts';
import { writtenByPerson, type DecideChat } from '../decide-action.ts';
import type { EntryId, TicketId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { nameFrom } from '../name-ticket.ts';
import { mayPerform } from '../permissions.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok } from '../result.ts';
import type { Decision, Scene } from '../scene.ts';
import type { Assigned, Entry, Ticket } from '../ticket.ts';
import { statusOf } from '../ticket.ts';
import { authorOf, entryOf, followingEntry, newTicket, sideOf, textProblem, touched, withStatus, writtenByDesk } from '../traces.ts';
import { chatStateOf, type ChatFact, type ChatState, type GivenBackBecause } from './chat.ts';

export const decideChat: DecideChat = (scene, action, ticket) => {
  if (action.kind === 'ask-chat' || action.kind === 'leave-message') return decideAsk(scene, action);
  return ticket ? decideInChat(scene, ticket, action) : no({ kind: 'not-found' });
};

/** The call is logged at once. Where no chat can be had the same text is a message left for the desk: nothing is typed twice. */
const decideAsk = (scene: Scene, action: ActionOf<'ask-chat' | 'leave-message'>): Decision => {
  const { text } = action.data;
  if (scene.ticket) return no({ kind: 'already-raised' });
  if (!mayPerform(scene.actor, action.kind, 'own')) return no({ kind: 'not-allowed' });
  const problem = textProblem(text);
  if (problem) return no(problem);
  const { title, ...facts } = scene.chat?.call ?? { title: 'Chat' };
  const logged = { id: action.subject.id as TicketId, number: scene.ticketNumber, kind: 'call' as const, title: nameFrom(text, title), requester: scene.actor };
  const call: Ticket = { ...newTicket(scene, action.id, scene.actor.partitionId, logged), ...facts, source: 'chat' };
  const raised = entryOf(scene, action, { kind: 'raised' });
  const author = authorOf(scene);
  if (action.kind === 'leave-message' || !canBeHad(scene))
    return ok({ tickets: [call], entries: [raised, followingEntry(scene, action, 'message', { kind: 'message', text }, author)] });
  const asked = followingEntry(scene, action, 'asked', { kind: 'chat-asked' }, author);
  const said = followingEntry(scene, action, 'said', { kind: 'said', text }, author);
  return ok({ tickets: [{ ...call, chat: { facts: [{ kind: 'asked', id: asked.id, at: scene.now }] } }], entries: [raised, asked, said] });
};

const canBeHad = ({ chat }: Scene): boolean => !chat || (chat.offer === 'open' && !chat.isElsewhere);

type InChat = ActionOf<'accept-chat' | 'say' | 'end-chat' | 'rate-chat'>;

const decideInChat = (scene: Scene, ticket: Ticket, action: InChat | ActionOf<'record-contact'>): Decision => {
  if (action.kind === 'record-contact') return decideContact(scene, ticket);
  const { chat } = ticket;
  if (!chat) return decideWithoutChat(scene, ticket, action);
  const state = chatStateOf(chat);
  switch (action.kind) {
    case 'accept-chat':
      return decideAccept(scene, ticket, action, state);
    case 'say':
      return decideSay(scene, ticket, action, state);
    case 'end-chat':
      return decideEnd(scene, ticket, action, state);
    case 'rate-chat':
      return state.kind === 'ended' ? unlogged({ ...ticket, chat: { ...chat, rating: action.data.rating } }) : no({ kind: 'no-such-chat' });
  }
};

/** By whoever was in the chat: word of it may come when it is over, waits again or is somebody else's by then, and the contact was made. */
const decideContact = (scene: Scene, ticket: Ticket): Decision => {
  const analysts = ticket.chat?.facts.flatMap((fact) => (fact.kind === 'accepted' ? fact.by : [])) ?? [];
  if (analysts.some(({ id }) => id === scene.actor.id)) return unlogged({ ...ticket, contactedAt: ticket.contactedAt ?? scene.now });
  const last = analysts.at(-1);
  return no(last ? { kind: 'chat-taken', by: last.name } : { kind: 'no-such-chat' });
};

/** No chat could be had for what was asked: what was said behind those words follows them as a message, and there is nothing to end. */
const decideWithoutChat = (scene: Scene, ticket: Ticket, action: InChat): Decision => {
  const isAskers = ticket.source === 'chat' && sideOf(scene, ticket) === 'person';
  if (isAskers && action.kind === 'end-chat') return unlogged(ticket);
  if (!isAskers || action.kind !== 'say') return no({ kind: 'no-such-chat' });
  const { text } = action.data;
  const problem = textProblem(text);
  return problem ? no(problem) : writtenByPerson(scene, ticket, action, entryOf(scene, action, { kind: 'message', text }));
};

/** Told by the ticket alone. */
const unlogged = (ticket: Ticket): Decision => ok({ tickets: [ticket], entries: [] });

/** Of two analysts the second is told who has it. */
const decideAccept = (scene: Scene, ticket: Ticket, action: ActionOf<'accept-chat'>, state: ChatState): Decision => {
  const entry = entryOf(scene, action, { kind: 'chat-accepted' });
  if (hasFact(ticket, entry.id)) return ok({ tickets: [ticket], entries: [entry] });
  if (state.kind === 'ended') return no({ kind: 'chat-ended', at: state.at });
  if (state.kind === 'open') return state.analyst.id === scene.actor.id ? unlogged(ticket) : no({ kind: 'chat-taken', by: state.analyst.name });
  if (scene.chat?.obstacle) return no({ kind: 'cannot-take-chats', because: scene.chat.obstacle });
  if (scene.chat?.isFree === false) return no({ kind: 'not-available' });
  const { id, name } = scene.actor;
  const accepted = withFact(heldBy(touched(scene, ticket), { id, name }), { kind: 'accepted', id: entry.id, at: scene.now, by: { id, name } });
  return ok({ tickets: [statusOf(ticket) === 'new' ? withStatus(scene, accepted, action, { status: 'in-progress' }) : accepted], entries: [entry] });
};

/** Whoever talks with the person looks after the call: nobody else takes it for one that waits to be taken. */
const heldBy = (ticket: Ticket, analyst: Assigned['analyst']): Ticket => ({ ...ticket, assigned: { ...assignedOf(ticket), analyst } });

const decideSay = (scene: Scene, ticket: Ticket, action: ActionOf<'say'>, state: ChatState): Decision => {
  const { text } = action.data;
  if (state.kind === 'ended') return no({ kind: 'chat-ended', at: state.at });
  const problem = notTheirs(scene, ticket, state) ?? textProblem(text);
  if (problem) return no(problem);
  const said = entryOf(scene, action, { kind: 'said', text });
  return sideOf(scene, ticket) === 'desk' ? ok({ tickets: [writtenByDesk(scene, ticket)], entries: [said] }) : writtenByPerson(scene, ticket, action, said);
};

/** What is over is as it was wanted, whoever ended it. */
const decideEnd = (scene: Scene, ticket: Ticket, action: ActionOf<'end-chat'>, state: ChatState): Decision => {
  const ender = sideOf(scene, ticket);
  const entry = entryOf(scene, action, { kind: 'chat-ended', ender });
  if (hasFact(ticket, entry.id)) return ok({ tickets: [ticket], entries: [entry] });
  if (state.kind === 'ended') return unlogged(ticket);
  const problem = notTheirs(scene, ticket, state);
  return problem
    ? no(problem)
    : ok({ tickets: [withFact(touched(scene, ticket), { kind: 'ended', id: entry.id, at: scene.now, by: ender })], entries: [entry] });
};

/** On the desk's side a chat is one analyst's. */
const notTheirs = (scene: Scene, ticket: Ticket, state: ChatState): Refusal | null => {
  if (sideOf(scene, ticket) === 'person') return null;
  if (state.kind !== 'open') return { kind: 'chat-given-back' };
  return state.analyst.id === scene.actor.id ? null : { kind: 'chat-taken', by: state.analyst.name };
};

const hasFact = ({ chat }: Ticket, id: EntryId): boolean => chat?.facts.some((fact) => fact.id === id) ?? false;

const withFact = (ticket: Ticket, fact: ChatFact): Ticket => ({ ...ticket, chat: { ...ticket.chat, facts: [...(ticket.chat?.facts ?? []), fact] } });

/** What a rule of the desk does to a chat, by nobody. */
type ChatTurn = { readonly ticket: Ticket; readonly entry: Entry };

/** The analyst of an open chat is gone without a word. Null where it is not open. */
export const giveBack = (ticket: Ticket, now: Instant, id: EntryId): ChatTurn | null => waitAgain(ticket, now, id, {});

/** They are there, or have said that they go: their connection was not lost. */
export const takeFromAnalyst: typeof giveBack = (ticket, now, id) => waitAgain(ticket, now, id, { because: 'left' });

const waitAgain = (ticket: Ticket, now: Instant, id: EntryId, reason: { readonly because?: GivenBackBecause }): ChatTurn | null => {
  const state = ticket.chat && chatStateOf(ticket.chat);
  if (state?.kind !== 'open') return null;
  const entry: Entry = { id, ticketId: ticket.id, at: now, by: null, body: { kind: 'chat-given-back', analyst: state.analyst.name, ...reason } };
  const isStillTheirs = assignedOf(ticket).analyst?.id === state.analyst.id;
  return { ticket: withFact({ ...(isStillTheirs ? heldBy(ticket, null) : ticket), updatedAt: now }, { kind: 'given-back', id, at: now, ...reason }), entry };
};

/** Nobody waits longer than this: the call stays, and the desk answers there. Null where it does not wait. */
export const endByWaitLimit = (ticket: Ticket, now: Instant, id: EntryId): ChatTurn | null => {
  if (!ticket.chat || chatStateOf(ticket.chat).kind !== 'waiting') return null;
  const entry: Entry = { id, ticketId: ticket.id, at: now, by: null, body: { kind: 'chat-ended', ender: 'wait-limit' } };
  return { ticket: withFact({ ...ticket, updatedAt: now }, { kind: 'ended', id, at: now, by: 'wait-limit' }), entry };
};
