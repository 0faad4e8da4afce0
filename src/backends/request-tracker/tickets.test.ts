import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestTrackerSchema } from '../../contract/request-tracker-settings.ts';
import { aPerson, minted } from '../../domain/builders.testing.ts';
import type { ActionId } from '../../domain/ids.ts';
import { statusOf } from '../../domain/ticket.ts';
import { writeClientId } from './client-id.ts';
import { listedTicket, ticketWithEntries, type Reader } from './tickets.ts';
import { attachmentSchema, ticketSchema, transactionSchema, type RtAttachment, type RtTransaction } from './wire.ts';

const settings = v.parse(requestTrackerSchema, { kind: 'request-tracker', chase: { maxChases: 2, escalation: { queue: 'IT' } } });
const reader: Reader = { person: aPerson(), userName: 'ada', zone: 'Europe/Berlin', settings, readUpTo: 0 };
const [raised, chased, filed] = [minted<ActionId>(1), minted<ActionId>(2), minted<ActionId>(3)];

const row = (more: object = {}) =>
  v.parse(ticketSchema, {
    id: '17',
    Subject: 'A shelf',
    Status: 'open',
    Created: '2026-11-24T09:00:00Z',
    LastUpdated: '2026-11-24T10:00:00Z',
    Resolved: '1970-01-01T00:00:00Z',
    Due: '',
    Queue: { id: '3', Name: 'IT' },
    CustomFields: [
      { id: '9', name: 'Where', values: ['Here'] },
      { id: '2', name: 'Client Request Id', values: [raised] },
      { id: '7', name: 'Needed by', values: ['2026-12-01'] },
      { id: '6', name: 'Who', values: ['Me', 'My team'] },
      { id: '5', name: 'Nothing', values: [] },
    ],
    ...more,
  });

let last = 0;
const said = (Type: string, more: object = {}, creator = 'ada'): RtTransaction =>
  v.parse(transactionSchema, {
    id: (last += 1),
    ObjectId: '17',
    Type,
    Created: '2026-11-24T09:00:00Z',
    Creator: { id: creator, Name: creator, RealName: creator.toUpperCase() },
    ...more,
  });
const messageId = (value: string) => ({ CustomFields: [{ id: '10', name: 'Client Message Id', values: [value] }] });
const part = (transaction: RtTransaction, more: object): RtAttachment =>
  v.parse(attachmentSchema, { id: 100 + last, TransactionId: transaction.id, ContentType: 'text/plain', Filename: '', ContentLength: '3', ...more });

test('a ticket tells what its fields hold, in the order in which they were made, and nothing of our own id', () => {
  expect(listedTicket(row(), reader).answers.map(({ label, kind, value }) => [label, kind, value])).toEqual([
    ['Who', 'several-choices', ['Me', 'My team']],
    ['Needed by', 'date', '2026-12-01'],
    ['Where', 'long-text', 'Here'],
  ]);
});

test('a day with a time is told as the form asks for it, in the time zone that the person has in Request Tracker', () => {
  const CustomFields = [{ id: '9', name: 'Visit', values: ['2026-11-30T23:05:00Z'] }];
  const told = (zone: string) => listedTicket(row({ CustomFields }), { ...reader, zone }).answers.map(({ value }) => value);
  expect(told('Europe/Berlin')).toEqual(['2026-12-01 00:05']);
  expect(told('Australia/Lord_Howe')).toEqual(['2026-12-01 10:05']);
  // Without one of their own nobody can say how it was meant: the zone stands beside it.
  expect(told('')).toEqual(['2026-11-30 23:05 UTC']);
  expect(told('Nowhere/Town')).toEqual(['2026-11-30 23:05 UTC']);
});

test('a date that was never set is none', () => {
  expect(listedTicket(row({ Due: '1970-01-01T00:00:00Z' }), reader).dueAt).toBeNull();
});

