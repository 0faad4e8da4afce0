import { readOwnRegistrations, type OwnRegistration, type RegistrationDb, type RegistrationDraft } from '../registration-db.ts';
import { live, type Live } from './live.ts';

export type OwnRegistrations = { readonly registrations: readonly OwnRegistration[]; readonly draft: RegistrationDraft | null };

/** What was asked for on this device, the newest first, and what is being asked. */
export const observeOwnRegistrations = (db: RegistrationDb): Live<OwnRegistrations> =>
  live(async () => ({ registrations: (await readOwnRegistrations(db)).toReversed(), draft: (await db.drafts.get('draft')) ?? null }));
