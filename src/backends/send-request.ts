/**
 * One HTTP request with a deadline. It never tries again: the one back-off is ours.
 * By ky 1: its second version weighs twice as much on the wire, in the page and in the worker, for nothing that is used here.
 */
import ky from 'ky';
import { BackendFailure } from './backend.ts';

export type HttpSettings = {
  /** Address of the backend; empty for the portal's own origin. */
  readonly address: string;
  readonly fetch?: typeof fetch;
  /** How long one request may take without an answer, in milliseconds: lie-fi accepts and never answers. */
  readonly timeoutMs?: number;
};

export type HttpRequest = {
  readonly json?: unknown;
  readonly body?: ArrayBuffer | FormData | URLSearchParams;
  readonly searchParams?: URLSearchParams | Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null for a stream, which may stay open. */
  readonly timeoutMs?: number | null;
  readonly signal?: AbortSignal;
};

export type SendRequest = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, request?: HttpRequest) => Promise<Response>;

/** Resolves with any answer, a redirect too (`opaqueredirect`); rejects with a failure of kind *wait* where there is none. */
export const createSendRequest = (settings: HttpSettings, headers: Readonly<Record<string, string>> = {}): SendRequest => {
  const http = ky.create({
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
    credentials: settings.address === '' ? 'same-origin' : 'include',
    redirect: 'manual',
    cache: 'no-store',
    // A library that tries again by itself hides what happened, and breaks Retry-After.
    retry: 0,
    // Its error would have thrown the body away, and with it what a refused request says.
    throwHttpErrors: false,
    headers: { Accept: 'application/json', ...headers },
  });
  return async (method, path, { json, body, timeoutMs = settings.timeoutMs ?? 30_000, ...others } = {}) => {
    try {
      return await http(`${settings.address}${path}`, {
        method,
        ...(json === undefined ? {} : { json }),
        ...(body ? { body } : {}),
        timeout: timeoutMs ?? false,
        ...others,
      });
    } catch (fault) {
      throw new BackendFailure('wait', 'no answer', null, fault);
    }
  };
};
