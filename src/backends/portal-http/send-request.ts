/** One HTTP request with a deadline, in the words of the reference backend. It never tries again: the one back-off is ours. */
import { versionHeader } from '../../contract/routes.ts';
import { wireVersion } from '../../contract/version.ts';
import { BackendFailure } from '../backend.ts';

export type PortalHttpSettings = {
  /** Address of the backend; empty for the portal's own origin. */
  readonly address: string;
  readonly fetch?: typeof fetch;
  /** How long one request may take without an answer, in milliseconds: lie-fi accepts and never answers. */
  readonly timeoutMs?: number;
};

export type HttpRequest = {
  readonly json?: unknown;
  readonly bytes?: ArrayBuffer;
  readonly searchParams?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null for a stream, which may stay open. */
  readonly timeoutMs?: number | null;
  readonly signal?: AbortSignal;
};

export type SendRequest = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, request?: HttpRequest) => Promise<Response>;

/** Resolves with any answer, a redirect too; rejects with a failure of kind *wait* where there is none. */
export const createSendRequest =
  (settings: PortalHttpSettings): SendRequest =>
  async (method, path, request = {}) => {
    const { timeoutMs = settings.timeoutMs ?? 30_000 } = request;
    const signals = [...(timeoutMs === null ? [] : [AbortSignal.timeout(timeoutMs)]), ...(request.signal ? [request.signal] : [])];
    const body = request.json === undefined ? request.bytes : JSON.stringify(request.json);
    try {
      return await (settings.fetch ?? fetch)(`${settings.address}${path}${query(request.searchParams ?? {})}`, {
        method,
        headers: headersOf(request),
        ...(body === undefined ? {} : { body }),
        credentials: settings.address === '' ? 'same-origin' : 'include',
        redirect: 'manual',
        cache: 'no-store',
        signal: AbortSignal.any(signals),
      });
    } catch (fault) {
      throw new BackendFailure('wait', 'no answer', null, fault);
    }
  };

const headersOf = ({ json, headers }: HttpRequest): Record<string, string> => ({
  Accept: 'application/json',
  [versionHeader]: String(wireVersion),
  ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...headers,
});

const query = (params: Readonly<Record<string, string | number>>): string => {
  const text = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};
