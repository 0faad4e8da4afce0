/**
 * What an action does, or why it may not: the one rule book. The backend runs it to enforce, with its own clock and its
 * own numbers; the screens run it to lay unsent actions over what the desk last said. Applying an action to a scene that
 * already holds its effect changes nothing, so nothing is ever shown or done twice.
 */
import { answeredQuestions, walkFlow } from './walk-flow.ts';
import type { Action, ActionOf, ChatKind, DeskKind, TicketAction } from './action.ts';
import { chasePolicyFor, decideChase, statusAfterChase } from './chase-policy.ts';
import { isFiles } from './accept-answer.ts';
import { fileFault } from './accept-file.ts';
import { decideStatus } from './decide-status.ts';
import type { EntryId, QuestionId, TicketId } from './ids.ts';
import type { Instant } from './instant.ts';
import { minutes } from './instant.ts';
import { nameTicket, placeIn } from './name-ticket.ts';
import { mayPerform, relationOf } from './permissions.ts';
import { no, ok } from './result.ts';
import type { Decision, Effects, Scene } from './scene.ts';
import type { Entry, Ticket } from './ticket.ts';
import { decideReopen, isOpen, setStatusOf, statusKeyOf, statusOf } from './ticket.ts';
import { entryOf, followingEntry, hasStatusOf, heardFromPerson, newTicket, sideOf, textProblem, touched, withStatus, writtenByDesk } from './traces.ts';

/**
 * The rules of a chat are handed in by whoever judges one, for most tickets never had any: on a screen they are loaded when
 * they are wanted. `ticket` is null where none is there yet; what may be done to it at all was judged before.
 */
export type DecideChat = (scene: Scene, action: ActionOf<ChatKind>, ticket: Ticket | null) => Decision;

/** Handed in for the same reason: what only the desk does. */
export type DecideAtDesk = (scene: Scene, action: ActionOf<DeskKind>, ticket: Ticket) => Decision;

const notJudgedHere = (): Decision => no({ kind: 'not-supported' });

export const decideAction = (
  scene: Scene,
  action: TicketAction,
  decideChat: DecideChat = notJudgedHere,
  decideAtDesk: DecideAtDesk = notJudgedHere,
): Decision => {
  if (action.kind === 'raise-ticket') return decideRaise(scene, action);
  if (action.kind === 'ask-chat' || action.kind === 'leave-message') return decideChat(scene, action, null);
  const ticket = scene.ticket;
  if (!ticket || relationOf(scene.actor, ticket) === 'foreign') return no({ kind: 'not-found' });
  const relation = relationOf(scene.actor, ticket);
  if (!mayPerform(scene.actor, action.kind, relation))
    return no({ kind: scene.actor.roles.includes('analyst') || relation === 'own' ? 'not-allowed' : 'not-found' });
  switch (action.kind) {
    case 'reply':
      return decideReply(scene, ticket, action);
    case 'attach':
      return decideAttach(scene, ticket, action);
    case 'chase':
      return decideChaseAction(scene, ticket, action);
    case 'resolve':
      return decideResolve(scene, ticket, action);
    case 'reopen':
      return decideReopenAction(scene, ticket, action);
    case 'mark-read':
      return ok({ tickets: [{ ...ticket, readAt: Math.max(ticket.readAt, Math.min(action.data.upTo, latestReadable(scene, ticket))) }], entries: [] });
    case 'add-note':
    case 'set-status':
    case 'assign':
      return decideAtDesk(scene, action, ticket);
    default:
      return decideChat(scene, action, ticket);
  }
};

/** Nobody has read what is still to come, and a clock that is behind does not keep what was written unread. */
const latestReadable = (scene: Scene, ticket: Ticket): Instant => Math.max(scene.now, ticket.deskWroteAt ?? 0);

