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
  const own = await readOwnRegistrations(deps.db);
  const waiting = own.filter(({ state }) => state === 'waiting');
  const undecided = own.filter(({ state, desk }) => state === 'sent' && desk === 'received');
  const due = [await sendInOrder(deps, waiting, isAsked), await askStates(deps, undecided)].filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
};

/**
 * As they were made: of two of one address the desk takes what comes last for what is wanted now. So one without an answer
 * holds those after it, and they have one back-off. What was refused holds nothing.
 */
const sendInOrder = async (deps: RegistrationDeps, waiting: readonly OwnRegistration[], isAsked: boolean): Promise<Instant | null> => {
  const restsUntil = waiting[0]?.retryAt ?? null;
  if (!isAsked && restsUntil !== null && restsUntil > deps.now()) return restsUntil;
  let askAt: Instant | null = null;
  for (const [index, registration] of waiting.entries()) {
    try {
      if (await send(deps, registration)) askAt = deps.now() + askAgainMs;
    } catch (fault) {
      if (!(fault instanceof BackendFailure)) throw fault;
      return Math.min(await putOff(deps, waiting.slice(index), fault), askAt ?? Infinity);
    }
  }
  return askAt;
};

/** Whether there is a decision to wait for; not where it was refused, or is not there any more. */
const send = async ({ db, reception }: RegistrationDeps, { id, action }: OwnRegistration): Promise<boolean> => {
  // Others of this round took their time, and whoever took it off was told that it is not sent.
  if ((await db.registrations.get(id)) === undefined) return false;
  const answer = await reception.register(action);
  const isTaken = answer.outcome === 'applied';
  await db.registrations.update(
    id,
    isTaken ? { state: 'sent', desk: 'received', retryAt: null } : { state: 'held', heldBecause: answer.refusal, retryAt: null },
  );
  return isTaken;
};

/** All that wait, together: whoever takes off the first one does not send the next one sooner. Hands back when to try again. */
const putOff = async ({ db, now, random }: RegistrationDeps, waiting: readonly OwnRegistration[], fault: BackendFailure): Promise<Instant> => {
  const tries = (waiting[0]?.tries ?? 0) + 1;
  const retryAt = now() + nextDelayMs(tries, fault.retryAfterMs, random());
  const stands = { tries, retryAt, isTooMany: fault.retryAfterMs !== null };
  await Promise.all(waiting.map(({ id }) => db.registrations.update(id, stands)));
  return retryAt;
};

const askStates = async (deps: RegistrationDeps, undecided: readonly OwnRegistration[]): Promise<Instant | null> => {
  for (const registration of undecided) await askState(deps, registration);
  return undecided.length === 0 ? null : deps.now() + askAgainMs;
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
