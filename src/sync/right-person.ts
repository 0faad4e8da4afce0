/** Signing in and out, so that nothing is ever shown to, sent for, or lost by the wrong person. */
import { BackendFailure, type Backend } from '../backends/backend.ts';
import type { Person } from '../domain/person.ts';
import type { DeviceRecord } from '../store/device-record.ts';
import { closePersonStore, deletePersonStore, type PersonStore } from '../store/person-store.ts';
import { endRevokedSession } from './revoked-session.ts';

type Door = { readonly backend: Backend; readonly device: DeviceRecord };

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly person: Person }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'somebody-else' };

/**
 * Signs in. Work that this person kept here on an earlier day opens again. `expected` is who must sign in to go on where
 * a session ran out: anybody else's new session is ended at once, and nothing of the first one's is touched.
 */
export const signIn = async (door: Door, user: string, password: string, expected: Person | null): Promise<SignInOutcome> => {
  await endRevokedSession(door);
  const person = await door.backend.signIn(user, password);
  if (!person) return { kind: 'wrong-credentials' };
  if (expected && person.id !== expected.id) {
    await door.backend.signOut();
    return { kind: 'somebody-else' };
  }
  await door.device.signedIn(person);
  return { kind: 'signed-in', person };
};

/**
 * Signs out at once, network or not: the device forgets who was here, then the desk is told; if that cannot be done now,
 * it is done before anything else leaves. `keep` leaves unsent work closed on this device; else it is deleted.
 */
export const signOut = async (door: Door, store: PersonStore, keep: boolean): Promise<void> => {
  await door.device.signedOut({ kept: keep, offline: true });
  closePersonStore(store);
  if (keep) await store.cache.delete();
  else await deletePersonStore(store);
  try {
    await endRevokedSession(door);
  } catch (fault) {
    // The mark is on the disk: the session ends before the next request.
    if (!(fault instanceof BackendFailure)) throw fault;
  }
};
