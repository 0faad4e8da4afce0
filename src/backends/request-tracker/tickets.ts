/** RT's tickets and their history as tickets and timelines. Pure: RT's words in, ours out. */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { EntryId, PersonId, QuestionId, ServiceId, TicketId } from '../../domain/ids.ts';
import { isDay, type Instant } from '../../domain/instant.ts';
import type { Author, Person } from '../../domain/person.ts';
import type { AnsweredQuestion, ChaseFact, Entry, EntryBody, StatusFact, Ticket } from '../../domain/ticket.ts';
import { readClientId } from './client-id.ts';
import { textOfHtml } from './html-to-text.ts';
import { momentIn } from './moments.ts';
import { chasePolicyOf, rtPartitionId, statusOfRt } from './partition.ts';
import { valueOf, type RtAttachment, type RtTicket, type RtTransaction } from './wire.ts';

/** Who reads: their tickets, and which words of them are their own. */
export type Reader = {
  readonly person: Person;
  readonly userName: string;
  /** The time zone that the person has in RT (IANA); empty where they have none of their own. */
  readonly zone: string;
  readonly settings: RequestTrackerSettings;
  /** RT keeps no mark of what a requestor has read: whatever the desk wrote up to this moment counts as read on this device. */
  readonly readUpTo: Instant;
};

/** All that was said and done on a ticket, in RT's order; and of an escalation, the ticket that it is about. */
export type Conversation = {
  readonly transactions: readonly RtTransaction[];
  readonly attachments: readonly RtAttachment[];
  readonly escalates?: TicketId | null;
};

export type TicketWithEntries = { readonly ticket: Ticket; readonly entries: readonly Entry[] };

/** The ticket as a list tells it: without what only the history knows. */
export const listedTicket = (row: RtTicket, reader: Reader): Ticket => {
  const { settings, person } = reader;
  const raisedAt = row.Created ?? 0;
  const updatedAt = row.LastUpdated ?? raisedAt;
  const status = statusOfRt(row.Status, settings);
  const raised: StatusFact = { id: raisedEntryId(row, settings), at: raisedAt, status: 'new' };
  const now: StatusFact = { id: `ticket-${row.id}/status` as EntryId, at: row.Resolved ?? updatedAt, status };
  return {
    id: row.id as TicketId,
    number: `#${row.id}`,
    kind: settings.queues[row.Queue.Name]?.makes ?? 'call',
    title: row.Subject,
    partitionId: rtPartitionId,
    requester: { id: person.id, name: person.name },
    serviceId: `queue-${row.Queue.id}` as ServiceId,
    flow: null,
    answers: answersOf(row, reader),
    raisedAt,
    updatedAt,
    statuses: status === 'new' ? [raised] : [raised, now],
    chases: [],
    deskWroteAt: null,
    readAt: reader.readUpTo,
    dueAt: row.Due,
    escalationCallId: null,
    escalates: null,
  };
};

/** An escalation has its id of the chase that made it, which is an entry itself. */
const raisedEntryId = (row: RtTicket, { requestIdField }: RequestTrackerSettings): EntryId => {
  const clientId = readClientId(valueOf(row.CustomFields, requestIdField));
  return (clientId?.purpose === null ? clientId.actionId : `ticket-${row.id}/raised`) as EntryId;
};

/** What the fields hold, in the order in which RT made them: lists give them in any. */
const answersOf = (row: RtTicket, { settings: { requestIdField }, zone }: Reader): readonly AnsweredQuestion[] =>
  row.CustomFields.filter(({ name, values }) => name !== requestIdField && values.length > 0)
    .sort((one, other) => Number(one.id) - Number(other.id))
    .map(({ id, name, values }) => ({ questionId: `cf-${id}` as QuestionId, label: name, ...answerOf(values, zone) }));

const answerOf = (values: readonly string[], zone: string): Pick<AnsweredQuestion, 'kind' | 'value' | 'optionLabels'> => {
  const [only = ''] = values;
  if (values.length > 1) return { kind: 'several-choices', value: values, optionLabels: values };
  return { kind: isDay(only) ? 'date' : 'long-text', value: isMoment(only) ? momentIn(only, zone) : only, optionLabels: [] };
};

/** RT tells the value of a field with a day and a time in UTC. */
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);

