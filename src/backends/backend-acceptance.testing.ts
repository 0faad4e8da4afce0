/**
 * What every adapter must do, against the real desk: this suite is what "supported" means. An adapter brings a desk that
 * runs, and the suite speaks to it through the one interface, over a line that can be made to fail. What a desk is said to
 * lack is not asked of it, and must be missing from its capabilities as well.
 */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { loadFlow } from '../contract/load-flow.ts';
import type { Cursor } from '../contract/change.ts';
import { neverInTheFeed, type Answer } from '../contract/receipt.ts';
import { isTexts } from '../domain/accept-answer.ts';
import type { Action, ActionKind, ActionOf } from '../domain/action.ts';
import { minutes } from '../domain/instant.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Answers, AnswerValue, Question, QuestionFlow } from '../domain/question-flow.ts';
import type { Entry, FileManifest, Ticket } from '../domain/ticket.ts';
import { isOpen, isUnread, statusOf } from '../domain/ticket.ts';
import { walkFlow } from '../domain/walk-flow.ts';
import { actionOn, connect, type AcceptanceDesk, type Client, type Known, type LineFault, type Outage } from './acceptance-client.testing.ts';
import { BackendFailure } from './backend.ts';

type Name = 'ada' | 'ben' | 'crowd';

const optionalActions = ['attach', 'chase', 'resolve', 'reopen'] as const satisfies readonly ActionKind[];
/** What a desk may do without; `batches`: it takes one action at a time. */
type Lack = (typeof optionalActions)[number] | 'batches' | 'articles';

const lostAnswers: readonly LineFault[] = ['answer-lost', 'html-503', 'html-200', 'error-500'];
const everyFault: readonly LineFault[] = [...lostAnswers, 'request-lost', 'arrives-late'];
/** For what is written as replies are: how an answer is lost makes no difference any more. */
const fewFaults: readonly LineFault[] = ['answer-lost', 'request-lost', 'arrives-late'];
const outages: readonly Outage[] = ['no-network', 'html-503', 'error-500'];

