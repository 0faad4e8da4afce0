/** A mail server of the test's own, that keeps what it is given; it can be down, or not know somebody. */
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export type SinkMail = { readonly to: readonly string[]; readonly from: string; readonly message: string };

export type SmtpSink = {
  readonly url: string;
  readonly mails: readonly SinkMail[];
  /** Addresses that it says it does not know. */
  readonly unknown: Set<string>;
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
};

export const openSmtpSink = async (): Promise<SmtpSink> => {
  const mails: SinkMail[] = [];
  const unknown = new Set<string>();
  let server: SMTPServer | null = null;
  let port = 0;
  const listen = async (): Promise<void> => {
    server = createSink();
    const listening = server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    port = typeof address === 'object' && address ? address.port : port;
  };
  const createSink = (): SMTPServer => {
    const sink = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, answer) =>
        answer(unknown.has(address) ? Object.assign(new Error(`${address} is nobody here`), { responseCode: 550 }) : null),
      onData: (stream, session, answer) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          mails.push({ to: rcptTo.map(({ address }) => address), from: mailFrom ? mailFrom.address : '', message: Buffer.concat(parts).toString() });
          answer();
        });
      },
    });
    // A sender that is gone is what some tests are about.
    sink.on('error', () => undefined);
    return sink;
  };
  await listen();
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    unknown,
    down: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
    up: listen,
  };
};

/** The value of a header line. */
export const headerOf = ({ message }: SinkMail, name: string): string | undefined => new RegExp(`^${name}: (.*?)\\r?$`, 'im').exec(message)?.[1];
