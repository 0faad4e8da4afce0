/**
 * What every adapter must do, against the real desk: this suite is what "supported" means. An adapter brings a desk that
 * runs, and the suite speaks to it through the one interface, over a line that can be made to fail.
 */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { loadFlow } from '../contract/load-flow.ts';
import type { Answer, Receipt } from '../contract/receipt.ts';
import type { Action } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Answers, AnswerValue, Question } from '../domain/question-flow.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { isOpen, statusOf } from '../domain/ticket.ts';
import { walkFlow } from '../domain/walk-flow.ts';
import { actionOn, connect, type AcceptanceDesk, type Client } from './acceptance-client.testing.ts';

export const describeBackend = (name: string, openDesk: () => Promise<AcceptanceDesk>): void => {
  describe(name, () => {
    // One desk for all: real ones take seconds to start, and a person's tickets do not disturb each other.
    const opening = openDesk();
    const lastOf = new Map<string, Client>();
    const signedIn = async (user: 'ada' | 'ben'): Promise<Client> => {
      const client = connect(await opening);
      const { password } = (await opening).people[user];
      const person = await client.backend.signIn(user, password);
      if (!person) throw new Error(`${user} cannot sign in`);
      const signed = client.of(person, lastOf.get(user));
      lastOf.set(user, signed);
      return signed;
    };

    describe('who is there', () => {
      test('a wrong password lets nobody in, and nobody is somebody else', async () => {
        const client = connect(await opening);
        expect(await client.backend.signIn('ada', 'not it')).toBeNull();
        expect(await client.backend.signIn('nobody-of-that-name', 'not it')).toBeNull();
      });

      test('the same person is the same person each time', async () => {
        const first = await signedIn('ada');
        const again = await signedIn('ada');
        expect(again.person).toEqual(first.person);
        expect((await signedIn('ben')).person.id).not.toBe(first.person.id);
      });

      test('nothing is sent or read under a session that is somebody else’s', async () => {
        const ada = await signedIn('ada');
        const { people } = await opening;
        await ada.backend.signIn('ben', people.ben.password);
        await expect(ada.backend.perform(ada.person.id, [ada.outgoing(await anyRaising(await signedIn('ada')))])).rejects.toMatchObject({
          kind: 'sign-in-again',
        });
        await expect(ada.backend.changes(ada.person.id, null)).rejects.toMatchObject({ kind: 'sign-in-again' });
      });

      test('after signing out nothing is sent or read until somebody signs in', async () => {
        const ada = await signedIn('ada');
        await ada.backend.signOut();
        await expect(ada.backend.changes(ada.person.id, null)).rejects.toMatchObject({ kind: 'sign-in-again' });
      });
    });

    describe('what can be asked for', () => {
      test('every service has questions that can be answered to the end', async () => {
        const { services, flows } = await (await signedIn('ada')).read();
        expect(services.size).toBeGreaterThan(0);
        for (const service of services.values()) {
          const flow = flows.get(`${service.flow.id}@${service.flow.version}`);
          expect(loadFlow(flow)).toMatchObject({ ok: true });
        }
      });

      test('every id can stand in an address as it is', async () => {
        const { services, flows, articles } = await (await signedIn('ada')).read();
        const questions = [...flows.values()].flatMap(({ steps }) => steps.flatMap((step) => step.questions));
        for (const { id } of [...services.values(), ...articles.values(), ...questions]) expect(id).toMatch(/^[\w.-]+$/);
      });

      test('the knowledge base comes with its texts', async () => {
        const { articles } = await (await signedIn('ada')).read();
        expect([...articles.values()].some(({ html }) => html.length > 20)).toBe(true);
      });
    });

    describe('exactly once', () => {
      test('a ticket that is raised is there, once, with what was answered', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada);
        const receipt = await ada.send(raising);
        expect(receipt).toMatchObject({ outcome: 'applied' });
        const ticket = onlyTicket(await ada.read(), raising);
        expect(ticket.requester.id).toBe(ada.person.id);
        expect(isOpen(ticket)).toBe(true);
        for (const label of Object.keys(await textsAnswered(ada, raising))) expect(ticket.answers.map((answer) => answer.label).join()).toContain(label);
      });

      test.each(['answer-lost', 'html-instead', 'error-after'] as const)('a ticket whose answer never came (%s) is not raised twice', async (fault) => {
        const ada = await signedIn('ada');
        await ada.send(await anyRaising(ada));
        const raising = await anyRaising(ada);
        ada.line.next(fault);
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        onlyTicket(await ada.read(), raising);
      });

      test('a ticket whose request never arrived is raised when it is sent again', async () => {
        const ada = await signedIn('ada');
        await ada.send(await anyRaising(ada));
        const raising = await anyRaising(ada);
        ada.line.next('request-lost');
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        onlyTicket(await ada.read(), raising);
      });

      test.each(['answer-lost', 'html-instead', 'error-after', 'request-lost'] as const)('a reply is written once (%s)', async (fault) => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, 'the one before'));
        ada.line.next(fault);
        expect(await ada.send(reply(ticketId, 'said once'))).toMatchObject({ outcome: 'applied' });
        expect(messages(await ada.read(), ticketId).filter((text) => text === 'said once')).toHaveLength(1);
      });

      test('what the line delivers twice is done once; where the desk cannot know, the person is asked to look', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        ada.line.next('twice');
        const answer = await ada.send(reply(ticketId, 'delivered twice'));
        const written = messages(await ada.read(), ticketId).filter((text) => text === 'delivered twice');
        if (ada.backend.capabilities.idempotency === 'by-action-id') expect([answer.outcome, written]).toEqual(['applied', ['delivered twice']]);
        else expect(answer).toMatchObject({ outcome: 'refused', refusal: { kind: 'please-check' } });
      });

      test('replies are in the order in which they were written', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        for (const text of ['one', 'two', 'three', 'four']) await ada.send(reply(ticketId, text));
        expect(messages(await ada.read(), ticketId).filter((text) => /^(?:one|two|three|four)$/.test(text))).toEqual(['one', 'two', 'three', 'four']);
      });

      test.each(['none', 'answer-lost'] as const)('a file arrives once, byte for byte (%s)', async (fault) => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, 'a file follows'));
        const bytes = bytesOf(70_000);
        const attach = attaching(ticketId, 'Plan ä.txt', bytes);
        if (fault !== 'none') ada.line.next(fault);
        expect(await ada.send(attach, bytes)).toMatchObject({ outcome: 'applied' });
        const files = (await ada.read()).entriesOf(ticketId).flatMap(({ body }) => (body.kind === 'file' ? [body] : []));
        expect(files.map(({ file, arrived }) => [file.name, file.sizeBytes, arrived])).toEqual([['Plan ä.txt', bytes.byteLength, true]]);
        const [file] = files;
        if (!file) throw new Error('no file');
        const back = await ada.backend.download(ada.person.id, file.file);
        expect(hashOf(await back.arrayBuffer())).toBe(hashOf(bytes));
      });
    });

    describe('the desk', () => {
      test('its reply comes with the next reading, and nothing else comes twice', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.read();
        await ada.untilQuiet();
        await (await opening).replies(ticketId, 'We are looking at it.');
        const brought = await ada.readOn();
        expect(messages(ada.known, ticketId)).toContain('We are looking at it.');
        expect(brought.filter((change) => change.kind === 'ticket').map((change) => change.body.id)).toEqual([ticketId]);
        expect(ada.known.tickets.get(ticketId)?.deskWroteAt).not.toBeNull();
      });

      test('a reading that finds nothing new leaves the device where it is', async () => {
        const ada = await signedIn('ada');
        await raise(ada);
        await ada.read();
        await ada.untilQuiet();
        const { cursor } = ada;
        expect(await ada.readOn()).toEqual([]);
        expect(ada.cursor).toBe(cursor);
      });

      test('what it resolves is done, and can be opened again', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await (await opening).resolves(ticketId);
        await ada.read();
        expect(statusOf(ada.ticket(ticketId))).toBe('resolved');
        expect(await ada.send(actionOn(ticketId, { kind: 'reopen', data: {} }))).toMatchObject({ outcome: 'applied' });
        await ada.readOn();
        expect(isOpen(ada.ticket(ticketId))).toBe(true);
      });

      test.each(['none', 'answer-lost'] as const)('what the person says is solved is done, once (%s)', async (fault) => {
        const ada = await signedIn('ada');
        if (!ada.backend.capabilities.actions.includes('resolve')) return;
        const ticketId = await raise(ada);
        if (fault !== 'none') ada.line.next(fault);
        expect(await ada.send(actionOn(ticketId, { kind: 'resolve', data: {} }))).toMatchObject({ outcome: 'applied' });
        await ada.read();
        expect(statusOf(ada.ticket(ticketId))).toBe('resolved');
        const said = ada.known.entriesOf(ticketId).filter(({ by, body }) => body.kind === 'status' && by?.id === ada.person.id);
        expect(said).toHaveLength(1);
      });

      test('a reply opens what was resolved', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await (await opening).resolves(ticketId);
        await ada.send(reply(ticketId, 'it is not done'));
        await ada.read();
        expect(isOpen(ada.ticket(ticketId))).toBe(true);
      });

      test('opening what is open is refused', async () => {
        const ada = await signedIn('ada');
        expect(await ada.send(actionOn(await raise(ada), { kind: 'reopen', data: {} }))).toMatchObject({
          outcome: 'refused',
          refusal: { kind: 'not-resolved' },
        });
      });
    });

    describe('chasing', () => {
      test('a chase is counted once, though its answer was lost, and the next one is too soon', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, 'before it'));
        ada.line.next('answer-lost');
        const chase = actionOn(ticketId, { kind: 'chase', data: {} });
        expect(await ada.send(chase)).toMatchObject({ outcome: 'applied' });
        await ada.read();
        expect(ada.ticket(ticketId).chases.map(({ id }) => id)).toEqual([chase.id]);
        expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'refused', refusal: { kind: 'too-soon-to-chase' } });
      });
    });

    describe('what others have', () => {
      test('a ticket of somebody else is neither seen nor written to', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        const ben = await signedIn('ben');
        expect((await ben.read()).tickets.has(ticketId)).toBe(false);
        expect(await ben.send(reply(ticketId, 'from Ben'))).toMatchObject({ outcome: 'refused' });
        expect(messages(await ada.read(), ticketId)).not.toContain('from Ben');
      });
    });

    describe('words of every kind', () => {
      const hostile = {
        'characters of four bytes': 'It says 🖥️ and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
        'right to left': 'המסך שלי שבור',
        'markup that is meant': '<b>bold</b> & <script>alert(1)</script> "quoted"',
        'many lines': 'first\n\n  indented\n- point',
      };
      test.each(Object.entries(hostile))('%s come back as they were written', async (_, text) => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, text));
        expect(messages(await ada.read(), ticketId)).toContain(text);
      });

      test('a title is one line, whatever was pasted into it', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada, { title: 'broken\r\nBcc: everybody@example.test\r\n\r\nhello' });
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        expect(onlyTicket(await ada.read(), raising).title).not.toMatch(/[\r\n]/);
      });

      test('a long reply comes back whole', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        const text = 'So much to say. '.repeat(1_200).trim();
        await ada.send(reply(ticketId, text));
        expect(messages(await ada.read(), ticketId)).toContain(text);
      });
    });
  });
};

