/** What only a real Request Tracker can show, beside what every adapter must do. */
import { afterAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { v7 } from 'uuid';
import { actionOn, connect, type Client } from '../../src/backends/acceptance-client.testing.ts';
import { createRequestTrackerBackend } from '../../src/backends/request-tracker/request-tracker-backend.ts';
import { requestTrackerSchema } from '../../src/contract/request-tracker-settings.ts';
import type { Answer } from '../../src/contract/receipt.ts';
import type { Action } from '../../src/domain/action.ts';
import type { TicketId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/question-flow.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { passwordOf } from './organisation.ts';
import { createRtAnalyst } from './rt-analyst.ts';
import { openRequestTrackerDesk } from './request-tracker-desk.ts';
import { startRequestTracker } from './request-tracker.ts';

const hours = (count: number): number => count * 3_600_000;

const starting = startRequestTracker();
afterAll(async () => (await starting).stop());

const gus = starting.then(({ address }) => createRtAnalyst(address));

/** How far RT's clock is put ahead of the true time, as one device sees it. */
type Clock = { aheadMs: number };

const serveAhead = async (serve: (request: Request) => Promise<Response>, request: Request, { aheadMs }: Clock): Promise<Response> => {
  const response = await serve(request);
  const headers = new Headers(response.headers);
  headers.set('Date', new Date(Date.now() + aheadMs).toUTCString());
  return new Response(response.body, { status: response.status, headers });
};

const signIn = async (user: string, settings: object = {}, clock: Clock = { aheadMs: 0 }): Promise<Client> => {
  const desk = await openRequestTrackerDesk((await starting).address);
  const parsed = v.parse(requestTrackerSchema, { kind: 'request-tracker', address: 'http://localhost', ...settings });
  const client = connect({
    ...desk,
    serve: (request) => serveAhead(desk.serve, request, clock),
    openBackend: (fetch, now) => createRequestTrackerBackend(parsed, { fetch }, now),
  });
  const person = await client.backend.signIn(user, passwordOf(user));
  if (!person) throw new Error(`${user} cannot sign in`);
  return client.of(person);
};

/** A request in a queue; `more`: answers to its own questions, by their labels. */
const raisingIn = async (client: Client, queue: string, subject: string, more: Readonly<Record<string, string>> = {}): Promise<Action> => {
  const { services, flows } = await client.read();
  const service = services.find(({ title }) => title === queue);
  if (!service) throw new Error(`${queue} is not offered`);
  const questions = flows.find(({ id }) => id === service.flow.id)?.steps.flatMap((step) => step.questions) ?? [];
  const own = Object.entries(more).map(([label, value]) => [questions.find((question) => question.label === label)?.id, value]);
  const answers = { subject, details: 'For the new office.', ...Object.fromEntries(own) } as Answers;
  return actionOn(v7() as TicketId, { kind: 'raise-ticket', data: { serviceId: service.id, flow: service.flow, answers } });
};

const raise = async (client: Client, subject: string, more: Readonly<Record<string, string>> = {}): Promise<TicketId> => {
  const receipt = await client.send(await raisingIn(client, 'Equipment', subject, more));
  if (receipt.outcome !== 'applied' || !receipt.madeId) throw new Error(JSON.stringify(receipt));
  return receipt.madeId;
};

const titled = async (client: Client, wanted: string): Promise<readonly Ticket[]> => (await client.read()).tickets.filter(({ title }) => title === wanted);

const messages = (client: Client, ticketId: TicketId): readonly string[] =>
  client.entriesOf(ticketId).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));

test.each(['ben', 'dana'])('%s, who is far from UTC, hears of each reply once', { timeout: 60_000 }, async (user) => {
  const client = await signIn(user);
  const ticketId = await raise(client, 'A desk lamp');
  await client.read();
  await client.untilQuiet();
  await (await gus).replies(ticketId, 'Which colour?');
  const brought = await client.readOn();
  expect(brought.filter(({ kind }) => kind === 'ticket')).toHaveLength(1);
  expect(client.entriesOf(ticketId).map(({ body }) => (body.kind === 'message' ? body.text : body.kind))).toEqual([
    'raised',
    'For the new office.',
    'Which colour?',
    'status',
  ]);
});

test('a ticket that becomes somebody else’s is gone from the device, and comes back with its words when it is given back', { timeout: 60_000 }, async () => {
  const clock = { aheadMs: 0 };
  const ada = await signIn('ada', {}, clock);
  const ticketId = await raise(ada, 'A kettle');
  await ada.read();
  await (await gus).givesTo(ticketId, 'ben');
  clock.aheadMs = hours(2);
  await ada.readOn();
  expect(ada.known.tickets.map(({ id }) => id)).not.toContain(ticketId);
  const opened = await ada.backend.conversation(ada.person.id, ticketId, 1);
  expect(opened).toEqual([{ kind: 'gone', of: 'ticket', id: ticketId, position: 1 }]);

  await (await gus).givesTo(ticketId, 'ada');
  clock.aheadMs = hours(4);
  const brought = await ada.readOn();
  expect(ada.ticket(ticketId).title).toBe('A kettle');
  expect(brought.some((change) => change.kind === 'entry' && change.body.ticketId === ticketId)).toBe(true);
});

