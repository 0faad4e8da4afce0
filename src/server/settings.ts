/** Settings come from the environment, all optional. */
import * as v from 'valibot';
import { isAddress } from '../domain/name-and-address.ts';

const portWords = 'PORT is a whole number up to 65535';

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
const isMailServer = (text: string): boolean => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text);

const settingsSchema = v.object({
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/, portWords), v.transform(Number), v.maxValue(65_535, portWords)), '8080'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORTICO_DATA: v.optional(v.string(), './data'),
  PORTICO_CONFIG: v.optional(v.string()),
  PORTICO_DIST: v.optional(v.string(), './dist'),
  PORTICO_ORIGINS: v.optional(v.string(), ''),
  /** What an empty database begins with, in place of the sample. */
  PORTICO_ORGANISATION: v.optional(v.string()),
  PORTICO_SAMPLE: v.optional(v.picklist(['on', 'off'], 'PORTICO_SAMPLE is on or off'), 'on'),
  DATABASE_URL: v.optional(v.string()),
  /** Where people find the portal: what links in letters begin with. */
  PORTICO_ADDRESS: v.optional(
    v.pipe(
      v.string(),
      v.check(isWebAddress, 'the address of the portal is one such as https://portal.example'),
      v.transform((address) => address.replace(/\/+$/, '')),
    ),
  ),
  SMTP_URL: v.optional(v.pipe(v.string(), v.check(isMailServer, 'a mail server is named as smtp://mail.example or smtps://user:password@mail.example'))),
  PORTICO_MAIL_FROM: v.optional(v.pipe(v.string(), v.check(isAddress, 'letters are from an address such as desk@example.org'))),
  PORTICO_BACKEND_URL: v.optional(v.pipe(v.string(), v.check(isWebAddress, 'the address of the backend is one such as http://rt.example'))),
});

/** A mail server takes letters from somebody. */
const wholeSchema = v.pipe(
  settingsSchema,
  v.forward(
    v.check(({ SMTP_URL, PORTICO_MAIL_FROM }) => SMTP_URL === undefined || PORTICO_MAIL_FROM !== undefined, 'with SMTP_URL, say whom letters are from'),
    ['PORTICO_MAIL_FROM'],
  ),
);

export type Settings = v.InferOutput<typeof settingsSchema>;

/** A clear word for each setting that is off. */
class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = v.safeParse(wholeSchema, environment);
  if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`));
  return parsed.output;
};
