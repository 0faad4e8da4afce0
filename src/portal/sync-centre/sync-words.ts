/** What is said about sending, from what is true: pure, so that every word can be proven honest. */
import type { SyncStatus } from '../../store/cache-db.ts';
import type { OutboxView } from '../../store/observe/outbox.ts';
import type { MessageKey } from '../../i18n/messages.ts';

export type PillTone = 'sent' | 'waiting' | 'held' | 'offline';
export type PillPart = { readonly key: MessageKey; readonly count: number };
export type PillState = { readonly tone: PillTone; readonly parts: readonly PillPart[] };

/** "Offline" is said after a try really failed, and not before this long: a wake-up is not a cut line. */
const graceMs = 4_000;

export const isOffline = (status: SyncStatus, now: number): boolean => status.failingSince !== null && now - status.failingSince >= graceMs;

/** Nothing here says "sent" while a receipt is missing: waiting counts all that has none. */
export const pillState = (outbox: OutboxView, status: SyncStatus, now: number): PillState => {
  const waiting: PillPart[] = outbox.waiting > 0 ? [{ key: outbox.sending ? 'pill.sending' : 'pill.waiting', count: outbox.waiting }] : [];
  const held: PillPart[] = outbox.held > 0 ? [{ key: 'pill.held', count: outbox.held }] : [];
  const parts = [...waiting, ...held];
  if (status.paused === 'sign-in-again') return { tone: 'held', parts: [{ key: 'pill.signIn', count: 0 }, ...waiting] };
  if (status.paused === 'update-the-app') return { tone: 'held', parts: [{ key: 'pill.update', count: 0 }, ...waiting] };
  if (held.length > 0) return { tone: 'held', parts };
  if (isOffline(status, now)) return { tone: 'offline', parts: [{ key: 'pill.offline', count: 0 }, ...waiting] };
  return waiting.length > 0 ? { tone: 'waiting', parts } : { tone: 'sent', parts: [{ key: 'pill.sent', count: 0 }] };
};