/** The ticket with everything that its history tells. */
export const ticketWithEntries = (row: RtTicket, { transactions, attachments, escalates = null }: Conversation, reader: Reader): TicketWithEntries => {
  const listed = listedTicket(row, reader);
  const story = transactions.reduce(told(row, attachments, reader), {
    ticket: { ...listed, escalates, statuses: listed.statuses.slice(0, 1) },
    entries: [],
  } as TicketWithEntries);
  const status = statusOfRt(row.Status, reader.settings);
  const { ticket, entries } = story;
  const isTold = ticket.statuses.at(-1)?.status === status;
  return { entries: apart(entries), ticket: isTold ? ticket : { ...ticket, statuses: [...ticket.statuses, ...listed.statuses.slice(-1)] } };
};

const told =
  (row: RtTicket, attachments: readonly RtAttachment[], reader: Reader) =>
  (story: TicketWithEntries, transaction: RtTransaction): TicketWithEntries => {
    const parts = attachments.filter(({ TransactionId }) => TransactionId === transaction.id);
    switch (transaction.Type) {
      case 'Create':
        return afterCreate(story, { row, transaction, parts, reader });
      case 'Correspond':
        return afterCorrespond(story, { row, transaction, parts, reader });
      case 'Status':
        return afterStatus(story, { row, transaction, parts, reader });
      case 'AddLink':
        return afterLink(story, { row, transaction, parts, reader });
      default:
        return story;
    }
  };

type Told = { readonly row: RtTicket; readonly transaction: RtTransaction; readonly parts: readonly RtAttachment[]; readonly reader: Reader };

const isOwn = ({ transaction, reader }: Told): boolean => transaction.Creator.Name === reader.userName || transaction.Creator.id === reader.userName;

/** Whoever asked for it together with this person is not the desk. */
const isOfDesk = (told: Told): boolean => !isOwn(told) && told.row.Requestor.every(({ id }) => id !== told.transaction.Creator.id);

const entry = (told: Told, id: string, body: EntryBody): Entry => {
  const { row, transaction, reader } = told;
  const { Creator } = transaction;
  const side: Author['side'] = isOfDesk(told) ? 'desk' : 'person';
  const by = isOwn(told)
    ? { id: reader.person.id, name: reader.person.name, side }
    : { id: Creator.id as PersonId, name: Creator.RealName || Creator.Name || Creator.id, side };
  return { id: id as EntryId, ticketId: row.id as TicketId, at: transaction.Created ?? 0, by: Creator.id === 'RT_System' ? null : by, body };
};

const afterCreate = (story: TicketWithEntries, told: Told): TicketWithEntries => {
  const { row, transaction, reader } = told;
  // What was merged into it was raised as well; of this one there is but one beginning.
  const isFirst = story.entries.every(({ body }) => body.kind !== 'raised');
  const raised = isFirst ? [entry(told, raisedEntryId(row, reader.settings), { kind: 'raised' })] : [];
  // Nobody wrote it: the rules of the portal did, and its words are its title.
  if (isEscalation(row, reader.settings)) return { ...story, entries: [...story.entries, ...raised.map((each) => ({ ...each, by: null }))] };
  return {
    ticket: isOfDesk(told) ? wroteAt(story.ticket, transaction.Created ?? 0, true) : story.ticket,
    entries: [...story.entries, ...raised, ...messageEntries(told, `txn-${transaction.id}`), ...fileEntries(told)],
  };
};

const afterCorrespond = (story: TicketWithEntries, told: Told): TicketWithEntries => {
  const { transaction, reader } = told;
  const clientId = readClientId(valueOf(transaction.CustomFields, reader.settings.messageIdField));
  const heard = wroteAt(story.ticket, transaction.Created ?? 0, isOfDesk(told));
  switch (clientId?.purpose) {
    case 'chase': {
      const chase: ChaseFact = { id: clientId.actionId, at: transaction.Created ?? 0, by: transaction.Creator.RealName || transaction.Creator.Name };
      const count = story.ticket.chases.length + 1;
      const of = Math.max(count, chasePolicyOf(reader.settings).maxChases);
      return {
        ticket: { ...story.ticket, chases: [...story.ticket.chases, chase] },
        entries: [...story.entries, entry(told, clientId.actionId, { kind: 'chase', count, of })],
      };
    }
    case 'file': {
      const [file, ...more] = fileEntries(told);
      return { ticket: heard, entries: [...story.entries, ...(file ? [{ ...file, id: clientId.actionId as string as EntryId }] : []), ...more] };
    }
    // A word of the portal's own, beside the action that the id is of.
    case 'answers':
    case 'escalation':
      return { ticket: heard, entries: [...story.entries, ...messageEntries(told, `txn-${transaction.id}`)] };
    default:
      return { ticket: heard, entries: [...story.entries, ...messageEntries(told, clientId?.actionId ?? `txn-${transaction.id}`), ...fileEntries(told)] };
  }
};

