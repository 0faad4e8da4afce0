/** One request to the desk without idempotency; everything but an answer in its own words is a failure. */
import * as v from 'valibot';
import type { PersonId } from '../../domain/ids.ts';
import { BackendFailure } from '../backend.ts';

type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly person?: PersonId;
  readonly json?: unknown;
  readonly bytes?: ArrayBuffer;
};
export type AskKeyless = <Schema extends v.GenericSchema>(ask: Ask, schema: Schema) => Promise<v.InferOutput<Schema>>;

const timeoutMs = 30_000;

export const createAskKeyless =
  (settings: { readonly address: string; readonly fetch: typeof fetch }): AskKeyless =>
  async (ask, schema) => {
    const response = await answered(settings, ask);
    const body: unknown = await response.json().catch(() => null);
    const isOurs = v.is(v.looseObject({ desk: v.literal(1) }), body);
    if (response.status === 401) throw new BackendFailure('sign-in-again', 'status 401');
    if (isOurs && response.status === 404) throw new BackendFailure('not-there', ask.path);
    const parsed = v.safeParse(schema, body);
    // A refusal (422) and wrong credentials (403) are answers like any other, where they are in the desk's own words.
    if (!isOurs || response.status >= 500 || !parsed.success) throw new BackendFailure('wait', `status ${response.status}`, retryAfterMs(response));
    return parsed.output;
  };

const answered = async ({ address, fetch }: { readonly address: string; readonly fetch: typeof globalThis.fetch }, ask: Ask): Promise<Response> => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeoutMs);
  const body = ask.bytes ?? (ask.json === undefined ? null : JSON.stringify(ask.json));
  try {
    return await fetch(`${address}${ask.path}`, { method: ask.method, body, headers: ask.person ? { 'For-User': ask.person } : {}, signal: giveUp.signal });
  } catch (fault) {
    throw new BackendFailure('wait', 'no answer', null, fault);
  } finally {
    clearTimeout(timer);
  }
};

const retryAfterMs = (response: Response): number | null => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
};
