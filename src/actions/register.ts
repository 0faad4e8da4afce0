/** Asking for an account: kept as it is answered, and sent off in one strict transaction, by whoever has no session. */
import type { ActionId, RegistrationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { questionRefused, tidied, type RegisterAction, type RegistrationDetails } from '../domain/registration/registration.ts';
import { writableThroughout } from '../domain/writable-text.ts';
import { readOwnRegistrations, type OwnRegistration, type RegistrationDb, type RegistrationDraft } from '../store/registration-db.ts';

export type RegisterDeps = {
  readonly db: RegistrationDb;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Called once something was queued and is on the disk. */
  readonly onPerformed: () => void;
};

export const keepRegistrationDraft = async ({ db }: RegisterDeps, answers: RegistrationDetails, step: string): Promise<void> => {
  await db.drafts.put({ key: 'draft', answers, step });
};

export const dropRegistrationDraft = ({ db }: RegisterDeps): Promise<void> => db.drafts.delete('draft');

/** Dropped by mistake. */
export const putBackRegistrationDraft = async ({ db }: RegisterDeps, draft: RegistrationDraft): Promise<void> => {
  await db.drafts.put(draft);
};

/** Resolves once it is on the disk, and the draft is gone: then it is never lost. */
export const register = async (deps: RegisterDeps, answers: RegistrationDetails, partitionName: string): Promise<RegistrationId> => {
  const { db } = deps;
  const id = deps.newId() as RegistrationId;
  const secret = newSecret();
  const action: RegisterAction = {
    v: 1,
    id: deps.newId() as ActionId,
    kind: 'register',
    subject: { kind: 'registration', id },
    at: deps.now(),
    data: { ...writableThroughout(tidied(answers)), secretHash: await hashOf(secret) },
  };
  const row: OwnRegistration = { id, action, secret, partitionName, state: 'waiting', heldBecause: null, desk: null, tries: 0, retryAt: null };
  await db.transaction('rw', db.registrations, db.drafts, async () => {
    const seq = Math.max(0, ...(await readOwnRegistrations(db)).map((one) => one.seq ?? 0)) + 1;
    await db.registrations.add({ ...row, seq });
    await db.drafts.delete('draft');
  });
  deps.onPerformed();
  return id;
};

/**
 * What the desk refused, or has not said that it has, goes back into the questions, and opens at the one that it was refused
 * for; one that is on its way just then is asked anew. False when it was sent.
 */
export const takeUpRegistration = ({ db }: RegisterDeps, id: RegistrationId): Promise<boolean> =>
  db.transaction('rw', db.registrations, db.drafts, async () => {
    const own = (await readOwnRegistrations(db)).find((one) => one.id === id && one.state !== 'sent');
    if (!own) return false;
    const { secretHash: _secretHash, ...answers } = own.action.data;
    const refused = own.heldBecause;
    await db.drafts.put({ key: 'draft', answers, step: (refused && questionRefused(refused)) ?? 'review', ...(refused ? { refused } : {}) });
    await db.registrations.delete(id);
    return true;
  });

/**
 * As it was asked for, where nothing is wrong with it but when it came. The desk has answered that action for ever, so it is
 * another one; nothing of it has arrived, so it keeps its id, its secret and its place.
 */
export const registerAgain = async ({ db, newId, onPerformed }: RegisterDeps, { id, action }: OwnRegistration): Promise<void> => {
  const again: Partial<OwnRegistration> = {
    action: { ...action, id: newId() as ActionId },
    state: 'waiting',
    heldBecause: null,
    tries: 0,
    retryAt: null,
  };
  const held = db.registrations.where({ id }).and(({ state }) => state === 'held');
  if ((await held.modify(again)) > 0) onPerformed();
};

/** Nobody need see it for ever, and what waits is not sent any more; the desk keeps what it has, and answers by letter. */
export const forgetRegistration = ({ db }: RegisterDeps, id: RegistrationId): Promise<void> => db.registrations.delete(id);

/** Taken off by mistake. */
export const putBackRegistration = async ({ db, onPerformed }: RegisterDeps, own: OwnRegistration): Promise<void> => {
  await db.registrations.put(own);
  onPerformed();
};

const newSecret = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)));

const hashOf = async (text: string): Promise<string> => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
