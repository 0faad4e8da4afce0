/** Tickets in different states, with what was said on them: so that every screen has something to show. */
import type { AnsweredQuestion, Entry, EntryBody, Ticket, TicketKind, TicketStatus } from '../../domain/ticket.ts';
import { days, minutes, type Instant } from '../../domain/instant.ts';
import type { Author, Person } from '../../domain/person.ts';
import { fromPlain } from './plain.ts';
import { ada, ben, cleo, gus } from './sample-people.ts';

/** What happened, how long ago in minutes, and who did it (nobody: the desk's own rules). */
type Happening = { readonly ago: number; readonly by: Person | null; readonly body: EntryBody };

type Story = {
  readonly number: number;
  readonly requester: Person;
  readonly kind: TicketKind;
  readonly title: string;
  readonly serviceId: string;
  readonly answers: readonly (readonly [label: string, words: string])[];
  readonly dueInMinutes: number | null;
  /** The first is the raising. */
  readonly happenings: readonly Happening[];
};

const hour = 60;
const day = 24 * hour;

const raised = (ago: number, by: Person): Happening => ({ ago, by, body: { kind: 'raised' } });
const says = (ago: number, by: Person, text: string): Happening => ({ ago, by, body: { kind: 'message', text } });
const notes = (ago: number, by: Person, text: string): Happening => ({ ago, by, body: { kind: 'note', text } });
const becomes = (ago: number, by: Person, to: TicketStatus): Happening => ({ ago, by, body: { kind: 'status', to } });
const chases = (ago: number, by: Person, count: number, of: number): Happening => ({ ago, by, body: { kind: 'chase', count, of } });

const stories: readonly Story[] = [
  {
    number: 1042,
    requester: ada,
    kind: 'call',
    title: 'Laptop keeps restarting',
    serviceId: 'broken-equipment',
    answers: [
      ['What is broken?', 'Laptop or computer'],
      ['What is the number on its Northwind sticker?', 'NW-01234'],
      ['Can you work meanwhile?', 'With some trouble'],
    ],
    dueInMinutes: 28 * hour,
    happenings: [
      raised(3 * day, ada),
      becomes(2 * day + 20 * hour, gus, 'in-progress'),
      says(2 * day + 20 * hour - 1, gus, 'Thank you, Ada. Does it restart on battery as well, or only in the dock?'),
      notes(2 * day + 19 * hour, gus, 'Same batch as R-1017 and R-1029: the supplier knows of a fault in the dock’s power part.'),
      becomes(2 * day + 19 * hour - 2, gus, 'waiting-for-person'),
    ],
  },
  {
    number: 1040,
    requester: ada,
    kind: 'request',
    title: 'Adobe Acrobat Pro',
    serviceId: 'software-licence',
    answers: [
      ['Which software?', 'Adobe Acrobat Pro'],
      ['For how many people?', '3'],
      ['Which cost centre pays?', '4711'],
    ],
    dueInMinutes: 2 * day,
    happenings: [
      raised(4 * day, ada),
      becomes(3 * day, gus, 'in-progress'),
      says(3 * day - 5, gus, 'Ordered. The supplier promises the keys by the end of the week.'),
      says(2 * day, ada, 'Thank you! The brochure goes to print on Monday, so Friday would be perfect.'),
      chases(9 * hour, ada, 1, 2),
    ],
  },
  {
    number: 1044,
    requester: ada,
    kind: 'call',
    title: 'Radiator in room 214 stays cold',
    serviceId: 'building-repair',
    answers: [
      ['What is it about?', 'Heating or cooling'],
      ['Where is it?', 'Town Hall, 2nd floor, room 214'],
    ],
    dueInMinutes: 20 * hour,
    happenings: [raised(3 * hour, ada)],
  },
  {
    number: 1036,
    requester: ada,
    kind: 'request',
    title: 'Budget round',
    serviceId: 'meeting-room',
    answers: [
      ['How many people will be in the room?', '14'],
      ['What should be there?', 'Video conference, Large screen'],
    ],
    dueInMinutes: null,
    happenings: [
      raised(6 * day, ada),
      says(5 * day, gus, 'The Mill Room is yours from 9:30 to 11:00. Coffee comes at ten.'),
      becomes(1 * day, gus, 'resolved'),
    ],
  },
  {
    number: 1021,
    requester: ada,
    kind: 'call',
    title: 'Printer on the second floor prints stripes',
    serviceId: 'broken-equipment',
    answers: [['What is broken?', 'Printer or scanner']],
    dueInMinutes: null,
    happenings: [
      raised(62 * day, ada),
      becomes(61 * day, gus, 'in-progress'),
      says(61 * day - 30, gus, 'New drum is in. Would you print a page and look?'),
      says(60 * day, ada, 'Clean as new, thank you.'),
      becomes(60 * day - 20, gus, 'resolved'),
      becomes(46 * day, gus, 'closed'),
    ],
  },
  {
    number: 1041,
    requester: ada,
    kind: 'request',
    title: 'Jonas Feld',
    serviceId: 'new-starter',
    answers: [
      ['What kind of work will they do?', 'Office work'],
      ['What equipment do they need?', 'Laptop, Headset'],
      ['Who helps them on the first day?', 'Ben Okafor'],
    ],
    dueInMinutes: 5 * day,
    happenings: [
      raised(4 * day, ada),
      becomes(2 * day, gus, 'in-progress'),
      says(5 * hour, gus, 'His laptop is ready. The badge photo is missing: could he send one to the reception?'),
    ],
  },
  {
    number: 1043,
    requester: ben,
    kind: 'call',
    title: 'No sound in video meetings',
    serviceId: 'broken-equipment',
    answers: [['What is broken?', 'Laptop or computer']],
    dueInMinutes: 4 * hour,
    happenings: [raised(26 * hour, ben), chases(2 * hour, ben, 1, 3), says(1 * hour, ben, 'It also happens with the other headset, so it is not the headset.')],
  },
  {
    number: 1038,
    requester: ben,
    kind: 'request',
    title: 'parking-permits',
    serviceId: 'shared-mailbox',
    answers: [['What should happen?', 'A new shared mailbox']],
    dueInMinutes: null,
    happenings: [raised(5 * day, ben), says(4 * day, gus, 'It is there: restart your mail programme once.'), becomes(4 * day - 5, gus, 'resolved')],
  },
  {
    number: 1045,
    requester: cleo,
    kind: 'call',
    title: 'Label printer on ward 7 is out of labels and will not take new ones',
    serviceId: 'broken-equipment',
    answers: [['What is broken?', 'Printer or scanner']],
    dueInMinutes: 2 * hour,
    happenings: [raised(70, cleo)],
  },
  {
    number: 1033,
    requester: cleo,
    kind: 'request',
    title: 'A laptop',
    serviceId: 'laptop',
    answers: [['Which one suits the work?', 'Light, 13 inches']],
    dueInMinutes: 4 * day,
    happenings: [raised(8 * day, cleo)],
  },
];

