/** How letters leave: through a mail server, or into a folder where nobody has named one. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Letter } from './post-mail.ts';

export type Carrier = {
  /** Resolves once somebody else has the letter; whoever gets it twice can tell by its Message-ID. */
  readonly carry: (letter: Letter) => Promise<void>;
};

/** Whom letters are from. */
export type Sender = { readonly name: string; readonly address: string };

/** Long enough for a mail server that looks up who is calling, and short enough not to stop the others for long. */
const patienceMs = 60_000;

export const createSmtpCarrier = (url: string, sender: Sender): Carrier => {
  const { hostname, port, protocol, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    secure: protocol === 'smtps:',
    ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    carry: async (letter) => {
      await transport.sendMail(messageOf(letter, sender));
    },
  };
};

/** One file for each letter; the name sorts by when it was written. */
export const createFolderCarrier = (folder: string, sender: Sender): Carrier => ({
  carry: async (letter) => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${letter.id}.eml`);
    // Whoever looks into the folder never finds half a letter.
    await writeFile(`${file}.part`, fileOf(letter, sender));
    await rename(`${file}.part`, file);
  },
});

/** In plain UTF-8 (RFC 6532), so that it can be read and its links followed without a mail program. */
const fileOf = (letter: Letter, { name, address }: Sender): string => `From: ${JSON.stringify(oneLine(name))} <${address}>
To: ${letter.address}
Subject: ${oneLine(letter.subject)}
Message-ID: ${messageIdOf(letter, address)}
Date: ${new Date(letter.at).toUTCString().replace('GMT', '+0000')}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${letter.body}`;

const messageOf = (letter: Letter, sender: Sender): SendMailOptions => ({
  from: { ...sender },
  to: { name: '', address: letter.address },
  subject: oneLine(letter.subject),
  text: letter.body,
  date: new Date(letter.at),
  messageId: messageIdOf(letter, sender.address),
  // Nobody’s absence is answered to a letter that nobody wrote (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  // A text is a text: it names no file of this machine and no address to fetch from.
  disableFileAccess: true,
  disableUrlAccess: true,
});

const messageIdOf = ({ id }: Letter, from: string): string => `<${id}@${from.split('@').at(-1) ?? ''}>`;

/** No text begins a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Whether the mail server will never take this letter: its addressee does not exist (RFC 5321, §4.2.1: 5yz). */
export const isRefusedForGood = (fault: unknown): boolean => {
  const { command, responseCode } = smtpFactsOf(fault);
  return command === 'RCPT TO' && responseCode >= 500;
};

/** What may be logged of a fault: a mail server’s own words name the addressee. */
export const smtpFactsOf = (fault: unknown): { readonly code: string; readonly command: string; readonly responseCode: number } => {
  const told = typeof fault === 'object' && fault !== null ? fault : {};
  return {
    code: 'code' in told && typeof told.code === 'string' ? told.code : 'unknown',
    command: 'command' in told && typeof told.command === 'string' ? told.command : '',
    responseCode: 'responseCode' in told && typeof told.responseCode === 'number' ? told.responseCode : 0,
  };
};
