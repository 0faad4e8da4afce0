/** What screens may ask for. Screens perform actions and read the store; they never touch the network. */
import { createContext, createSignal, from, onCleanup, useContext, type Accessor } from 'solid-js';
import type { ActionDeps } from './actions/action-deps.ts';
import type { RegisterDeps } from './actions/register.ts';
import type { Capabilities } from './backends/backend.ts';
import type { TicketId } from './domain/ids.ts';
import type { RegistrationOffer } from './domain/registration/registration.ts';
import type { FileManifest } from './domain/ticket.ts';
import type { PasswordHolder } from './domain/password.ts';
import type { Person } from './domain/person.ts';
import type { Signal } from './contract/signal.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import type { Live } from './store/observe/live.ts';
import type { PersonStore } from './store/person-store.ts';

/** What the pages of the front door ask of the desk. */
export type FrontDoor = {
  /** Who is signed in on this device meanwhile. */
  readonly present: () => Person | null;
  readonly askForLink: (email: string) => Promise<'asked' | 'slow-down' | 'no-answer'>;
  readonly linkHolder: (token: string) => Promise<PasswordHolder | 'link-over' | 'slow-down' | 'no-answer'>;
  /** Whoever has set it is signed in, unless somebody else is on this device. */
  readonly setPassword: (token: string, password: string) => Promise<'signed-in' | 'somebody-else' | 'link-over' | 'not-accepted' | 'slow-down' | 'no-answer'>;
  /** What the desk said last of who may register: null for nobody, undefined while nobody has told. */
  readonly offer: Accessor<RegistrationOffer | null | undefined>;
  /** Asks again; what was told last stands where there is no answer. */
  readonly askOffer: () => Promise<void>;
  /** Passed to what registers; what it queues is sent from here on. */
  readonly registering: RegisterDeps;
};

/** There whether or not somebody is signed in. */
export type PortalContext = {
  readonly settings: PorticoJson;
  readonly signIn: (user: string, password: string) => Promise<'signed-in' | 'wrong-credentials' | 'somebody-else' | 'slow-down' | 'no-answer'>;
  /** Null where the desk does nothing for people who have no session. */
  readonly frontDoor: (() => Promise<FrontDoor>) | null;
};

/** There while somebody is signed in: also offline, and also while their session has run out. */
export type SignedInContext = {
  readonly person: Person;
  readonly store: PersonStore;
  /** Passed to every intention in `actions/`. */
  readonly actions: ActionDeps;
  readonly capabilities: Capabilities;
  /** Tries now, without waiting for the back-off. */
  readonly syncNow: () => void;
  /** The same person signed in again after their session ended: sending goes on. */
  readonly resumeSync: () => Promise<void>;
  /** Tries now and resolves when the try has ended, whatever came of it. */
  readonly sendEverything: () => Promise<void>;
  /** Fetches what was said on a ticket, where the feed does not bring it; `ticketId` is the desk's own. */
  readonly readConversation: (ticketId: TicketId) => Promise<void>;
  /** Tells the other side of a chat something that nobody keeps: that somebody types. Lost without a network, and that is all right. */
  readonly sendSignal: (signal: Signal) => void;
  /** The bytes of a file that the desk has. */
  readonly download: (file: FileManifest) => Promise<Blob>;
  readonly signOut: (unsentWork: 'keep' | 'discard') => Promise<void>;
  /** A new version of the portal that waits for a good moment. */
  readonly update: { readonly ready: Accessor<boolean>; readonly now: () => void; readonly later: () => void };
};

export const PortalContext = createContext<PortalContext>();
export const SignedInContext = createContext<SignedInContext>();

export const usePortal = (): PortalContext => required(useContext(PortalContext), 'PortalContext');
export const useSignedIn = (): SignedInContext => required(useContext(SignedInContext), 'SignedInContext');

const required = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined) throw new Error(`${name} is not provided here`);
  return value;
};

/** A live read as a signal: undefined until the first value was read. */
export const createLive = <Value>(observed: Live<Value>): Accessor<Value | undefined> => from(observed);

/** The moment now, brought up to date so often: for countdowns and "20 minutes ago". */
export const createNow = (everyMs: number): Accessor<number> => {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), everyMs);
  onCleanup(() => clearInterval(timer));
  return now;
};
