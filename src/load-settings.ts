/** `portico.json`: from the network, or the last good copy that the service worker kept. */
import * as v from 'valibot';
import { porticoJsonSchema, type PorticoJson } from './contract/portico-json.ts';

export type LoadedSettings =
  | { readonly kind: 'settings'; readonly settings: PorticoJson }
  | { readonly kind: 'bad'; readonly problems: readonly string[] }
  /** Neither the network nor this device has one: a first visit without a connection. */
  | { readonly kind: 'unreachable' };

export const loadSettings = async (): Promise<LoadedSettings> => {
  let body: unknown;
  try {
    const response = await fetch('/portico.json');
    if (response.status === 404) return { kind: 'settings', settings: v.parse(porticoJsonSchema, {}) };
    if (!response.ok) return { kind: 'unreachable' };
    body = await response.json();
  } catch (fault) {
    return fault instanceof SyntaxError ? { kind: 'bad', problems: [`portico.json: ${fault.message}`] } : { kind: 'unreachable' };
  }
  const parsed = v.safeParse(porticoJsonSchema, body);
  if (parsed.success) return settingsOrProblems(parsed.output, await problemsOfBackend(parsed.output));
  return { kind: 'bad', problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'portico.json'}: ${issue.message}`) };
};

const settingsOrProblems = (settings: PorticoJson, problems: readonly string[]): LoadedSettings =>
  problems.length === 0 ? { kind: 'settings', settings } : { kind: 'bad', problems };

/** What only one backend's deployments have is read by what only they load. */
const problemsOfBackend = async ({ backend }: PorticoJson): Promise<readonly string[]> =>
  backend.kind === 'request-tracker' ? (await import('./contract/request-tracker-settings.ts')).requestTrackerProblems(backend) : [];
