/** Hears what other servers on the same PostgreSQL announce, on a connection of its own that is made again when it is lost. */
import pg from 'pg';
import { factsOfFault, type Log } from '../log.ts';

type Listening = { readonly url: string; readonly log: Log; readonly stopping: AbortSignal };

const againAfterMs = 1_000;

/** `onNotice` by channel; `onConnected` after each connection: what was announced before it was not heard. */
export const listenPostgres = (
  { url, log, stopping }: Listening,
  onNotice: Readonly<Record<string, (payload: string) => void>>,
  onConnected: () => void = () => undefined,
): void => {
  let client: pg.Client | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = async (): Promise<void> => {
    const mine = new pg.Client({ connectionString: url });
    client = mine;
    let isLost = false;
    const lost = (fault: unknown): void => {
      if (isLost || stopping.aborted) return;
      isLost = true;
      log('fault', factsOfFault(fault));
      void mine.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), againAfterMs);
    };
    mine.on('error', lost);
    mine.on('end', () => lost(new Error('the connection that hears other servers was closed')));
    mine.on('notification', ({ channel, payload }) => onNotice[channel]?.(payload ?? ''));
    try {
      await mine.connect();
      for (const channel of Object.keys(onNotice)) await mine.query(`listen ${pg.escapeIdentifier(channel)}`);
      onConnected();
    } catch (fault) {
      lost(fault);
    }
  };
  void connect();
  stopping.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      void client?.end().catch(() => undefined);
    },
    { once: true },
  );
};
