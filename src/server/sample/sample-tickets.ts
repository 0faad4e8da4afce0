/** Tickets in different states, with what was said on them, so that every screen has something to show. */
import type { Instant } from '../../domain/instant.ts';
import { chases, gives, liveThrough, notes, reads, says, sets, type Catalogue, type LivedTicket, type Story } from './live-story.ts';
import { nobody } from '../../domain/assignment/assignment.ts';
import type { Assigned } from '../../domain/ticket.ts';
import { fromPlain } from './plain.ts';
import { ada, ben, cleo, gus, hal } from './sample-people.ts';

const hour = 60;
const day = 24 * hour;

const firstLine = fromPlain<Assigned>({ group: { id: 'first-line', name: 'First line' }, analyst: null });
const gussOfFirstLine: Assigned = { ...firstLine, analyst: { id: gus.id, name: gus.name } };
const hals: Assigned = { ...nobody, analyst: { id: hal.id, name: hal.name } };

const stories: readonly Story[] = [
  {
    number: 1021,
    requester: ada,
    serviceId: 'broken-equipment',
    raisedAgo: 62 * day,
    dueInMinutes: null,
    answers: () => ({
      device: 'printer',
      tag: 'NW-20417',
      where: 'Town Hall, 2nd floor, copy room',
      'what-happens': 'Printer on the second floor prints stripes',
      more: 'On every page, since Monday.',
      photo: null,
      'can-work': 'yes',
    }),
    happenings: [
      sets(61 * day, gus, 'in-progress'),
      says(61 * day - 30, gus, 'New drum is in. Would you print a page and look?'),
      reads(60 * day + 5, ada),
      says(60 * day, ada, 'Clean as new, thank you.'),
      sets(60 * day - 20, gus, 'resolved'),
      sets(46 * day, gus, 'closed'),
    ],
  },
  {
    number: 1033,
    requester: cleo,
    serviceId: 'laptop',
    raisedAgo: 8 * day,
    dueInMinutes: 4 * day,
    answers: (inDays) => ({ 'for-me': true, reason: 'first', model: 'light', extras: ['bag'], 'needed-by': inDays(14), 'hand-over': 'desk' }),
    happenings: [],
  },
  {
    number: 1036,
    requester: ada,
    serviceId: 'meeting-room',
    raisedAgo: 6 * day,
    dueInMinutes: null,
    answers: (inDays) => ({
      occasion: 'Budget round',
      day: inDays(9),
      time: '9:30 to 11:00',
      people: 14,
      equipment: ['video', 'screen'],
      catering: true,
      'cost-centre': '4711',
      guests: false,
    }),
    happenings: [says(5 * day, gus, 'The Mill Room is yours from 9:30 to 11:00. Coffee comes at ten.'), reads(4 * day, ada), sets(1 * day, gus, 'resolved')],
  },
  {
    number: 1038,
    requester: ben,
    serviceId: 'shared-mailbox',
    raisedAgo: 5 * day,
    dueInMinutes: null,
    answers: () => ({ what: 'new', address: 'parking-permits', members: 'Ben Okafor\nMia Lindqvist', owner: 'Mia Lindqvist', public: true }),
    happenings: [says(4 * day, gus, 'It is there: restart your mail programme once.'), reads(4 * day - 3, ben), sets(4 * day - 5, gus, 'resolved')],
  },
  {
    number: 1040,
    requester: ada,
    serviceId: 'software-licence',
    raisedAgo: 4 * day,
    dueInMinutes: 2 * day,
    answers: () => ({
      software: 'Adobe Acrobat Pro',
      seats: 3,
      'for-whom': 'Ada Lovell\nBen Okafor\nMia Lindqvist',
      'how-long': 'always',
      'cost-centre': '4711',
      why: 'To set the brochure of the summer programme and correct it with the printer.',
      offer: null,
    }),
    happenings: [
      sets(3 * day, gus, 'in-progress'),
      gives(3 * day - 1, gus, nobody, hals),
      says(3 * day - 5, gus, 'Ordered. The supplier promises the keys by the end of the week.'),
      reads(2 * day + 10, ada),
      says(2 * day, ada, 'Thank you! The brochure goes to print on Monday, so Friday would be perfect.'),
      chases(9 * hour, ada),
    ],
  },
  {
    number: 1041,
    requester: ada,
    serviceId: 'new-starter',
    raisedAgo: 4 * day,
    dueInMinutes: 5 * day,
    answers: (inDays) => ({
      name: 'Jonas Feld',
      'first-day': inDays(10),
      role: 'office',
      equipment: ['laptop', 'headset'],
      desk: 'Town Hall, 1st floor, room 110',
      systems: ['cases'],
      'same-as': 'Ben Okafor',
      buddy: 'Ben Okafor',
      more: null,
    }),
    happenings: [
      sets(2 * day, gus, 'in-progress'),
      says(5 * hour, gus, 'His laptop is ready. The badge photo is missing: could he send one to the reception?'),
    ],
  },
  {
    number: 1042,
    requester: ada,
    serviceId: 'broken-equipment',
    raisedAgo: 3 * day,
    dueInMinutes: 28 * hour,
    answers: () => ({
      device: 'laptop',
      tag: 'NW-01234',
      damage: ['nothing'],
      'what-happens': 'Laptop keeps restarting',
      more: 'Three or four times a day, without a warning. It began on Monday.',
      photo: null,
      'can-work': 'partly',
    }),
    happenings: [
      gives(2 * day + 21 * hour, hal, nobody, firstLine),
      gives(2 * day + 20 * hour + 1, gus, firstLine, gussOfFirstLine),
      says(2 * day + 20 * hour - 1, gus, 'Thank you, Ada. Does it restart on battery as well, or only in the dock?'),
      notes(2 * day + 19 * hour, gus, 'Same batch as R-1017 and R-1029: the supplier knows of a fault in the dock’s power part.'),
      sets(2 * day + 19 * hour - 2, gus, 'waiting-for-person'),
      reads(2 * day, ada),
    ],
  },
  {
    number: 1043,
    requester: ben,
    serviceId: 'broken-equipment',
    raisedAgo: 26 * hour,
    dueInMinutes: 4 * hour,
    answers: () => ({
      device: 'laptop',
      tag: null,
      damage: ['nothing'],
      'what-happens': 'No sound in video meetings',
      more: 'Since the update of last week. Music plays all right.',
      photo: null,
      'can-work': 'partly',
    }),
    happenings: [
      gives(25 * hour, gus, nobody, firstLine),
      chases(2 * hour, ben),
      says(1 * hour, ben, 'It also happens with the other headset, so it is not the headset.'),
    ],
  },
  {
    number: 1044,
    requester: ada,
    serviceId: 'building-repair',
    raisedAgo: 3 * hour,
    dueInMinutes: 20 * hour,
    answers: () => ({
      danger: false,
      kind: 'heating',
      temperature: 14,
      what: 'Radiator in room 214 stays cold',
      where: 'Town Hall, 2nd floor, room 214',
      photo: null,
      access: 'Any time',
    }),
    happenings: [],
  },
  {
    number: 1045,
    requester: cleo,
    serviceId: 'broken-equipment',
    raisedAgo: 70,
    dueInMinutes: 2 * hour,
    answers: () => ({
      device: 'printer',
      tag: 'NW-31007',
      where: 'Ward 7, nurses’ station',
      'what-happens': 'Label printer on ward 7 is out of labels and will not take new ones',
      more: null,
      photo: null,
      'can-work': 'many',
      reach: 'Extension 4407',
    }),
    happenings: [],
  },
];

export const sampleTickets = (catalogue: Catalogue, now: Instant): readonly LivedTicket[] => stories.map((story) => liveThrough(story, catalogue, now));