test('the chase that reaches the maximum makes one ticket that refers to the chased one, also when its answer is lost', { timeout: 60_000 }, async () => {
  const chase = { waitMinutes: 0, maxChases: 2, setPriority: 70, escalation: { queue: 'IT', title: 'Waiting too long', cc: ['gus@northwind.example'] } };
  const ada = await signIn('ada', { chase });
  const ticketId = await raise(ada, 'A chair');
  expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'applied' });
  ada.line.next('answer-lost');
  expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'applied' });
  const escalations = await titled(ada, `Waiting too long: #${ticketId}`);
  expect(escalations).toHaveLength(1);
  expect(escalations[0]).toMatchObject({ escalates: ticketId });
  expect(ada.ticket(ticketId)).toMatchObject({ escalationCallId: escalations[0]?.id });
  expect(ada.ticket(ticketId).chases).toHaveLength(2);
  expect((await (await gus).tickets()).find(({ id }) => id === ticketId)?.priority).toBe(70);
  expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'refused', refusal: { kind: 'no-chases-left', max: 2 } });
});

test('an escalation that may not be made is said on the ticket itself', { timeout: 60_000 }, async () => {
  const chase = { waitMinutes: 0, maxChases: 1, escalation: { queue: 'Back office', title: 'Waiting too long' } };
  const ada = await signIn('ada', { chase });
  const ticketId = await raise(ada, 'A shelf');
  expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'applied' });
  await ada.read();
  expect(messages(ada, ticketId)).toContain(`Waiting too long: #${ticketId}`);
});

test(
  'each line of a field of many values is one of them; what Request Tracker does not take into a field is said on the ticket',
  { timeout: 60_000 },
  async () => {
    const ada = await signIn('ada');
    const ticketId = await raise(ada, 'Two desks', { Names: 'Ada\n\nBen ', 'Cost centre': 'whoever' });
    expect((await (await gus).tickets()).find(({ id }) => id === ticketId)?.fields).toMatchObject({ Names: ['Ada', 'Ben'] });
    expect(await (await gus).textsOf(ticketId)).toContain('Cost centre: whoever');
  },
);

/** Its answer is lost; something happens at the desk; and the device comes back when the first try must be over. */
const sendWithLostAnswer = async (client: Client, action: Action, meanwhile: () => Promise<void>): Promise<Answer | undefined> => {
  client.line.next('answer-lost');
  const lost = await client.backend.perform(client.person.id, [client.outgoing(action)]).catch((fault: unknown) => fault);
  expect(lost).toMatchObject({ kind: 'wait' });
  await meanwhile();
  const unknownSince = Date.now() - 90_000;
  return (await client.backend.perform(client.person.id, [client.outgoing(action, { outcomeUnknown: true, unknownSince })]))[0];
};

const rtIdOf = async (subject: string): Promise<string> => {
  const ticket = (await (await gus).tickets()).find((one) => one.subject === subject);
  if (!ticket) throw new Error(`no ticket ${subject}`);
  return ticket.id;
};

test('a ticket whose answer was lost is found in whatever queue the desk has moved it to', { timeout: 60_000 }, async () => {
  const ada = await signIn('ada');
  await raise(ada, 'Found before');
  const raising = await raisingIn(ada, 'Equipment', 'A moved lamp');
  const answer = await sendWithLostAnswer(ada, raising, async () => (await gus).movesTo(await rtIdOf('A moved lamp'), 'IT'));
  expect(answer).toMatchObject({ outcome: 'applied', madeId: await rtIdOf('A moved lamp') });
  expect(await titled(ada, 'A moved lamp')).toHaveLength(1);
});

