/**
 * The one interface between the portal and whatever service desk is configured. An adapter translates; it holds
 * nothing that must outlive it, decides nothing about retries, and throws a `BackendFailure` for everything but a real answer.
 */
import type { Change, ChangesPage, Cursor } from '../contract/change.ts';
import type { PasswordAnswer } from '../contract/password.ts';
import type { HeardSignal, Signal } from '../contract/signal.ts';
import type { Answer } from '../contract/receipt.ts';
import type { RegisterAnswer } from '../contract/registration.ts';
import type { UploadState } from '../contract/file-transfer.ts';
import type { Action, ActionKind } from '../domain/action.ts';
import type { FileLimits } from '../domain/accept-file.ts';
import type { PersonId, RegistrationId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { PasswordHolder } from '../domain/password.ts';
import type { Person } from '../domain/person.ts';
import type { RegisterAction, RegistrationOffer, RegistrationState } from '../domain/registration/registration.ts';
import type { FileManifest } from '../domain/ticket.ts';

export type Backend = {
  readonly capabilities: Capabilities;
  /** The person, or null when user and password do not belong together; a desk that cannot be reached is a failure. */
  readonly signIn: (user: string, password: string) => Promise<Person | null>;
  readonly signOut: () => Promise<void>;
  /**
   * Asked before anything is marked as being sent: rejects with what is in the way now. For a backend without idempotency
   * this is worth a request: what was never begun is never in doubt.
   */
  readonly prepareToSend: (person: PersonId) => Promise<void>;
  /**
   * One answer for each action, in order. Lanes are never split over two calls that run at once. Where it cannot be known
   * yet whether an earlier try is still on its way, the answer is *not attempted* because of the action itself.
   */
  readonly perform: (person: PersonId, batch: readonly Outgoing[]) => Promise<readonly Answer[]>;
  /** What changed since the cursor; null reads from the beginning. The person and their partition come with the feed. */
  readonly changes: (person: PersonId, since: Cursor | null) => Promise<ChangesPage>;
  /**
   * The same, left open: resolves when the stream ends or `signal` aborts, rejects with a failure. Not called unless `live`.
   * `onSignal` hears what other people signal meanwhile, where there is `chat`.
   */
  readonly listen: (
    person: PersonId,
    since: Cursor | null,
    onPage: (page: ChangesPage) => Promise<void>,
    signal: AbortSignal,
    onSignal?: (heard: HeardSignal) => void,
  ) => Promise<void>;
  /** Tells the other side of a chat something that nobody keeps. Not called unless `chat`. */
  readonly signal?: (person: PersonId, signal: Signal) => Promise<void>;
  /** A ticket with all that was said on it, or that it is gone, for a backend that leaves that to whoever opens it; each change at `position`. Not called where it comes with the feed. */
  readonly conversation: (person: PersonId, ticketId: TicketId, position: number) => Promise<readonly Change[]>;
  /** How much of the file the desk holds; all of it where files go `inline`. */
  readonly uploadState: (person: PersonId, file: FileManifest) => Promise<UploadState>;
  /** Adds a chunk at the offset; the state after it. */
  readonly uploadChunk: (person: PersonId, file: FileManifest, offset: number, bytes: ArrayBuffer) => Promise<UploadState>;
  readonly download: (person: PersonId, file: FileManifest) => Promise<Blob>;
};

/** What a desk does for people who have no session; not every desk does. */
export type Reception = {
  /** Has a letter sent with a link to set a password, where somebody has this address. */
  readonly askForLink: (email: string) => Promise<void>;
  /** Whose password the link sets; null for one that is over. */
  readonly linkHolder: (token: string) => Promise<PasswordHolder | null>;
  readonly setPassword: (token: string, password: string) => Promise<PasswordAnswer>;
  /** What whoever wants an account chooses from; null where nobody registers. */
  readonly offer: () => Promise<RegistrationOffer | null>;
  /** One answer, the same for ever under the same id. */
  readonly register: (action: RegisterAction) => Promise<RegisterAnswer>;
  /** How it stands; null where the desk does not know it, or not under this secret. */
  readonly registrationState: (id: RegistrationId, secret: string) => Promise<RegistrationState | null>;
};

/** The part of a backend that empties an outbox. */
export type Sender = Pick<Backend, 'capabilities' | 'signOut' | 'prepareToSend' | 'perform' | 'uploadState' | 'uploadChunk'>;

export type Outgoing = {
  readonly action: Action;
  /** A send was begun before and nobody knows how it ended. A backend without idempotency is asked first. */
  readonly outcomeUnknown: boolean;
  /** Since when, by this device's clock; null while it is known. */
  readonly unknownSince: Instant | null;
  /** The bytes of the file that an *attach* is about, where files go `inline`; null for everything else. */
  readonly bytes: ArrayBuffer | null;
  /** The desk's own id of the ticket this is about, where it insisted on one. */
  readonly mappedId: TicketId | null;
};

export type Capabilities = {
  /** Where the idempotency key lives: the backend's own memory of it, or a field of its records that is looked up. The acceptance suite asks more of the second. */
  readonly idempotency: 'by-action-id' | 'looked-up';
  /** Actions in one request. */
  readonly batch: { readonly maxActions: number; readonly maxBytes: number };
  /** Requests at once, each with lanes of its own. */
  readonly requestsAtOnce: number;
  /** `resumable` and `two-step`: the bytes follow their action, in chunks or in one; `inline`: they come with it. */
  readonly files: FileLimits & { readonly mode: 'resumable' | 'inline' | 'two-step' };
  /** What this backend can do; the portal hides the rest. */
  readonly actions: readonly ActionKind[];
  readonly live: boolean;
  /** Whether people can talk to the desk while both are there. */
  readonly chat: boolean;
  /** Whether the feed brings what was said on every ticket, or leaves that of old ones to whoever opens them. */
  readonly conversations: 'with-the-feed' | 'when-opened';
};

export type FailureKind =
  /** Try again later: network, time-out, 5xx, or any answer that is not ours. Nothing is dropped. */
  | 'wait'
  /** The session is over or somebody else's. */
  | 'sign-in-again'
  /** This version of the portal is too old for the backend. */
  | 'update-the-app'
  /** The batch was too much for one request. */
  | 'too-large'
  /** The cursor is no longer valid: the cache is thrown away and read anew. */
  | 'start-over'
  /** Of an upload: the bytes sent are not the file that was promised. */
  | 'file-damaged'
  /** Of an upload, a download or a conversation: what was asked for is not there (yet). */
  | 'not-there';

/** Everything that can go wrong between the portal and a backend, by what is to be done about it. */
export class BackendFailure extends Error {
  readonly kind: FailureKind;
  /** How long the backend asked to be left alone, in milliseconds; null when it said nothing. */
  readonly retryAfterMs: number | null;
  /**
   * It is certain that nothing was sent that could have been done: the actions are as they were before the try. Without it
   * every try without a network leaves their outcome unknown.
   */
  readonly beforeSending: boolean;

  constructor(kind: FailureKind, detail: string, retryAfterMs: number | null = null, cause?: unknown, beforeSending = kind === 'too-large') {
    super(`${kind}: ${detail}`, { cause });
    this.name = 'BackendFailure';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.beforeSending = beforeSending;
  }
}