const reply = (ticketId: TicketId, text: string): Action => actionOn(ticketId, { kind: 'reply', data: { text } });

const attaching = (ticketId: TicketId, name: string, bytes: ArrayBuffer): Action => {
  const id = v7() as ActionId;
  const file: FileManifest = { id, name, sizeBytes: bytes.byteLength, type: 'text/plain', sha256: hashOf(bytes) };
  return { ...actionOn(ticketId, { kind: 'attach', data: { file, questionId: null } }), id };
};

const hashOf = (bytes: ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

/** Bytes of every kind, in no order that a text would have. */
const bytesOf = (count: number): ArrayBuffer => Uint8Array.from({ length: count }, (_, index) => (index * 7919 + (index >> 8)) % 256).buffer;

const today = new Date().toISOString().slice(0, 10);

/** A request for the first service that is offered, answered in any way that is right. */
const anyRaising = async (client: Client, { title = `Title ${v7()}` } = {}): Promise<Action> => {
  const { services, flows } = await client.read();
  const service = [...services.values()].find(({ title: name }) => name === client.desk.service);
  const flow = service && flows.get(`${service.flow.id}@${service.flow.version}`);
  if (!flow) throw new Error(`${client.desk.service} is not offered`);
  const answers: Record<string, AnswerValue> = {};
  for (;;) {
    const { outcome } = walkFlow(flow, answers as Answers, today);
    if (outcome.kind !== 'question') break;
    answers[outcome.question.id] = outcome.question.id === flow.titleFrom ? title.slice(0, 100) : anyAnswer(outcome.question);
  }
  return actionOn(v7() as TicketId, { kind: 'raise-ticket', data: { serviceId: service.id, flow: service.flow, answers: answers as Answers } });
};

const anyAnswer = (question: Question): AnswerValue => {
  switch (question.kind) {
    case 'short-text':
      return question.pattern === undefined ? 'some words' : null;
    case 'long-text':
      return 'More words,\nover two lines.';
    case 'one-choice':
      return question.options[0]?.id ?? null;
    case 'several-choices':
      return question.options.slice(0, 2).map(({ id }) => id);
    case 'yes-no':
    case 'information':
      return true;
    case 'number':
      return question.min ?? 1;
    case 'date':
      return '2031-01-15';
    case 'file':
      return null;
  }
};

/** The labels of texts and choices that were answered, as the ticket must tell them. */
const textsAnswered = async (client: Client, raising: Action): Promise<Readonly<Record<string, AnswerValue>>> => {
  if (raising.kind !== 'raise-ticket') return {};
  const { flow, answers } = raising.data;
  const questions = (await client.read()).flows.get(`${flow.id}@${flow.version}`)?.steps.flatMap((step) => step.questions) ?? [];
  return Object.fromEntries(
    questions
      .filter(({ kind, id }) => ['one-choice', 'several-choices', 'date'].includes(kind) && (answers[id] ?? null) !== null)
      .map(({ label, id }) => [label, answers[id] ?? null]),
  );
};

const raise = async (client: Client): Promise<TicketId> => {
  const raising = await anyRaising(client);
  const receipt: Receipt | Answer = await client.send(raising);
  if (receipt.outcome !== 'applied') throw new Error(`the ticket was not raised: ${JSON.stringify(receipt)}`);
  return receipt.madeId ?? (raising.subject.id as TicketId);
};

const messages = (known: Client['known'], ticketId: TicketId): readonly string[] =>
  known.entriesOf(ticketId).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));

/** The one ticket that this action made: by its entry, which carries the action's id on every desk. */
const onlyTicket = (known: Client['known'], raising: Action) => {
  const raised = [...known.entries.values()].filter(({ id, body }) => body.kind === 'raised' && id === (raising.id as string));
  const title = raising.kind === 'raise-ticket' ? [...known.tickets.values()].filter((ticket) => ticket.statuses[0]?.id === (raising.id as string)) : [];
  expect(title).toHaveLength(1);
  expect(raised).toHaveLength(1);
  const ticket = known.tickets.get(raised[0]?.ticketId as TicketId);
  if (!ticket) throw new Error('the ticket is not there');
  return ticket;
};