test('who asked together with this person is not the desk: only the desk’s words wait to be read', () => {
  const both = row({ Requestor: [{ id: 'ada' }, { id: 'ben' }] });
  const [bens, desks] = [said('Correspond', {}, 'ben'), said('Correspond', {}, 'gus')];
  const told = (transactions: readonly RtTransaction[]) =>
    ticketWithEntries(both, { transactions, attachments: transactions.map((each) => part(each, { Content: 'Well?' })) }, reader);
  expect(told([bens]).ticket.deskWroteAt).toBeNull();
  expect(told([bens, desks]).ticket.deskWroteAt).not.toBeNull();
  expect(told([bens, desks]).entries.map(({ by }) => [by?.id, by?.side])).toEqual([
    ['ben', 'person'],
    ['gus', 'desk'],
  ]);
});

test.each([
  ['two forms of the same words', ['multipart/alternative', 'text/plain A', 'text/html <p>A</p>'], 'A'],
  ['words and a footer that a list put under them', ['multipart/mixed', 'text/html <p>A</p>', 'text/plain B'], 'A\n\nB'],
  ['two forms, and more behind them', ['multipart/mixed', 'multipart/alternative', 'text/plain A', 'text/html <p>A</p>', 'text/html <p>B</p>'], 'A\n\nB'],
  ['two forms, one with its pictures', ['multipart/alternative', 'text/plain A', 'multipart/related', 'text/html <p>A</p>'], 'A'],
  ['two forms, the plain one empty', ['multipart/alternative', 'text/plain', 'text/html <p>A</p>'], 'A'],
  ['two forms, an appointment, and more behind them', ['multipart/alternative', 'text/plain A', 'text/calendar BEGIN', 'text/html <p>B</p>'], 'A\n\nB'],
  ['one form only', ['multipart/alternative', 'text/html <p>A</p>'], 'A'],
])('a mail is told once and whole: %s', (_, parts, text) => {
  const mailed = said('Correspond', {}, 'gus');
  const attachments = parts.map((each, index) => {
    const [ContentType = '', ...words] = each.split(' ');
    return part(mailed, { id: 700 + index, ContentType, Content: words.join(' ') });
  });
  const { entries } = ticketWithEntries(row(), { transactions: [mailed], attachments }, reader);
  expect(entries.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []))).toEqual([text]);
});

test('what the desk raised for somebody waits to be read, and what they raised themselves does not', () => {
  const raisedBy = (creator: string) => ticketWithEntries(row(), { transactions: [said('Create', {}, creator)], attachments: [] }, reader).ticket;
  expect(raisedBy('gus').deskWroteAt).not.toBeNull();
  expect(raisedBy('ada').deskWroteAt).toBeNull();
});

test('a ticket that another one was merged into has one beginning, and the words of both', () => {
  const transactions = [said('Create'), said('Correspond'), said('Create')];
  const attachments = transactions.map((each, index) => part(each, { id: 500 + index, Content: `Words ${index}` }));
  const { entries } = ticketWithEntries(row(), { transactions, attachments }, reader);
  expect(entries.map(({ body }) => (body.kind === 'message' ? body.text : body.kind))).toEqual(['raised', 'Words 0', 'Words 1', 'Words 2']);
  expect(entries[0]?.id).toBe(raised);
});

test('an escalation takes nothing from the chase that made it', () => {
  const escalation = row({ CustomFields: [{ id: '2', name: 'Client Request Id', values: [writeClientId(chased, 'escalation')] }] });
  const created = said('Create');
  const { entries } = ticketWithEntries(escalation, { transactions: [created], attachments: [part(created, { Content: 'Waiting too long: #16' })] }, reader);
  expect(entries.map(({ id }) => id)).not.toContain(chased);
  // Its words are its title, and nobody's.
  expect(entries.map(({ body, by }) => [body.kind, by])).toEqual([['raised', null]]);
});

