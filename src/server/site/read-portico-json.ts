import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { porticoJsonSchema, type PorticoJson } from '../../contract/portico-json.ts';
import { requestTrackerProblems } from '../../contract/request-tracker-settings.ts';

/** A deployment's file, or the reason, with the place, why it cannot be used: a portal must not start half configured. */
export const readPorticoJson = async (file: string): Promise<PorticoJson> => parsePorticoJson(file, await readText(file));

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
};

const parsePorticoJson = (file: string, text: string): PorticoJson => {
  const parsed = v.safeParse(porticoJsonSchema, readJson(file, text));
  const places = parsed.success
    ? problemsOfBackend(parsed.output)
    : parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
  if (parsed.success && places.length === 0) return parsed.output;
  throw new Error(`${file} is not a portico.json:\n${places.map((place) => `  ${place}`).join('\n')}`);
};

const problemsOfBackend = ({ backend }: PorticoJson): readonly string[] => (backend.kind === 'request-tracker' ? requestTrackerProblems(backend) : []);

const readJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
};