const decideRaise = (scene: Scene, action: ActionOf<'raise-ticket'>): Decision => {
  const { service, flow } = scene;
  if (scene.ticket) return no({ kind: 'already-raised' });
  if (!mayPerform(scene.actor, 'raise-ticket', 'own')) return no({ kind: 'not-allowed' });
  if (!service) return no({ kind: 'service-withdrawn' });
  if (!flow) return no({ kind: 'flow-withdrawn', currentVersion: service.flow.version });
  const walk = walkFlow(flow, action.data.answers, scene.today);
  const strays = Object.keys(action.data.answers).filter((id) => !Object.hasOwn(walk.answers, id)) as QuestionId[];
  const missing = walk.outcome.kind === 'question' ? [walk.outcome.question.id] : [];
  if (walk.outcome.kind !== 'review' || strays.length > 0) return no({ kind: 'answers-not-accepted', questionIds: [...new Set([...missing, ...strays])] });
  const answered = answeredQuestions(walk);
  const named = { kind: service.makes, title: nameTicket(service, flow, answered) };
  const ticket: Ticket = {
    ...newTicket(scene, action.id, scene.actor.partitionId, {
      ...named,
      id: action.subject.id as TicketId,
      number: scene.ticketNumber,
      requester: scene.actor,
    }),
    serviceId: service.id,
    flow: action.data.flow,
    answers: answered,
    ...placeIn(flow, answered),
    dueAt: service.targetHours === null ? null : scene.now + minutes(service.targetHours * 60),
  };
  return ok({ tickets: [ticket], entries: [entryOf(scene, action, { kind: 'raised' })] });
};

const decideReply = (scene: Scene, ticket: Ticket, action: ActionOf<'reply'>): Decision => {
  const problem = textProblem(action.data.text);
  if (problem) return no(problem);
  const entry = entryOf(scene, action, { kind: 'message', text: action.data.text });
  return sideOf(scene, ticket) === 'desk' ? writtenToPerson(scene, ticket, entry) : writtenByPerson(scene, ticket, action, entry);
};

/** What the desk writes or sends is for somebody who can read it. */
const writtenToPerson = (scene: Scene, ticket: Ticket, entry: Entry): Decision =>
  ticket.awaitsAccount ? no({ kind: 'nobody-reads' }) : ok({ tickets: [writtenByDesk(scene, ticket)], entries: [entry] });

/**
 * What a person writes, says or sends answers what the desk waits for, and reopens a resolved ticket within its window. It says
 * nothing of what they have read: it may have waited offline while the desk wrote.
 */
export const writtenByPerson = (scene: Scene, ticket: Ticket, action: Action, entry: Entry): Decision => {
  const heard = heardFromPerson(scene, ticket);
  if (isOpen(ticket) && statusOf(ticket) !== 'waiting-for-person') return ok({ tickets: [heard], entries: [entry] });
  const reopened = isOpen(ticket) ? [] : [followingEntry(scene, action, 'reopened', { kind: 'reopened' }, entry.by)];
  return overProblem(scene, ticket) ?? ok({ tickets: [withStatus(scene, heard, action, { status: 'in-progress' })], entries: [entry, ...reopened] });
};

/** Why a ticket that is over cannot be opened any more; null for every other one. */
const overProblem = (scene: Scene, ticket: Ticket): Decision | null => {
  const decision = decideReopen(ticket, scene.partition, scene.now);
  return decision.kind === 'window-over' ? no({ kind: 'reopen-window-over', endedAt: decision.endedAt }) : null;
};

const decideAttach = (scene: Scene, ticket: Ticket, action: ActionOf<'attach'>): Decision => {
  const { file, questionId } = action.data;
  const fault = fileFault(file, scene.fileLimits);
  if (fault) return no({ kind: 'file-not-accepted', reason: fault });
  if (questionId !== null && !isPromised(ticket, questionId, file.id)) return no({ kind: 'not-found' });
  const entry = entryOf(scene, action, { kind: 'file', file, questionId, arrived: false });
  if (sideOf(scene, ticket) === 'desk') return writtenToPerson(scene, ticket, entry);
  // A file that answers a question was promised when the ticket was raised: it is on its way, whatever happened since.
  return questionId === null ? writtenByPerson(scene, ticket, action, entry) : ok({ tickets: [touched(scene, ticket)], entries: [entry] });
};

