/** What is promised of letters, whichever database they wait in, tried against a real mail server. */
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { days, minutes } from '../../domain/instant.ts';
import { migrate } from '../database/migrations.ts';
import type { Database } from '../database/schema.ts';
import { createFeedWatch } from '../feed/feed-watch.ts';
import { createSmtpCarrier } from './carrier.ts';
import { startMailSender } from './mail-sender.ts';
import { postMail, type Letter } from './post-mail.ts';
import { sendDueMails, type MailDeps } from './send-mails.ts';
import { headerOf, openSmtpSink, type SmtpSink } from './smtp-sink.testing.ts';

export const describeMail = (name: string, openDatabase: () => Promise<Database>): void => {
  describe(`letters: ${name}`, () => {
    const clock = { now: Date.UTC(2026, 10, 24, 9) };
    const logged: { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[] = [];
    let sink: SmtpSink;
    let database: Database;
    beforeAll(async () => {
      sink = await openSmtpSink();
    });
    afterAll(() => sink.down());
    beforeEach(async () => {
      database = await openDatabase();
      await migrate(database, v7);
      (sink.mails as unknown[]).length = 0;
      sink.unknown.clear();
      logged.length = 0;
    });
    afterEach(() => database.destroy());

    const deps = (): MailDeps => ({
      database,
      now: () => clock.now,
      log: (event, facts) => logged.push({ event, facts }),
      carrier: createSmtpCarrier(sink.url, { name: 'Northwind, the desk', address: 'desk@northwind.example' }),
    });
    const letter = (more: Partial<Letter> = {}): Letter => ({
      id: v7(),
      at: clock.now,
      address: 'ada@northwind.example',
      subject: 'A letter',
      body: 'Words.\n',
      ...more,
    });
    const post = (...letters: readonly Letter[]) =>
      database.transaction().execute(async (transaction) => {
        for (const each of letters) await postMail(transaction, each);
      });
    const rows = () => database.selectFrom('mails').selectAll().execute();

    test('a letter is sent once, from the desk, to whom it is for, and its text is forgotten', async () => {
      const posted = letter({ subject: 'Née à l’école', body: 'Grüße, Ada\n' });
      await post(posted);
      expect(await sendDueMails(deps())).toBe(null);
      expect(await sendDueMails(deps())).toBe(null);
      expect(sink.mails).toHaveLength(1);
      const [mail] = sink.mails;
      expect(mail).toMatchObject({ to: ['ada@northwind.example'], from: 'desk@northwind.example' });
      expect(headerOf(mail!, 'Message-ID')).toBe(`<${posted.id}@northwind.example>`);
      expect(headerOf(mail!, 'From')).toBe('"Northwind, the desk" <desk@northwind.example>');
      expect(mail!.message).toContain('Gr=C3=BC=C3=9Fe, Ada');
      expect(await rows()).toMatchObject([{ sent_at: clock.now, tries: 1, body: '' }]);
    });

    test('a letter whose effect is undone does not exist', async () => {
      const undone = database.transaction().execute(async (transaction) => {
        await postMail(transaction, letter());
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      await sendDueMails(deps());
      expect([await rows(), sink.mails]).toEqual([[], []]);
    });

    test('while the mail server is down letters wait, ever longer, and go out once it is back', async () => {
      await sink.down();
      await post(letter());
      const pauses: number[] = [];
      for (let time = 0; time < 10; time += 1) {
        const dueAt = (await sendDueMails(deps())) ?? 0;
        pauses.push(dueAt - clock.now);
        clock.now = dueAt;
      }
      expect(pauses.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
      expect(pauses.at(-1)).toBe(minutes(60));
      expect(logged.map(({ event }) => event)).toEqual(Array.from({ length: 10 }, () => 'mail-not-sent'));
      await sink.up();
      await sendDueMails(deps());
      expect(sink.mails).toHaveLength(1);
    });

    test('after three days a letter is given up, and the log says so without naming anybody', async () => {
      await sink.down();
      const posted = letter();
      await post(posted);
      for (let dueAt = await sendDueMails(deps()); dueAt !== null; dueAt = await sendDueMails(deps())) clock.now = dueAt;
      expect(clock.now - posted.at).toBeGreaterThan(days(3) - minutes(61));
      expect(clock.now - posted.at).toBeLessThanOrEqual(days(3));
      expect(logged.at(-1)).toMatchObject({ event: 'mail-given-up', facts: { id: posted.id } });
      expect(JSON.stringify(logged)).not.toContain('ada@');
      await sink.up();
      clock.now += days(30);
      expect(await sendDueMails(deps())).toBe(null);
      expect([sink.mails.length, (await rows())[0]]).toMatchObject([0, { sent_at: null, body: '' }]);
    });

    test('an address that the mail server does not know is given up at once, and holds up nobody', async () => {
      sink.unknown.add('gone@northwind.example');
      await post(letter({ address: 'gone@northwind.example' }), letter());
      expect(await sendDueMails(deps())).toBe(null);
      expect(sink.mails.map(({ to }) => to)).toEqual([['ada@northwind.example']]);
      expect(logged).toMatchObject([{ event: 'mail-given-up', facts: { responseCode: 550 } }]);
      expect(JSON.stringify(logged)).not.toContain('gone@');
    });

    test('killed between sending and marking: the letter comes again, and is told to be the same', async () => {
      await post(letter());
      const carrier = deps().carrier;
      // The mail server has it, and this sender never comes to say so.
      void sendDueMails({ ...deps(), carrier: { carry: (each) => carrier.carry(each).then(() => new Promise(() => undefined)) } });
      await vi.waitFor(() => expect(sink.mails).toHaveLength(1));
      const lapsesAt = await sendDueMails(deps());
      expect(sink.mails).toHaveLength(1);
      clock.now = lapsesAt ?? 0;
      expect(await sendDueMails(deps())).toBe(null);
      expect(sink.mails).toHaveLength(2);
      const [one, other] = sink.mails.map((mail) => headerOf(mail, 'Message-ID'));
      expect(one).toBe(other);
    });

    test('of several senders at once, each letter is sent by one', async () => {
      await post(...Array.from({ length: 12 }, (_, number) => letter({ subject: `Letter ${number}` })));
      await Promise.all([sendDueMails(deps()), sendDueMails(deps()), sendDueMails(deps())]);
      const subjects = sink.mails.map((mail) => headerOf(mail, 'Subject'));
      expect(subjects).toHaveLength(12);
      expect(new Set(subjects).size).toBe(12);
    });

    test('neither a subject nor an address adds a header or an addressee', async () => {
      const spoilt = 'ada@northwind.example\r\nBcc: eve@evil.example';
      await post(
        letter({ subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nno' }),
        letter({ address: spoilt }),
        letter({ address: 'ada@northwind.example,eve@evil.example' }),
      );
      expect(await sendDueMails(deps())).toBe(null);
      expect(sink.mails.map(({ to }) => to)).toEqual([['ada@northwind.example']]);
      expect(headerOf(sink.mails[0]!, 'Bcc')).toBeUndefined();
      expect(headerOf(sink.mails[0]!, 'Subject')).toBe('Hello Bcc: eve@evil.example no');
      expect(logged.map(({ event }) => event)).toEqual(['mail-given-up', 'mail-given-up']);
    });

    test('the sender hears of a commit, tries again in its time, and ends with the server', async () => {
      const watch = createFeedWatch();
      const stopping = new AbortController();
      const sender = startMailSender({ ...deps(), now: Date.now, watch, stopping: stopping.signal });
      await post(letter({ at: Date.now() }));
      watch.committed([]);
      await vi.waitFor(() => expect(sink.mails).toHaveLength(1), 5_000);
      stopping.abort();
      await sender.ended();
      await post(letter({ at: Date.now() }));
      watch.committed([]);
      expect(sink.mails).toHaveLength(1);
    });
  });
};
