import type { Signals } from './chat/signals.ts';
import type { Database } from './database/schema.ts';
import type { WriteTogether } from './database/write-together.ts';
import type { FeedWatch } from './feed/feed-watch.ts';
import type { Log } from './log.ts';
import type { SiteDeps } from './site/site-routes.ts';

/** What the server is made of; a test gives its own clock and mint. */
export type ServerDeps = {
  /** Tells this run of the server from all others on the same database. */
  readonly serverId: string;
  readonly database: Database;
  /** Runs work in a transaction that it may share with other work. */
  readonly writeTogether: WriteTogether;
  readonly watch: FeedWatch;
  readonly signals: Signals;
  /** Milliseconds since 1970; the clock that all time limits are judged by. */
  readonly now: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly log: Log;
  /** Other origins that may use this backend with a session, beside its own. */
  readonly extraOrigins: readonly string[];
  /** Where people find the portal, without a slash at its end: what links in letters begin with. */
  readonly portalAddress: () => string;
  /** Cost of hashing passwords; low in tests. */
  readonly passwordCost: PasswordCost;
  /** The built portal and what this deployment decided about it. */
  readonly site: SiteDeps;
  /** Aborts when the server stops: open streams end. */
  readonly stopping: AbortSignal;
};

export type PasswordCost = { readonly memoryKib: number; readonly passes: number };