const wroteAt = (ticket: Ticket, at: Instant, byDesk: boolean): Ticket => (byDesk ? { ...ticket, deskWroteAt: at } : { ...ticket, personWroteAt: at });

const afterStatus = (story: TicketWithEntries, told: Told): TicketWithEntries => {
  const { transaction, reader } = told;
  const before = story.ticket.statuses.at(-1)?.status;
  const to = statusOfRt(transaction.NewValue, reader.settings);
  if (to === before) return story;
  const fact: StatusFact = { id: `txn-${transaction.id}` as EntryId, at: transaction.Created ?? 0, status: to };
  const isReopened = (before === 'resolved' || before === 'closed') && to !== 'resolved' && to !== 'closed';
  return {
    ticket: { ...story.ticket, statuses: [...story.ticket.statuses, fact] },
    entries: [...story.entries, entry(told, `txn-${transaction.id}`, isReopened ? { kind: 'reopened' } : { kind: 'status', to })],
  };
};

/** The ticket that the last chase made refers to this one. */
const afterLink = (story: TicketWithEntries, told: Told): TicketWithEntries => {
  const { transaction, reader } = told;
  const other = /\/ticket\/(\d+)$/.exec(transaction.NewValue)?.[1] as TicketId | undefined;
  const { escalation, maxChases } = chasePolicyOf(reader.settings);
  const isEscalation = transaction.Field === 'ReferredToBy' && escalation !== null && story.ticket.chases.length >= maxChases;
  if (other === undefined || !isEscalation || story.ticket.escalationCallId !== null) return story;
  return {
    ticket: { ...story.ticket, escalationCallId: other },
    entries: [...story.entries, entry(told, `txn-${transaction.id}`, { kind: 'escalation', callId: other, callNumber: `#${other}` })],
  };
};

/** Made by the portal, because another ticket was chased to the maximum. */
export const isEscalation = (row: RtTicket, { requestIdField }: RequestTrackerSettings): boolean =>
  readClientId(valueOf(row.CustomFields, requestIdField))?.purpose === 'escalation';

const messageEntries = (told: Told, id: string): readonly Entry[] => {
  const words = spoken(told.parts).map(({ ContentType, Content }) => (ContentType === 'text/plain' ? (Content ?? '') : textOfHtml(Content ?? '')));
  const text = words
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n');
  return text === '' ? [] : [entry(told, id, { kind: 'message', text })];
};

/**
 * The texts of a message, but for a second form of one: of a multipart/alternative (RFC 2046) the plain text is enough, where it
 * says anything. RT lists parts in their order; which stands in which it does not tell.
 */
const spoken = (parts: readonly RtAttachment[]): readonly RtAttachment[] => {
  let alternative: 'none' | 'begun' | 'said' = 'none';
  return parts.filter((part) => {
    const { ContentType } = part;
    if (ContentType === 'multipart/alternative') alternative = 'begun';
    else if (isText(part) && ContentType === 'text/plain' && alternative === 'begun') alternative = part.Content?.trim() ? 'said' : 'none';
    else if (isText(part) && ContentType === 'text/html' && alternative === 'said') {
      alternative = 'none';
      return false;
    } else if (ContentType !== 'multipart/related') alternative = 'none';
    return isText(part);
  });
};

const fileEntries = (told: Told): readonly Entry[] =>
  told.parts.filter(isFile).map((part) =>
    entry(told, `att-${part.id}`, {
      kind: 'file',
      file: { id: `att-${part.id}` as never, name: part.Filename || unnamed(part), sizeBytes: part.ContentLength, type: part.ContentType, sha256: '' },
      questionId: null,
      arrived: true,
    }),
  );

export const isText = ({ Filename, ContentType }: RtAttachment): boolean => Filename === '' && (ContentType === 'text/plain' || ContentType === 'text/html');

/** A mail may bring a picture or an appointment without a name; what holds the parts together is none itself. */
const isFile = (part: RtAttachment): boolean => !isText(part) && !(part.Filename === '' && part.ContentType.startsWith('multipart/'));

const unnamed = ({ ContentType }: RtAttachment): string => `untitled.${/\/([a-z]+)/.exec(ContentType)?.[1] ?? 'bin'}`;

/** RT's clock has whole seconds: what happened within one is kept in order by a millisecond each. */
const apart = (entries: readonly Entry[]): readonly Entry[] => {
  let last = 0;
  return entries.map((each) => {
    last = Math.max(each.at, last + 1);
    return { ...each, at: last };
  });
};
