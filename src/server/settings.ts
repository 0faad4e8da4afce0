/** Settings come from the environment, all optional. */
import * as v from 'valibot';

const portWords = 'PORT is a whole number up to 65535';

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

const settingsSchema = v.object({
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/, portWords), v.transform(Number), v.maxValue(65_535, portWords)), '8080'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORTICO_DATA: v.optional(v.string(), './data'),
  PORTICO_CONFIG: v.optional(v.string()),
  PORTICO_DIST: v.optional(v.string(), './dist'),
  PORTICO_ORIGINS: v.optional(v.string(), ''),
  PORTICO_SAMPLE: v.optional(v.picklist(['on', 'off'], 'PORTICO_SAMPLE is on or off'), 'on'),
  DATABASE_URL: v.optional(v.string()),
  PORTICO_BACKEND_URL: v.optional(v.pipe(v.string(), v.check(isWebAddress, 'the address of the backend is one such as http://rt.example'))),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** A clear word for each setting that is off. */
class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = v.safeParse(settingsSchema, environment);
  if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`));
  return parsed.output;
};
