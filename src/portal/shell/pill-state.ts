/** What the pill in the header says about sending, from what is true: pure, so that every word can be proven honest. */
import type { Instant } from '../../domain/instant.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import type { OutboxCounts } from '../../store/observe/outbox-counts.ts';
import { isOffline } from '../../store/observe/sync-status.ts';

type PillTone = 'sent' | 'waiting' | 'held' | 'offline';
export type PillPart = { readonly key: MessageKey; readonly count: number };
export type PillState = { readonly tone: PillTone; readonly parts: readonly PillPart[] };

/** Nothing here says "sent" while a receipt is missing: waiting counts all that has none. */
export const pillState = (outbox: OutboxCounts, status: SyncStatus, now: Instant): PillState => {
  const waiting: PillPart[] = outbox.waiting > 0 ? [{ key: outbox.sending ? 'pill.sending' : 'pill.waiting', count: outbox.waiting }] : [];
  const held: PillPart[] = outbox.held > 0 ? [{ key: 'pill.held', count: outbox.held }] : [];
  const parts = [...waiting, ...held];
  if (status.paused === 'sign-in-again') return { tone: 'held', parts: [{ key: 'pill.signIn', count: 0 }, ...parts] };
  if (status.paused === 'update-the-app') return { tone: 'held', parts: [{ key: 'pill.update', count: 0 }, ...parts] };
  if (held.length > 0) return { tone: 'held', parts };
  if (isOffline(status, now)) return { tone: 'offline', parts: [{ key: 'pill.offline', count: 0 }, ...waiting] };
  return waiting.length > 0 ? { tone: 'waiting', parts } : { tone: 'sent', parts: [{ key: 'pill.sent', count: 0 }] };
};