test('one that the desk has merged into another is found there, with the words of both, and nothing that was done to it', { timeout: 60_000 }, async () => {
  const ada = await signIn('ada', { chase: { waitMinutes: 0, maxChases: 2 } });
  const other = await raise(ada, 'A lamp that is there');
  const merged = await raise(ada, 'A lamp that goes');
  expect(await ada.send(actionOn(merged, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'applied' });
  await (await gus).resolves(merged);
  const raising = await raisingIn(ada, 'Equipment', 'A merged lamp');
  const answer = await sendWithLostAnswer(ada, raising, async () => {
    await (await gus).mergesInto(merged, other);
    await (await gus).mergesInto(await rtIdOf('A merged lamp'), other);
  });
  expect(answer).toMatchObject({ outcome: 'applied', madeId: other });
  await ada.read();
  expect(messages(ada, other).filter((text) => text === 'For the new office.')).toHaveLength(3);
  expect(ada.ticket(other)).toMatchObject({ chases: [] });
  expect(ada.entriesOf(other).map(({ body }) => body.kind)).not.toContain('reopened');
  expect(await ada.send(actionOn(other, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'applied' });
});

test('what Request Tracker dropped from a field is said once, also where the answer to the request was lost', { timeout: 60_000 }, async () => {
  const ada = await signIn('ada');
  const raising = await raisingIn(ada, 'Equipment', 'Two more desks', { 'Cost centre': 'whoever' });
  const again = () => sendWithLostAnswer(ada, raising, async () => undefined);
  expect(await again()).toMatchObject({ outcome: 'applied' });
  const ticketId = await rtIdOf('Two more desks');
  const unknownSince = Date.now() - 90_000;
  await ada.backend.perform(ada.person.id, [ada.outgoing(raising, { outcomeUnknown: true, unknownSince })]);
  expect((await (await gus).textsOf(ticketId)).filter((text) => text === 'Cost centre: whoever')).toHaveLength(1);
});

test('a reply of which nothing arrived is sent again by a new session, also where somebody else was the last to write', { timeout: 60_000 }, async () => {
  const [ada, ben] = [await signIn('ada'), await signIn('ben')];
  const ticketId = await raise(ada, 'A quiet lamp');
  expect(await ada.send(actionOn(ticketId, { kind: 'reply', data: { text: 'First.' } }))).toMatchObject({ outcome: 'applied' });
  const others = await raise(ben, 'A loud lamp');
  expect(await ben.send(actionOn(others, { kind: 'reply', data: { text: 'Last.' } }))).toMatchObject({ outcome: 'applied' });
  const anew = await signIn('ada');
  const reply = actionOn(ticketId, { kind: 'reply', data: { text: 'Lost on the way.' } });
  const again = anew.outgoing(reply, { outcomeUnknown: true, unknownSince: Date.now() - 90_000, mappedId: ticketId });
  expect(await anew.backend.perform(anew.person.id, [again])).toMatchObject([{ outcome: 'applied' }]);
  await anew.read();
  expect(messages(anew, ticketId)).toEqual(['For the new office.', 'First.', 'Lost on the way.']);
});

test('a long conversation is read to its end, whatever lies in it that only the desk sees', { timeout: 120_000 }, async () => {
  const ada = await signIn('ada');
  const ticketId = await raise(ada, 'A long story');
  const words = Array.from({ length: 105 }, (_, index) => `Answer ${index + 1}`);
  // As many at a time as there are workers.
  for (let index = 0; index < words.length; index += 3) {
    if (index % 30 === 0) await (await gus).comments(ticketId, 'Between us');
    await Promise.all(words.slice(index, index + 3).map(async (text) => (await gus).replies(ticketId, text)));
  }
  await ada.read();
  expect(messages(ada, ticketId).toSorted()).toEqual(['For the new office.', ...words].toSorted());
  expect(JSON.stringify(ada.known)).not.toContain('Between us');
});

test('a day with a time is one by the clock of the person’s own place', { timeout: 60_000 }, async () => {
  const ben = await signIn('ben');
  const ticketId = await raise(ben, 'A chair, delivered', { Visit: '2026-12-01 14:30' });
  expect((await (await gus).tickets()).find(({ id }) => id === ticketId)?.fields).toMatchObject({ Visit: ['2026-12-01T03:30:00Z'] });
  expect(await (await gus).textsOf(ticketId)).toEqual(['For the new office.']);
});

test('who asked together with somebody is not taken for the desk', { timeout: 60_000 }, async () => {
  const [ada, ben] = [await signIn('ada'), await signIn('ben')];
  const ticketId = await raise(ada, 'A table for two');
  await (await gus).givesTo(ticketId, 'ada', 'ben');
  await ben.read();
  expect(await ben.send(actionOn(ticketId, { kind: 'reply', data: { text: 'Round, please.' } }))).toMatchObject({ outcome: 'applied' });
  await ada.read();
  expect(ada.ticket(ticketId).deskWroteAt).toBeNull();
  expect(ada.entriesOf(ticketId).map(({ by }) => by?.side)).not.toContain('desk');
});

test('what was found in one queue is no leave to send again in another, where nothing can be found', { timeout: 60_000 }, async () => {
  const ada = await signIn('ada');
  await raise(ada, 'Found');
  const raising = await raisingIn(ada, 'Facilities', 'A dark corridor');
  ada.line.next('answer-lost');
  expect(await ada.send(raising)).toMatchObject({ outcome: 'refused', refusal: { kind: 'please-check' } });
  expect(await titled(ada, 'A dark corridor')).toHaveLength(1);
});

test(
  'a look-up that may not be believed is no leave to send again: who has never found anything of the portal’s is asked to look',
  { timeout: 60_000 },
  async () => {
    const ben = await signIn('ben', { requestIdField: 'A field that is not there' });
    const raising = await raisingIn(ben, 'Equipment', 'A lamp');
    ben.line.next('answer-lost');
    expect(await ben.send(raising)).toMatchObject({ outcome: 'refused', refusal: { kind: 'please-check' } });
    expect(await titled(ben, 'A lamp')).toHaveLength(1);
  },
);