export const describeBackend = (name: string, openDesk: () => Promise<AcceptanceDesk>, lacks: readonly Lack[] = []): void => {
  const can = (what: Lack): boolean => !lacks.includes(what);

  describe(name, () => {
    // One desk for all: real ones take seconds to start, and a person's tickets do not disturb each other.
    const opening = openDesk();
    afterAll(async () => (await opening).close());
    const lastOf = new Map<Name, Client>();

    const signedIn = async (who: Name, on: 'their device' | 'a new device' = 'their device'): Promise<Client> => {
      const desk = await opening;
      const client = connect(desk);
      const { user, password } = desk.people[who];
      const person = await client.backend.signIn(user, password);
      if (!person) throw new Error(`${user} cannot sign in`);
      if (on === 'a new device') return client.of(person);
      const signed = client.of(person, lastOf.get(who)?.device);
      lastOf.set(who, signed);
      return signed;
    };

    describe('who is there', () => {
      test('a wrong password lets nobody in', async () => {
        const { backend, desk } = connect(await opening);
        expect(await backend.signIn(desk.people.ada.user, 'not it')).toBeNull();
        expect(await backend.signIn('nobody-of-that-name', 'not it')).toBeNull();
      });

      test.each(outages)('who signs in while the desk cannot be reached (%s) is told so, not that the password is wrong', async (outage) => {
        const { backend, desk, line } = connect(await opening);
        const { user, password } = desk.people.ada;
        line.fails(outage);
        await expect(backend.signIn(user, password)).rejects.toMatchObject({ kind: 'wait' });
        line.fails(null);
        expect(await backend.signIn(user, password)).not.toBeNull();
      });

      test('the same person is the same person each time', async () => {
        const first = await signedIn('ada');
        const again = await signedIn('ada');
        expect(again.person).toEqual(first.person);
        expect((await signedIn('ben')).person.id).not.toBe(first.person.id);
      });

      test('nothing is sent or read under a session that is somebody else’s', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada);
        const { user, password } = ada.desk.people.ben;
        await ada.backend.signIn(user, password);
        await expect(ada.backend.perform(ada.person.id, [ada.outgoing(raising)])).rejects.toMatchObject({ kind: 'sign-in-again' });
        await expect(ada.backend.changes(ada.person.id, null)).rejects.toMatchObject({ kind: 'sign-in-again' });
      });

      test('after signing out nothing is sent or read until somebody signs in', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada);
        await ada.backend.signOut();
        await expect(ada.backend.perform(ada.person.id, [ada.outgoing(raising)])).rejects.toMatchObject({ kind: 'sign-in-again' });
        await expect(ada.backend.changes(ada.person.id, null)).rejects.toMatchObject({ kind: 'sign-in-again' });
        // What was never begun is never in doubt: worth a request where doubt is dear.
        if (ada.backend.capabilities.idempotency === 'looked-up')
          await expect(ada.backend.prepareToSend(ada.person.id)).rejects.toMatchObject({ kind: 'sign-in-again' });
      });
    });

    test('what it is said to lack, it does not claim to have, and the other way round', async () => {
      const { actions, batch } = (await signedIn('ada')).backend.capabilities;
      expect(optionalActions.filter((kind) => !actions.includes(kind))).toEqual(optionalActions.filter((kind) => !can(kind)));
      expect(batch.maxActions > 1).toBe(can('batches'));
    });

    describe('what can be asked for', () => {
      test('the person and the partition that they belong to come with the feed', async () => {
        const ada = await signedIn('ada');
        const { person, partitions } = await ada.read();
        expect(person).toEqual(ada.person);
        expect(partitions.map(({ id }) => id)).toContain(ada.person.partitionId);
      });

      test('every service has questions that can be answered to the end', async () => {
        const known = await (await signedIn('ada')).read();
        expect(known.services.length).toBeGreaterThan(0);
        for (const service of known.services) expect(loadFlow(flowOf(known, service.title))).toMatchObject({ ok: true });
      });

      test('every id can stand in an address as it is', async () => {
        const { services, flows, articles, tickets } = await (await signedIn('ada')).read();
        const questions = flows.flatMap(({ steps }) => steps.flatMap((step) => step.questions));
        for (const { id } of [...services, ...articles, ...questions, ...tickets]) expect(id).toMatch(/^[\w.-]+$/);
      });

      if (can('articles'))
        test('the knowledge base comes with its texts', async () => {
          const ada = await signedIn('ada');
          expect((await ada.read()).articles.some(({ html }) => html.length > 20)).toBe(true);
        });
    });

    describe('reading', () => {
      test.each(outages)('a desk that cannot be reached (%s) is asked again later', async (outage) => {
        const ada = await signedIn('ada');
        ada.line.fails(outage);
        await expect(ada.backend.changes(ada.person.id, null)).rejects.toMatchObject({ kind: 'wait' });
      });

      test('a page where data was asked for is nothing that the desk said', async () => {
        const ada = await signedIn('ada');
        ada.line.fails('html-200');
        const kind = await ada.backend.changes(ada.person.id, null).then(
          () => 'read',
          (fault: unknown) => (fault instanceof BackendFailure ? fault.kind : fault),
        );
        expect(['wait', 'sign-in-again']).toContain(kind);
      });

      test('a cursor of something else starts over', async () => {
        const ada = await signedIn('ada');
        await expect(ada.backend.changes(ada.person.id, 'of another desk' as Cursor)).rejects.toMatchObject({ kind: 'start-over' });
      });

      test('a reading that finds nothing new leaves the device where it is', async () => {
        const ada = await signedIn('ada');
        await raise(ada);
        await ada.read();
        await ada.untilQuiet();
        const before = await ada.cursor();
        expect(await ada.readOn()).toEqual([]);
        expect(await ada.cursor()).toEqual(before);
      });

      test('of two tabs that read from the same place, the one that read later knows more', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.read();
        await ada.untilQuiet();
        const since = await ada.cursor();
        const { replies } = ada.desk;
        await replies(ada.deskId(ticketId), 'The first word.');
        const earlier = await ada.backend.changes(ada.person.id, since?.cursor ?? null);
        await replies(ada.deskId(ticketId), 'The second word.');
        const later = await ada.backend.changes(ada.person.id, since?.cursor ?? null);
        for (const page of [earlier, later]) await ada.store(since, page);
        await ada.readOn();
        expect(messages(ada, ticketId)).toEqual(expect.arrayContaining(['The first word.', 'The second word.']));
      });

      test('a new device learns what the old one knows', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, 'known everywhere'));
        await ada.read();
        await ada.untilQuiet();
        const anew = await signedIn('ada', 'a new device');
        const { tickets } = await anew.read();
        expect(idsOf(tickets)).toEqual(idsOf(ada.known.tickets));
        expect(anew.entriesOf(ada.deskId(ticketId)).map(({ id }) => id)).toEqual(ada.entriesOf(ticketId).map(({ id }) => id));
      });

      test('somebody with more tickets than go into one page sees all of them, and what was said when one is opened', { timeout: 180_000 }, async () => {
        const { desk } = await signedIn('ada');
        const crowd = await signedIn('crowd');
        const began = performance.now();
        const { tickets } = await crowd.read();
        process.stdout.write(`${tickets.length} tickets, read for the first time: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
        expect(tickets.length).toBe(desk.people.crowd.tickets);
        if (crowd.backend.capabilities.conversations === 'with-the-feed') return;
        const untold = tickets.find(({ id }) => crowd.entriesOf(id).length === 0);
        if (!untold) throw new Error('a desk that leaves conversations to whoever opens them has told all of them');
        const said = await crowd.backend.conversation(crowd.person.id, untold.id, 1);
        expect(said.some((change) => change.kind === 'entry' && change.body.ticketId === untold.id && change.body.body.kind === 'raised')).toBe(true);
        expect(said.every(({ position }) => position === 1)).toBe(true);
      });

      test('what happened is told in milliseconds, each thing at a moment of its own', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        for (const text of ['at once', 'and at once']) await ada.send(reply(ticketId, text));
        await ada.desk.replies(ada.deskId(ticketId), 'And we answer.');
        const page = await ada.backend.changes(ada.person.id, (await ada.cursor())?.cursor ?? null);
        await ada.readOn();
        const { raisedAt, updatedAt, deskWroteAt, statuses } = ada.ticket(ticketId);
        const moments = [
          page.serverTime,
          raisedAt,
          updatedAt,
          deskWroteAt ?? 0,
          ...statuses.map(({ at }) => at),
          ...ada.entriesOf(ticketId).map(({ at }) => at),
        ];
        for (const moment of moments) expect(Math.abs(moment - Date.now())).toBeLessThan(minutes(5));
        const at = ada.entriesOf(ticketId).map((entry) => entry.at);
        expect(new Set(at).size).toBe(at.length);
      });
    });

    describe('exactly once', () => {
      test('a ticket that is raised is there, once, with everything that was answered', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada);
        const answer = await ada.send(raising);
        expect(answer).toMatchObject({ outcome: 'applied', id: raising.id });
        const ticket = onlyTicket(await ada.read(), raising);
        const service = ada.known.services.find(({ id }) => id === raising.data.serviceId);
        expect(ticket).toMatchObject({ kind: service?.makes, serviceId: service?.id, partitionId: ada.person.partitionId, requester: { id: ada.person.id } });
        expect(ticket.number).not.toBeNull();
        expect(isOpen(ticket)).toBe(true);
        for (const words of wordsAnswered(ada.known, raising)) expect(toldOn(ada, ticket)).toContain(words);
      });

      test.each(everyFault)('a ticket is raised once, though its answer never came (%s)', async (fault) => {
        const ada = await signedIn('ada');
        await ada.send(await anyRaising(ada));
        const raising = await anyRaising(ada);
        ada.line.next(fault);
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        onlyTicket(await ada.read(), raising);
      });

      test.each(everyFault)('a reply is written once (%s)', async (fault) => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, 'the one before'));
        const action = reply(ticketId, 'said once');
        ada.line.next(fault);
        expect(await ada.send(action)).toMatchObject({ outcome: 'applied' });
        await ada.read();
        expect(messageEntries(ada, ticketId).filter(({ body }) => body.text === 'said once')).toMatchObject([
          { id: action.id, by: { id: ada.person.id, side: 'person' } },
        ]);
        expect((await seenAtTheDesk(ada, ticketId)).texts.filter((text) => text === 'said once')).toHaveLength(1);
      });

      const deliveredTwice: readonly (readonly [string, Lack | null, (ada: Client) => Promise<readonly [Action, ArrayBuffer?]>])[] = [
        ['a ticket', null, async (ada) => [await anyRaising(ada)]],
        ['a reply', null, async (ada) => [reply(await raise(ada), 'delivered twice')]],
        ['a file', 'attach', async (ada) => [attaching(await raise(ada), 'twice.pdf', bytesOf(1_000)), bytesOf(1_000)]],
        ['a chase', 'chase', async (ada) => [actionOn(await raise(ada), { kind: 'chase', data: {} })]],
      ];
      test.each(deliveredTwice.filter(([, needed]) => needed === null || can(needed)))(
        '%s that the line delivers twice is done once; where the desk cannot know, the person is asked to look',
        async (_, __, make) => {
          const ada = await signedIn('ada');
          const [action, bytes] = await make(ada);
          ada.line.next('twice');
          const answer = await ada.send(action, bytes);
          if (ada.backend.capabilities.idempotency === 'looked-up') {
            expect(answer).toMatchObject({ outcome: 'refused', refusal: { kind: 'please-check' } });
            return;
          }
          expect(answer).toMatchObject({ outcome: 'applied' });
          await ada.read();
          const left = ada.entriesOf(action.subject.id as TicketId).filter(({ body }) => body.kind !== 'raised');
          expect(left.map(({ id }) => id)).toEqual(action.kind === 'raise-ticket' ? [] : [action.id]);
        },
      );

      test('replies are in the order in which they were written', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        for (const text of ['one', 'two', 'three', 'four']) await ada.send(reply(ticketId, text));
        await ada.read();
        expect(messages(ada, ticketId).filter((text) => /^(?:one|two|three|four)$/.test(text))).toEqual(['one', 'two', 'three', 'four']);
      });

      if (can('batches'))
        test('actions that go together are answered each, in order; after a refused one of its lane nothing is tried', async () => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          const other = await raise(ada);
          const batch = [reply(ticketId, 'first'), reply(ticketId, ' '), reply(ticketId, 'behind it'), reply(other, 'elsewhere')];
          const answers = await ada.backend.perform(
            ada.person.id,
            batch.map((action) => ada.outgoing(action)),
          );
          expect(answers.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
          expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'refused', 'not-attempted', 'applied']);
        });

      if (can('attach'))
        test.each(['none', ...fewFaults] as const)('a file arrives once, byte for byte (%s)', async (fault) => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          await ada.send(reply(ticketId, 'a file follows'));
          const bytes = bytesOf(70_000);
          const attach = attaching(ticketId, 'Plan ä.pdf', bytes);
          if (fault !== 'none') ada.line.next(fault);
          expect(await ada.send(attach, bytes)).toMatchObject({ outcome: 'applied' });
          await ada.read();
          const files = ada.entriesOf(ticketId).flatMap(({ id, body }) => (body.kind === 'file' ? [{ id, ...body }] : []));
          expect(files).toMatchObject([{ id: attach.id, arrived: true, file: { name: 'Plan ä.pdf', type: 'application/pdf', sizeBytes: bytes.byteLength } }]);
          expect((await seenAtTheDesk(ada, ticketId)).files).toEqual(['Plan ä.pdf']);
          const back = await ada.backend.download(ada.person.id, files[0]?.file as FileManifest);
          expect(hashOf(await back.arrayBuffer())).toBe(hashOf(bytes));
        });

      if (can('attach'))
        test.each(['0', 'a"b;c.pdf', `..${'ä'.repeat(100)}`])('a file called %s arrives, whatever the desk makes of its name', async (name) => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          const bytes = bytesOf(100);
          expect(await ada.send(attaching(ticketId, name, bytes), bytes)).toMatchObject({ outcome: 'applied' });
          await ada.read();
          const [file] = ada.entriesOf(ticketId).flatMap(({ body }) => (body.kind === 'file' ? [body.file] : []));
          expect(hashOf(await (await ada.backend.download(ada.person.id, file as FileManifest)).arrayBuffer())).toBe(hashOf(bytes));
        });

      test('without a network nothing is begun, so nothing is in doubt', async () => {
        const ada = await signedIn('ada');
        const action = reply(await raise(ada), 'written on the train');
        ada.line.fails('no-network');
        const failure = await ada.backend.perform(ada.person.id, [ada.outgoing(action)]).catch((fault: unknown) => fault);
        expect(failure).toMatchObject({ kind: 'wait' });
        if (ada.backend.capabilities.idempotency === 'looked-up') expect(failure).toMatchObject({ beforeSending: true });
      });

      test('a receipt says how far a device must read to see what was done', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.read();
        const action = reply(ticketId, 'to be seen');
        const before = (await ada.cursor())?.position ?? 0;
        const receipt = await ada.send(action);
        expect(receipt).toMatchObject({ outcome: 'applied', id: action.id });
        // At or before it the device would take its own picture of the reply away, with nothing of the desk's in its place.
        expect(receipt.outcome === 'applied' && receipt.position).toBeGreaterThan(before);
        await ada.readOn();
        expect(messages(ada, ticketId)).toContain('to be seen');
      });
    });

    describe('the desk', () => {
      test('its reply comes with the next reading, as the desk’s, and nothing else comes twice', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.read();
        await ada.untilQuiet();
        await ada.desk.replies(ada.deskId(ticketId), 'We are looking at it.');
        const brought = await ada.readOn();
        const said = messageEntries(ada, ticketId).find(({ body }) => body.text === 'We are looking at it.');
        expect(said?.by).toMatchObject({ side: 'desk' });
        expect(said?.by?.name).toMatch(/\w/);
        expect(brought.filter((change) => change.kind === 'ticket').map((change) => change.body.id)).toEqual([ada.deskId(ticketId)]);
        expect(ada.ticket(ticketId).deskWroteAt).toEqual(expect.any(Number));
      });

      test('what it writes is new until it was read', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.read();
        expect(isUnread(ada.ticket(ticketId))).toBe(false);
        await ada.desk.replies(ada.deskId(ticketId), 'Something new.');
        await ada.readOn();
        const { deskWroteAt } = ada.ticket(ticketId);
        expect(isUnread(ada.ticket(ticketId))).toBe(true);
        const receipt = await ada.send(actionOn(ticketId, { kind: 'mark-read', data: { upTo: deskWroteAt ?? 0 } }));
        expect(receipt).toMatchObject({ outcome: 'applied' });
        // Where the desk has no place for it, the device keeps the mark.
        if (receipt.outcome === 'applied' && receipt.position === neverInTheFeed) return;
        await ada.readOn();
        expect(isUnread(ada.ticket(ticketId))).toBe(false);
      });

      if (can('reopen'))
        test('what it resolves is done, and can be opened again', async () => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          await ada.desk.resolves(ada.deskId(ticketId));
          await ada.read();
          expect(statusOf(ada.ticket(ticketId))).toBe('resolved');
          expect(await ada.send(actionOn(ticketId, { kind: 'reopen', data: {} }))).toMatchObject({ outcome: 'applied' });
          await ada.readOn();
          expect(isOpen(ada.ticket(ticketId))).toBe(true);
          expect(ada.entriesOf(ticketId).filter(({ body }) => body.kind === 'reopened')).toHaveLength(1);
        });

      if (can('resolve'))
        test.each(['none', 'answer-lost'] as const)('what the person says is solved is done, once (%s)', async (fault) => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          if (fault !== 'none') ada.line.next(fault);
          expect(await ada.send(actionOn(ticketId, { kind: 'resolve', data: {} }))).toMatchObject({ outcome: 'applied' });
          await ada.read();
          expect(statusOf(ada.ticket(ticketId))).toBe('resolved');
          expect(ada.entriesOf(ticketId).filter(({ by, body }) => body.kind === 'status' && by?.id === ada.person.id)).toHaveLength(1);
        });

      test('a reply opens what was resolved', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.desk.resolves(ada.deskId(ticketId));
        await ada.send(reply(ticketId, 'it is not done'));
        await ada.read();
        expect(isOpen(ada.ticket(ticketId))).toBe(true);
      });

      if (can('reopen'))
        test('opening what is open is refused', async () => {
          const ada = await signedIn('ada');
          expect(await ada.send(actionOn(await raise(ada), { kind: 'reopen', data: {} }))).toMatchObject({
            outcome: 'refused',
            refusal: { kind: 'not-resolved' },
          });
        });
    });

    describe('chasing', () => {
      if (can('chase'))
        test.each(fewFaults)('a chase is counted once (%s), and the next one is too soon', async (fault) => {
          const ada = await signedIn('ada');
          const ticketId = await raise(ada);
          await ada.send(reply(ticketId, 'before it'));
          ada.line.next(fault);
          const chase = actionOn(ticketId, { kind: 'chase', data: {} });
          expect(await ada.send(chase)).toMatchObject({ outcome: 'applied' });
          await ada.read();
          expect(ada.ticket(ticketId).chases.map(({ id }) => id)).toEqual([chase.id]);
          expect(ada.entriesOf(ticketId).filter(({ body }) => body.kind === 'chase')).toMatchObject([{ id: chase.id, body: { count: 1 } }]);
          expect(await ada.send(actionOn(ticketId, { kind: 'chase', data: {} }))).toMatchObject({ outcome: 'refused', refusal: { kind: 'too-soon-to-chase' } });
        });
    });

    describe('what others have', () => {
      test('a ticket of somebody else is neither seen nor written to, and nothing says that it is there', async () => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        const ben = await signedIn('ben');
        expect(idsOf((await ben.read()).tickets)).not.toContain(ada.deskId(ticketId));
        expect(await ben.send(reply(ada.deskId(ticketId), 'from Ben'))).toMatchObject({ outcome: 'refused', refusal: { kind: 'not-found' } });
        await ada.read();
        expect(messages(ada, ticketId)).not.toContain('from Ben');
      });
    });

    describe('words of every kind', () => {
      const hostile = {
        'characters of four bytes': 'It says 🖥️ and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
        'right to left': 'המסך שלי שבור',
        'markup that is meant': '<b>bold</b> & <script>alert(1)</script> "quoted"',
        'a nought': '0',
        'many lines': 'first\n\n  indented\n- point',
        'a great many': 'So much to say. '.repeat(1_200).trim(),
      };
      test.each(Object.entries(hostile))('%s come back as they were written', async (_, text) => {
        const ada = await signedIn('ada');
        const ticketId = await raise(ada);
        await ada.send(reply(ticketId, text));
        await ada.read();
        expect(messages(ada, ticketId)).toContain(text);
      });

      test('a title is one line, whatever was pasted into it', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada, { title: 'broken\r\nBcc: everybody@example.test\r\n\r\nhello' });
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        expect(onlyTicket(await ada.read(), raising).title).toMatch(/^broken[^\r\n]*hello$/);
      });

      test('markup in every field of a request comes back as words', async () => {
        const ada = await signedIn('ada');
        const markup = '<b>bold</b> & <img src=x onerror=alert(1)>';
        const raising = await anyRaising(ada, { title: markup, words: markup });
        expect(Object.values(raising.data.answers).filter((value) => value === markup).length).toBeGreaterThan(1);
        expect(await ada.send(raising)).toMatchObject({ outcome: 'applied' });
        const ticket = onlyTicket(await ada.read(), raising);
        expect(ticket.title).toContain(markup);
        for (const words of wordsAnswered(ada.known, raising)) expect(toldOn(ada, ticket)).toContain(words);
      });

      test('a description of a megabyte is taken whole, or not at all and in so many words', async () => {
        const ada = await signedIn('ada');
        const raising = await anyRaising(ada);
        const words = 'So much to say. '.repeat(65_536).trim();
        const details = Object.entries(raising.data.answers).find(([, value]) => value === someLines)?.[0];
        if (details === undefined) throw new Error(`${ada.desk.service} asks for no longer text`);
        const large: Action = { ...raising, data: { ...raising.data, answers: { ...raising.data.answers, [details]: words } } };
        const outcome = await ada.send(large).then(
          (answer) => answer.outcome,
          (fault: unknown) => (fault instanceof BackendFailure ? fault.kind : fault),
        );
        expect(['applied', 'refused', 'too-large']).toContain(outcome);
        const made = (await ada.read()).tickets.filter(({ statuses }) => statuses[0]?.id === (raising.id as string));
        expect(made).toHaveLength(outcome === 'applied' ? 1 : 0);
        for (const ticket of made) expect(toldOn(ada, ticket)).toContain(words);
      });
    });
  });
};

const reply = (ticketId: TicketId, text: string): Action => actionOn(ticketId, { kind: 'reply', data: { text } });

const attaching = (ticketId: TicketId, name: string, bytes: ArrayBuffer): Action => {
  const id = v7() as ActionId;
  const file: FileManifest = { id, name, sizeBytes: bytes.byteLength, type: 'application/pdf', sha256: hashOf(bytes) };
  return { ...actionOn(ticketId, { kind: 'attach', data: { file, questionId: null } }), id };
};

const hashOf = (bytes: ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

/** Bytes of every kind, in no order that a text would have. */
const bytesOf = (count: number): ArrayBuffer => Uint8Array.from({ length: count }, (_, index) => (index * 7919 + (index >> 8)) % 256).buffer;

const today = new Date().toISOString().slice(0, 10);

/** A request for the service of the suite, answered in any way that is right; `words` in every text that may say anything. */
const anyRaising = async (client: Client, { title = `Title ${v7()}`, words = null as string | null } = {}): Promise<ActionOf<'raise-ticket'>> => {
  const known = await client.read();
  const flow = flowOf(known, client.desk.service);
  const service = known.services.find((each) => each.title === client.desk.service);
  if (!service || !flow) throw new Error(`${client.desk.service} is not offered`);
  const answers: Record<string, AnswerValue> = {};
  for (;;) {
    const { outcome } = walkFlow(flow, answers as Answers, today);
    if (outcome.kind !== 'question') break;
    const { question } = outcome;
    if (Object.hasOwn(answers, question.id)) throw new Error(`the suite knows no answer to “${question.label}” (${question.kind}): choose a simpler service`);
    answers[question.id] = question.id === flow.titleFrom ? title.slice(0, 100) : anyAnswer(question, words);
  }
  const data = { serviceId: service.id, flow: service.flow, answers: answers as Answers };
  return { ...actionOn(v7() as TicketId, { kind: 'raise-ticket', data }), kind: 'raise-ticket', data };
};

const flowOf = ({ services, flows }: Known, serviceTitle: string): QuestionFlow | undefined => {
  const wanted = services.find(({ title }) => title === serviceTitle)?.flow;
  return flows.find(({ id, version }) => id === wanted?.id && version === wanted.version);
};

const someLines = 'More words,\nover two lines, as many as anybody could want.';

const anyAnswer = (question: Question, words: string | null): AnswerValue => {
  switch (question.kind) {
    case 'short-text':
      return question.pattern === undefined ? (words ?? 'some words') : null;
    case 'long-text':
      return words ?? someLines;
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

/** All that was answered, as somebody at the desk must be able to read it: texts as they were typed, choices by their labels. */
const wordsAnswered = (known: Known, { data }: ActionOf<'raise-ticket'>): readonly string[] => {
  const flow = known.flows.find(({ id, version }) => id === data.flow.id && version === data.flow.version);
  const questions = flow?.steps.flatMap((step) => step.questions) ?? [];
  return questions.flatMap((question) => {
    const value = data.answers[question.id] ?? null;
    if (typeof value === 'string' && question.kind !== 'one-choice') return [value];
    const chosen = isTexts(value) ? value : [value];
    return 'options' in question ? question.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => label) : [];
  });
};

/** Everything that is to be read on a ticket, wherever a desk has put it. */
const toldOn = (client: Client, ticket: Ticket): readonly string[] => [
  ticket.title,
  ...ticket.answers.flatMap(({ value, optionLabels }) => [...optionLabels, ...textsIn(value)]),
  ...messages(client, ticket.id),
];

const textsIn = (value: AnswerValue): readonly string[] => {
  if (typeof value === 'string') return [value];
  return isTexts(value) ? value : [];
};

/** The ticket, by the id that it has on the device. */
const raise = async (client: Client): Promise<TicketId> => {
  const raising = await anyRaising(client);
  const answer: Answer = await client.send(raising);
  if (answer.outcome !== 'applied') throw new Error(`the ticket was not raised: ${JSON.stringify(answer)}`);
  return raising.subject.id as TicketId;
};

type MessageEntry = Entry & { readonly body: Extract<Entry['body'], { kind: 'message' }> };

const messageEntries = (client: Client, ticketId: TicketId): readonly MessageEntry[] =>
  client.entriesOf(ticketId).filter((entry): entry is MessageEntry => entry.body.kind === 'message');

/** Past the adapter: what it would read as one and the same is there as often as it was written. */
const seenAtTheDesk = ({ desk, deskId }: Client, ticketId: TicketId): ReturnType<AcceptanceDesk['sees']> => desk.sees(deskId(ticketId));

const messages = (client: Client, ticketId: TicketId): readonly string[] => messageEntries(client, ticketId).map(({ body }) => body.text);

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id).toSorted();

/** The one ticket that this action made: its first status and its first entry carry the action's id on every desk. */
const onlyTicket = (known: Known, raising: Action): Ticket => {
  const raised = known.entries.filter(({ id, body }) => body.kind === 'raised' && id === (raising.id as string));
  const made = known.tickets.filter(({ statuses }) => statuses[0]?.id === (raising.id as string));
  expect([made.length, raised.map(({ ticketId }) => ticketId)]).toEqual([1, made.map(({ id }) => id)]);
  const [ticket] = made;
  if (!ticket) throw new Error('no ticket');
  return ticket;
};
