/** Sends what was registered on this device, without a session, and asks what became of it. */
import type { Reception } from '../backends/backend.ts';
import { BackendFailure } from '../backends/backend.ts';
import type { Instant } from '../domain/instant.ts';
import { readOwnRegistrations, type OwnRegistration, type RegistrationDb } from '../store/registration-db.ts';
import { nextDelayMs } from './backoff.ts';

export type RegistrationDeps = {
  readonly db: RegistrationDb;
  readonly reception: Pick<Reception, 'register' | 'registrationState'>;
  readonly now: () => Instant;
  readonly random: () => number;
};

/** How often the desk is asked what it has decided, while somebody looks. */
const askAgainMs = 60_000;

/** One round. Hands back when the next one is due; null when nothing is to be waited for. `isAsked`: somebody wants it now. */
export const sendRegistrations = async (deps: RegistrationDeps, isAsked: boolean): Promise<Instant | null> => {
  const due: Instant[] = [];
  for (const registration of await readOwnRegistrations(deps.db)) {
    if (registration.state === 'waiting') {
      const waits = !isAsked && registration.retryAt !== null && registration.retryAt > deps.now();
      const next = waits ? registration.retryAt : await send(deps, registration);
      if (next !== null) due.push(next);
    } else if (registration.state === 'sent' && registration.desk === 'received') {
      await askState(deps, registration);
      due.push(deps.now() + askAgainMs);
    }
  }
  return due.length === 0 ? null : Math.min(...due);
};

/** When to try again, or to ask what the desk has decided; null where it was refused, or is not there any more. */
const send = async ({ db, reception, now, random }: RegistrationDeps, { id, action, tries }: OwnRegistration): Promise<Instant | null> => {
  // Others of this round took their time, and whoever took it off was told that it is not sent.
  if ((await db.registrations.get(id)) === undefined) return null;
  try {
    const answer = await reception.register(action);
    if (answer.outcome === 'applied') {
      await db.registrations.update(id, { state: 'sent', desk: 'received', retryAt: null });
      return now() + askAgainMs;
    }
    await db.registrations.update(id, { state: 'held', heldBecause: answer.refusal, retryAt: null });
    return null;
  } catch (fault) {
    if (!(fault instanceof BackendFailure)) throw fault;
    const retryAt = now() + nextDelayMs(tries + 1, fault.retryAfterMs, random());
    await db.registrations.update(id, { tries: tries + 1, retryAt, isTooMany: fault.retryAfterMs !== null });
    return retryAt;
  }
};

/** A desk that cannot be asked now is asked again; one that does not know it any more changes nothing here. */
const askState = async ({ db, reception }: RegistrationDeps, { id, secret }: OwnRegistration): Promise<void> => {
  try {
    const desk = await reception.registrationState(id, secret);
    if (desk !== null) await db.registrations.update(id, { desk });
  } catch (fault) {
    if (!(fault instanceof BackendFailure)) throw fault;
  }
};

export type RegistrationFollower = { readonly nudge: () => void; readonly stop: () => void };

/** Keeps at it while the front door is open; of several tabs, one at a time. */
export const followRegistrations = (deps: RegistrationDeps, onFault: (fault: unknown) => void): RegistrationFollower => {
  const stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const round = async (isAsked: boolean): Promise<void> => {
    clearTimeout(timer);
    const next = await navigator.locks.request(`portico:send:${deps.db.name}`, { signal: stopping.signal }, () => sendRegistrations(deps, isAsked));
    if (next === null || stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, next - deps.now()));
  };
  const runRound = (isAsked: boolean): void => {
    round(isAsked).catch((fault: unknown) => {
      if (!stopping.signal.aborted) onFault(fault);
    });
  };
  const run = (): void => runRound(false);
  const nudge = (): void => runRound(true);
  addEventListener('online', nudge);
  nudge();
  return {
    nudge,
    stop: () => {
      stopping.abort();
      clearTimeout(timer);
      removeEventListener('online', nudge);
    },
  };
};
