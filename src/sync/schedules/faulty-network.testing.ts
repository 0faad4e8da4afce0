/** The line between one device and the desk: it carries cookies like a browser, and does to each request what the schedule says. */
import type { Fault, FaultCounts } from './faults.testing.ts';
import type { TestDesk } from './test-desk.testing.ts';
import type { VirtualTime } from './virtual-time.testing.ts';

type Sent = { readonly tabId: number; readonly method: string; readonly path: string; readonly fault: Fault | null; status: number | null; isOver: boolean };

export type FaultyNetwork = {
  readonly fetchFor: (tabId: number) => typeof fetch;
  online: boolean;
  /** From now on requests fare as they were meant to; before that, and after `calm`, they fare well. */
  readonly begin: () => void;
  readonly calm: () => void;
  readonly tabDied: (tabId: number) => void;
  /** Every line that stands open breaks, on both sides. */
  readonly cut: () => void;
  readonly linesOpen: () => number;
  readonly sent: readonly Sent[];
};

type Request1 = { readonly sent: Sent; readonly signal: AbortSignal; readonly make: () => Request };

/** An answer that goes on: it breaks with its line, and the desk notices that nobody is there any more. */
type OpenLine = { readonly sent: Sent; readonly answer: Response; readonly hangUp: () => void };

type Desk = Pick<TestDesk, 'serve' | 'bearsLateRequests' | 'signInAgain'>;