const isPromised = (ticket: Ticket, questionId: QuestionId, fileId: string): boolean =>
  ticket.answers.some((answer) => answer.questionId === questionId && isFiles(answer.value) && answer.value.some((file) => file.id === fileId));

const decideChaseAction = (scene: Scene, ticket: Ticket, action: ActionOf<'chase'>): Decision => {
  const policy = chasePolicyFor(scene.actor, scene.partition, ticket.kind);
  const made = ticket.chases.findIndex((chase) => chase.id === action.id);
  if (made !== -1) return ok({ tickets: [ticket], entries: [entryOf(scene, action, { kind: 'chase', count: made + 1, of: policy.maxChases })] });
  const decision = decideChase(ticket, policy, scene.now);
  if (decision.kind !== 'allowed') return no(decision);
  const chased: Ticket = { ...touched(scene, ticket), chases: [...ticket.chases, { id: action.id, at: scene.now, by: scene.actor.name }] };
  const status = statusAfterChase(policy);
  const marked = status && statusKeyOf(status) !== statusKeyOf(setStatusOf(ticket)) ? withStatus(scene, chased, action, status) : chased;
  const entry = entryOf(scene, action, { kind: 'chase', count: marked.chases.length, of: policy.maxChases });
  return ok(decision.reachesMaximum && policy.escalation ? escalate(scene, marked, action, entry) : { tickets: [marked], entries: [entry] });
};

/** The chase that reaches the maximum logs the escalation call, linked both ways, once: where a call can be logged at all. */
const escalate = (scene: Scene, ticket: Ticket, action: ActionOf<'chase'>, chaseEntry: Entry): Effects => {
  if (!scene.escalationCall || ticket.escalationCallId) return { tickets: [ticket], entries: [chaseEntry] };
  const { title, ...logged } = scene.escalationCall;
  const callTitle = `${title}: ${ticket.number ?? ticket.title}`;
  const call: Ticket = {
    ...newTicket(scene, `${action.id}/escalation`, ticket.partitionId, { ...logged, kind: 'call', title: callTitle, requester: ticket.requester }),
    ...logged,
    source: 'chase',
    escalates: ticket.id,
  };
  const raised: Entry = { id: `${action.id}/escalation` as EntryId, ticketId: call.id, at: scene.now, by: null, body: { kind: 'raised' } };
  const told = followingEntry(scene, action, 'escalated', { kind: 'escalation', callId: call.id, callNumber: logged.number });
  return { tickets: [{ ...ticket, escalationCallId: call.id }, call], entries: [chaseEntry, told, raised] };
};

/** The person says that it is solved. What the desk has resolved meanwhile is as it was wanted; what is over gets no other window to be opened in. */
const decideResolve = (scene: Scene, ticket: Ticket, action: ActionOf<'resolve'>): Decision =>
  (hasStatusOf(ticket, action) ? null : overProblem(scene, ticket)) ?? decideStatus(scene, ticket, action, { status: 'resolved' });

const decideReopenAction = (scene: Scene, ticket: Ticket, action: ActionOf<'reopen'>): Decision => {
  const entry = entryOf(scene, action, { kind: 'reopened' });
  if (hasStatusOf(ticket, action)) return ok({ tickets: [ticket], entries: [entry] });
  if (isOpen(ticket)) return no({ kind: 'not-resolved' });
  return overProblem(scene, ticket) ?? ok({ tickets: [withStatus(scene, touched(scene, ticket), action, { status: 'in-progress' })], entries: [entry] });
};
