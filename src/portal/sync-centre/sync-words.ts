/** What the sync centre says about sending, from what is true: pure, so that every word can be proven honest. */
import type { Instant } from '../../domain/instant.ts';
import { minutes } from '../../domain/instant.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import type { OutboxView } from '../../store/observe/outbox.ts';
import { isOffline } from '../../store/observe/sync-status.ts';
import type { PillPart } from '../shell/pill-state.ts';

/** Everything that waits stands behind something that needs a decision: nothing goes out by itself. */
const isBlocked = (outbox: OutboxView): boolean =>
  outbox.held > 0 && outbox.files.every(({ file }) => file.state === 'held') && outbox.items.every((item) => item.state === 'held' || item.behind !== null);

/** The headline of the sync centre: what waits comes before what is held, unless it waits for just that. */
export const syncTitle = (outbox: OutboxView): PillPart => {
  if (outbox.waiting > 0 && !isBlocked(outbox)) return { key: 'sync.title.waiting', count: outbox.waiting };
  return outbox.held > 0 ? { key: 'sync.title.held', count: outbox.held } : { key: 'sync.title.sent', count: 0 };
};

/** Out of reach for this long, it is more than a tunnel: the words change. */
const longMs = minutes(10);

/** The sentence under the headline. */
export type SyncSentence = Extract<MessageKey, `sync.state.${string}`>;

export const syncSentence = (outbox: OutboxView, status: SyncStatus, now: Instant): SyncSentence => {
  if (status.paused === 'sign-in-again') return 'sync.state.signIn';
  if (status.paused === 'update-the-app') return 'sync.state.update';
  if (isOffline(status, now)) return outOfReach(status, now);
  if (outbox.waiting === 0) return outbox.held > 0 ? 'sync.state.heldOnly' : 'sync.state.sent';
  if (isBlocked(outbox)) return 'sync.state.behind';
  if (outbox.sending) return 'sync.state.sending';
  return status.failingSince === null ? 'sync.state.soon' : 'sync.state.trying';
};

const outOfReach = ({ failingSince }: SyncStatus, now: Instant): SyncSentence =>
  failingSince !== null && now - failingSince >= longMs ? 'sync.state.long' : 'sync.state.offline';

/** What came of a try that the person asked for, from how things stand after it. */
export type TryResult = { readonly key: Extract<MessageKey, `sync.result.${string}`>; readonly count: number };

export const tryResult = (outbox: OutboxView, status: SyncStatus): TryResult => {
  if (status.paused === 'sign-in-again') return { key: 'sync.result.signIn', count: 0 };
  if (status.paused === 'update-the-app') return { key: 'sync.result.update', count: 0 };
  if (status.failingSince !== null)
    return outbox.waiting > 0 ? { key: 'sync.result.noAnswer', count: outbox.waiting } : { key: 'sync.result.noAnswerNothing', count: 0 };
  if (outbox.waiting > 0 && isBlocked(outbox)) return { key: 'sync.result.held', count: outbox.held };
  if (outbox.waiting > 0) return { key: 'sync.result.still', count: outbox.waiting };
  return outbox.held > 0 ? { key: 'sync.result.held', count: outbox.held } : { key: 'sync.result.sent', count: 0 };
};
