/** Reads `text/event-stream` (WHATWG HTML §9.2) from a fetch: EventSource can send no headers and does not exist in workers everywhere. */
import { BackendFailure } from '../backend.ts';

/** A stream that is silent for this long is dead: the server's heartbeat comes every 15 seconds. */
const silenceLimitMs = 45_000;

/** `event` is its name; `message` where it has none. */
type OnEvent = (data: string, event: string) => Promise<void>;

/** Hands over the data of each event, one at a time; resolves when the stream ends, rejects when it breaks or falls silent. */
export const readEvents = async (response: Response, onEvent: OnEvent, signal: AbortSignal): Promise<void> => {
  if (!(response.headers.get('Content-Type') ?? '').startsWith('text/event-stream') || !response.body) {
    throw new BackendFailure('wait', 'not an event stream');
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  try {
    while (!signal.aborted) {
      const { done, value } = await withinSilenceLimit(reader.read());
      if (done) return;
      buffered += value.replaceAll('\r', '');
      const blocks = buffered.split('\n\n');
      buffered = blocks.pop() ?? '';
      for (const block of blocks) await handOver(block, onEvent);
    }
  } catch (fault) {
    if (signal.aborted) return;
    throw fault instanceof BackendFailure ? fault : new BackendFailure('wait', 'the stream broke', null, fault);
  } finally {
    // The body may be broken already: closing it is all that is wanted.
    await reader.cancel().catch(() => undefined);
  }
};

const handOver = async (block: string, onEvent: OnEvent): Promise<void> => {
  const valuesOf = (field: string): readonly string[] =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).trimStart());
  const data = valuesOf('data');
  if (data.length > 0) await onEvent(data.join('\n'), valuesOf('event')[0] ?? 'message');
};

const withinSilenceLimit = async <Value>(pending: Promise<Value>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BackendFailure('wait', 'the stream fell silent')), silenceLimitMs);
  });
  try {
    return await Promise.race([pending, silence]);
  } finally {
    clearTimeout(timer);
  }
};
