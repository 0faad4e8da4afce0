/**
 * Tickets of the sample are not written down but lived through: the rule book that judges everybody's actions judges
 * these, so that they could have happened.
 */
import type { TicketAction, TicketActionBody } from '../../domain/action.ts';
import { decideAtDesk } from '../../domain/decide-at-desk.ts';
import { decideAction } from '../../domain/decide-action.ts';
import type { Effects } from '../../domain/scene.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import { days, minutes, type Day, type Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { AnswerValue, QuestionFlow } from '../../domain/question-flow.ts';
import type { Service } from '../../domain/service.ts';
import type { Assigned, Entry, Ticket, TicketStatus } from '../../domain/ticket.ts';

export type Story = {
  readonly number: number;
  readonly requester: Person;
  readonly serviceId: string;
  /** Minutes. */
  readonly raisedAgo: number;
  /** When the desk promises it done, seen from now; null promises nothing. */
  readonly dueInMinutes: number | null;
  /** By question id; days are counted from the day it was raised. */
  readonly answers: (inDays: (count: number) => Day) => Readonly<Record<string, AnswerValue>>;
  readonly happenings: readonly Happening[];
};

/** What was done, how long ago in minutes, and by whom. */
type Happening = { readonly ago: number; readonly by: Person; readonly body: (at: Instant) => TicketActionBody };

export const says = (ago: number, by: Person, text: string): Happening => ({ ago, by, body: () => ({ kind: 'reply', data: { text } }) });
export const notes = (ago: number, by: Person, text: string): Happening => ({ ago, by, body: () => ({ kind: 'add-note', data: { text } }) });
export const sets = (ago: number, by: Person, status: TicketStatus): Happening => ({ ago, by, body: () => ({ kind: 'set-status', data: { status } }) });
export const gives = (ago: number, by: Person, from: Assigned, to: Assigned): Happening => ({ ago, by, body: () => ({ kind: 'assign', data: { from, to } }) });
export const chases = (ago: number, by: Person): Happening => ({ ago, by, body: () => ({ kind: 'chase', data: {} }) });
export const reads = (ago: number, by: Person): Happening => ({ ago, by, body: (upTo) => ({ kind: 'mark-read', data: { upTo } }) });

/** What tickets are raised from. */
export type Catalogue = { readonly partitions: readonly Partition[]; readonly services: readonly Service[]; readonly flows: readonly QuestionFlow[] };

export type LivedTicket = { readonly ticket: Ticket; readonly entries: readonly Entry[] };

export const liveThrough = (story: Story, catalogue: Catalogue, now: Instant): LivedTicket => {
  const service = named(catalogue.services, story.serviceId);
  const flow = named(catalogue.flows, service.flow.id);
  const partition = named(catalogue.partitions, story.requester.partitionId);
  const entries: Entry[] = [];
  let ticket: Ticket | null = null;
  for (const [index, { ago, by, body }] of [raising(story, service), ...story.happenings].entries()) {
    const at = now - minutes(ago);
    const action = actionOf(story, index, at, body(at));
    const scene = {
      actor: by,
      partition,
      now: at,
      ticket,
      service,
      flow,
      today: dayOf(at),
      ticketNumber: `R-${story.number}`,
      escalationCall: null,
      fileLimits,
    };
    const decision = decideAction(scene, action, undefined, decideAtDesk);
    if (!decision.ok) throw new Error(`R-${story.number} cannot have happened: ${action.kind} is refused, ${decision.problem.kind}`);
    const effects: Effects = decision.value;
    ticket = effects.tickets[0];
    entries.push(...effects.entries);
  }
  if (!ticket) throw new Error(`R-${story.number} was never raised`);
  return { ticket: { ...ticket, dueAt: story.dueInMinutes === null ? null : now + minutes(story.dueInMinutes) }, entries };
};

const raising = (story: Story, service: Service): Happening => ({
  ago: story.raisedAgo,
  by: story.requester,
  body: (at) => ({
    kind: 'raise-ticket',
    data: {
      serviceId: service.id,
      flow: service.flow,
      answers: story.answers((count) => dayOf(at + days(count))),
    },
  }),
});

/** Always the same id for the same deed, so that a sample that is made again is the same sample. */
const actionOf = (story: Story, index: number, at: Instant, body: TicketActionBody): TicketAction => ({
  v: 1,
  id: `01900000-0000-7000-8000-${story.number}0000${String(index).padStart(4, '0')}` as ActionId,
  subject: { kind: 'ticket', id: `01900000-0000-7000-8000-00000000${story.number}` as TicketId },
  at,
  ...body,
});

const dayOf = (at: Instant): Day => new Date(at).toISOString().slice(0, 10);

const named = <Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing => {
  const thing = things.find((candidate) => candidate.id === id);
  if (!thing) throw new Error(`The sample knows no "${id}"`);
  return thing;
};