export const sampleTickets = (now: Instant): readonly { readonly ticket: Ticket; readonly entries: readonly Entry[] }[] =>
  stories.map((story) => tell(story, now));

const tell = (story: Story, now: Instant): { readonly ticket: Ticket; readonly entries: readonly Entry[] } => {
  const id = `01900000-0000-7000-8000-00000000${story.number}`;
  const entries = story.happenings.map((happening, index) =>
    fromPlain<Entry>({ id: `${id}/${index}`, ticketId: id, at: now - minutes(happening.ago), by: authorOf(story, happening.by), body: happening.body }),
  );
  const at = (index: number): Instant => entries[index]?.at ?? now;
  const fromDesk = entries.filter((entry) => entry.by?.side === 'desk' && entry.body.kind === 'message').at(-1);
  const lastOwn = entries.filter((entry) => entry.by?.side === 'person').at(-1);
  const statuses = entries.flatMap((entry) => (entry.body.kind === 'status' ? [{ id: entry.id, at: entry.at, status: entry.body.to }] : []));
  const ticket = fromPlain<Ticket>({
    id,
    number: `R-${story.number}`,
    kind: story.kind,
    title: story.title,
    partitionId: story.requester.partitionId,
    requester: { id: story.requester.id, name: story.requester.name },
    serviceId: story.serviceId,
    flow: { id: story.serviceId, version: 1 },
    answers: story.answers.map(answered),
    raisedAt: at(0),
    updatedAt: at(entries.length - 1),
    statuses: [{ id: `${id}/new`, at: at(0), status: 'new' }, ...statuses],
    chases: entries.flatMap((entry) => (entry.body.kind === 'chase' ? [{ id: entry.id, at: entry.at, by: story.requester.name }] : [])),
    deskWroteAt: fromDesk?.at ?? null,
    // Long ago was read long ago; what the desk said in the last hours may still be news.
    readAt: Math.max(lastOwn?.at ?? at(0), Math.min(fromDesk?.at ?? 0, now - days(1))),
    dueAt: story.dueInMinutes === null ? null : now + minutes(story.dueInMinutes),
    escalationCallId: null,
    escalates: null,
  });
  return { ticket, entries };
};

const authorOf = (story: Story, person: Person | null): Author | null =>
  person && { id: person.id, name: person.name, side: person === story.requester ? 'person' : 'desk' };

const answered = ([label, words]: readonly [string, string], index: number): AnsweredQuestion =>
  fromPlain<AnsweredQuestion>({ questionId: `answer-${index}`, label, kind: 'short-text', value: words, optionLabels: [] });