export const createFaultyNetwork = (time: VirtualTime, desk: Desk, faults: readonly (Fault | null)[], counts: FaultCounts): FaultyNetwork => {
  const sent: Sent[] = [];
  const dead = new Set<number>();
  const jar = new Map<string, string>();
  const overtaken = new Set<() => void>();
  const lines = new Set<OpenLine>();
  // Node passes an abort on to a copy of a request only while that copy is held by somebody: collected, it would never end.
  const onTheirWay = new Set<readonly unknown[]>();
  let plan: (Fault | null)[] = [];
  let online = true;

  const fetchFor =
    (tabId: number): typeof fetch =>
    async (input, init) => {
      const original = new Request(input, init);
      const bytes = original.body ? await original.arrayBuffer() : null;
      if (dead.has(tabId)) return new Promise<never>(() => undefined);
      if (!online) throw new TypeError('no network');
      const fault = plan.shift() ?? null;
      if (fault) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
      const entry: Sent = { tabId, method: original.method, path: new URL(original.url).pathname, fault, status: null, isOver: false };
      sent.push(entry);
      const headers = new Headers(original.headers);
      headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const make = (): Request => new Request(original.url, { method: original.method, headers, body: bytes });
      const held = [input, init, original];
      onTheirWay.add(held);
      let response: Response | null = null;
      try {
        response = await Promise.race([carry({ sent: entry, signal: original.signal, make }), aborted(original.signal)]);
      } finally {
        onTheirWay.delete(held);
        entry.isOver = true;
        hangUpWhere((line) => line.sent === entry && line.answer !== response);
      }
      if (dead.has(tabId)) return new Promise<never>(() => undefined);
      keepCookies(response);
      entry.status = response.status;
      return response;
    };

  const hangUpWhere = (isOver: (line: OpenLine) => boolean): void => {
    for (const line of lines) if (isOver(line)) line.hangUp();
  };

  /** A second answer to the same request, or one that comes too late, reaches nobody. */
  const asLine = (entry: Sent, signal: AbortSignal, response: Response): Response => {
    if (!response.body || !(response.headers.get('Content-Type') ?? '').startsWith('text/event-stream')) return response;
    const reader = response.body.getReader();
    let breakOff: (fault: Error) => void = () => undefined;
    const hangUp = (): void => {
      if (!lines.delete(line)) return;
      breakOff(new TypeError('the line broke'));
      void reader.cancel();
    };
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        breakOff = (fault) => controller.error(fault);
      },
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (!lines.has(line)) return;
        if (!done) return controller.enqueue(value);
        lines.delete(line);
        controller.close();
      },
      cancel: hangUp,
    });
    const line: OpenLine = { sent: entry, answer: new Response(body, { status: response.status, headers: response.headers }), hangUp };
    lines.add(line);
    signal.addEventListener('abort', hangUp, { once: true });
    if (entry.isOver || dead.has(entry.tabId)) hangUp();
    return line.answer;
  };

  const aborted = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => {
      const abort = (): void => reject(new DOMException('aborted', 'AbortError'));
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    });

  const keepCookies = (response: Response): void => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };

  const waitFor = (delayMs: number): Promise<void> => new Promise((resolve) => time.after(delayMs, resolve));
  const overtake = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      overtaken.add(resolve);
      time.after(delayMs, resolve);
    });

  /** Serves the request, if it can still arrive: what a device gave up on reaches only a desk that can bear it. */
  const serve = async ({ sent: entry, signal, make }: Request1): Promise<Response> => {
    if (!desk.bearsLateRequests && (signal.aborted || dead.has(entry.tabId))) return new Promise<never>(() => undefined);
    const response = asLine(entry, signal, await time.busy(desk.serve(make())));
    for (const release of overtaken) {
      overtaken.delete(release);
      release();
    }
    return response;
  };

  const carry = async (request: Request1): Promise<Response> => {
    const { kind, delayMs } = request.sent.fault ?? { kind: null, delayMs: 0 };
    switch (kind) {
      case null:
        return serve(request);
      case 'lost-before-commit':
        throw new TypeError('the line broke');
      case 'answer-lost-after-commit':
        await serve(request);
        throw new TypeError('the line broke');
      case 'slow-request':
        await waitFor(delayMs);
        return serve(request);
      case 'slow-answer': {
        const response = await serve(request);
        await waitFor(delayMs);
        return response;
      }
      case 'late-commit':
        await waitFor(30_000 + delayMs);
        return serve(request);
      case 'silence':
        return new Promise<never>(() => undefined);
      case 'twice':
        return (await Promise.all([serve(request), serve(request)]))[1];
      case 'again-later':
        // By then the desk may be gone.
        time.after(delayMs, () => void serve(request).catch(() => undefined));
        return serve(request);
      case 'overtaken':
        await overtake(delayMs / 5);
        return serve(request);
      case 'truncated-answer': {
        const response = await serve(request);
        if (![...lines].some(({ answer }) => answer === response)) return truncated(response);
        time.after(delayMs, () => hangUpWhere(({ answer }) => answer === response));
        return response;
      }
      case '500-before-commit':
      case '400-before-commit':
        return new Response('Bad deploy', { status: Number(kind.slice(0, 3)) });
      case '500-after-commit':
      case '400-after-commit':
        await serve(request);
        return new Response('Bad gateway', { status: Number(kind.slice(0, 3)) });
      case '429-seconds':
      case '429-date':
      case '429-absurd':
      case '429-negative':
        return new Response('', { status: 429, headers: retryAfter(kind, time.now(), delayMs) });
      case '401-typed':
        return desk.signInAgain();
      case '401-untyped-before-commit':
        return new Response('', { status: 401 });
      case '401-untyped-after-commit':
        await serve(request);
        return new Response('', { status: 401 });
      case 'html-before-commit':
        return portalPage();
      case 'html-after-commit':
        await serve(request);
        return portalPage();
    }
  };

  return {
    fetchFor,
    get online() {
      return online;
    },
    set online(value) {
      online = value;
      if (!value) hangUpWhere(() => true);
    },
    begin: () => {
      plan = [...faults];
    },
    calm: () => {
      plan = [];
      online = true;
    },
    tabDied: (tabId) => {
      dead.add(tabId);
      hangUpWhere(({ sent: entry }) => entry.tabId === tabId);
    },
    cut: () => hangUpWhere(() => true),
    linesOpen: () => lines.size,
    sent,
  };
};

const truncated = async (response: Response): Promise<Response> => {
  const text = await response.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers: response.headers });
};

const portalPage = (): Response => new Response('<html><h1>Welcome to the airport</h1></html>', { status: 200, headers: { 'Content-Type': 'text/html' } });

const retryAfter = (kind: '429-seconds' | '429-date' | '429-absurd' | '429-negative', now: number, delayMs: number): Record<string, string> => {
  switch (kind) {
    case '429-seconds':
      return { 'Retry-After': String(Math.ceil(delayMs / 1000)) };
    case '429-date':
      return { 'Retry-After': new Date(now + delayMs).toUTCString(), Date: new Date(now).toUTCString() };
    case '429-absurd':
      return { 'Retry-After': '1000000000' };
    case '429-negative':
      return { 'Retry-After': '-7' };
  }
};