test('a picture that a mail brought without a name is a file all the same', () => {
  const mailed = said('Correspond', {}, 'gus');
  const attachments = [
    part(mailed, { id: 1, ContentType: 'multipart/mixed' }),
    part(mailed, { id: 2, ContentType: 'text/plain', Content: 'As you see:' }),
    part(mailed, { id: 3, ContentType: 'image/svg+xml' }),
    part(mailed, { id: 4, ContentType: 'message/rfc822' }),
  ];
  const { entries } = ticketWithEntries(row(), { transactions: [mailed], attachments }, reader);
  expect(entries.map(({ body }) => (body.kind === 'file' ? body.file.name : body.kind))).toEqual(['message', 'untitled.svg', 'untitled.rfc']);
});

test('what happened within one second keeps its order, and what the portal wrote its id', () => {
  const create = said('Create');
  const reply = said('Correspond', messageId(chased));
  const desk = said('Correspond', {}, 'gus');
  const attachments = [
    part(create, { Content: 'It leans.' }),
    part(reply, { Content: 'more' }),
    part(desk, { ContentType: 'text/html', Content: '<p>Seen</p>' }),
  ];
  const { ticket, entries } = ticketWithEntries(row(), { transactions: [create, reply, desk], attachments }, reader);
  expect(entries.map(({ body, by }) => [body.kind, body.kind === 'message' ? body.text : '', by?.side])).toEqual([
    ['raised', '', 'person'],
    ['message', 'It leans.', 'person'],
    ['message', 'more', 'person'],
    ['message', 'Seen', 'desk'],
  ]);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((one, other) => one - other));
  expect(new Set(entries.map(({ at }) => at)).size).toBe(entries.length);
  expect([entries[0]?.id, entries[2]?.id]).toEqual([raised, chased]);
  expect(ticket.deskWroteAt).toBe(desk.Created);
  expect(ticket.personWroteAt).toBe(reply.Created);
});

test('a chase is counted and is no message; a file is a file under its action, and is no message either', () => {
  const chase = said('Correspond', messageId(writeClientId(chased, 'chase')));
  const file = said('Correspond', messageId(writeClientId(filed, 'file')));
  const attachments = [
    part(chase, { Content: 'Please look' }),
    part(file, { Content: 'plan.txt' }),
    part(file, { ContentType: 'application/octet-stream', Filename: 'plan.txt', ContentLength: '42' }),
  ];
  const { ticket, entries } = ticketWithEntries(row(), { transactions: [chase, file], attachments }, reader);
  expect(ticket.chases.map(({ id }) => id)).toEqual([chased]);
  expect(entries.map(({ id, body }) => [id, body.kind])).toEqual([
    [chased, 'chase'],
    [filed, 'file'],
  ]);
  expect(entries[1]?.body).toMatchObject({ file: { name: 'plan.txt', sizeBytes: 42 }, arrived: true });
});

test('the ticket that the last chase made is told as its escalation, and no other link is', () => {
  const chases = [1, 2].map((count) => said('Correspond', messageId(writeClientId(minted<ActionId>(20 + count), 'chase'))));
  const link = said('AddLink', { Field: 'ReferredToBy', NewValue: 'fsck.com-rt://northwind.example/ticket/23' });
  const tell = (transactions: readonly RtTransaction[]) => ticketWithEntries(row(), { transactions, attachments: [] }, reader).ticket.escalationCallId;
  expect(tell([...chases, link])).toBe('23');
  expect(tell([...chases.slice(1), link])).toBeNull();
});

test('the status now is what RT holds, also where the history does not tell how it came to be', () => {
  const resolved = { Status: 'resolved', Resolved: '2026-11-24T11:00:00Z' };
  expect(statusOf(ticketWithEntries(row(resolved), { transactions: [said('Create')], attachments: [] }, reader).ticket)).toBe('resolved');
  const story = [said('Create'), said('Status', { OldValue: 'open', NewValue: 'resolved' }, 'gus'), said('Status', { OldValue: 'resolved', NewValue: 'open' })];
  const { ticket, entries } = ticketWithEntries(row(), { transactions: story, attachments: [] }, reader);
  expect(statusOf(ticket)).toBe('in-progress');
  expect(entries.map(({ body }) => body.kind)).toEqual(['raised', 'status', 'reopened']);
});
