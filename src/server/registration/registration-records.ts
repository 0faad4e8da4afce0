/** Registrations as the database holds them, and as those who decide are told of them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { registrationSchema } from '../../contract/registration.ts';
import { registrationKey, type Registration, type RegistrationState } from '../../domain/registration/registration.ts';
import type { Schema } from '../database/schema.ts';
import { audiences, type FeedRow } from '../feed/write-feed.ts';

export const readRegistration = async (transaction: Transaction<Schema>, id: string): Promise<Registration | null> => {
  const row = await transaction.selectFrom('registrations').select('body').where('id', '=', id).where('follows', '=', id).executeTakeFirst();
  return row ? v.parse(registrationSchema, JSON.parse(row.body)) : null;
};

/** The one from this address that nobody has decided yet. */
export const openRegistrationOf = async (transaction: Transaction<Schema>, email: string): Promise<Registration | null> => {
  const row = await transaction.selectFrom('registrations').select('body').where('email', '=', email).where('is_open', '=', 1).executeTakeFirst();
  return row ? v.parse(registrationSchema, JSON.parse(row.body)) : null;
};

export const insertRegistration = async (
  transaction: Transaction<Schema>,
  registration: Registration,
  { secretHash, follows }: { readonly secretHash: string; readonly follows: string },
): Promise<void> => {
  const row = { id: registration.id, secret_hash: secretHash, email: registration.details.email, follows, body: JSON.stringify(registration) };
  await transaction
    .insertInto('registrations')
    .values({ ...row, is_open: follows === registration.id ? 1 : 0 })
    .execute();
};

/** Open until somebody has decided. */
export const keepRegistration = async (transaction: Transaction<Schema>, registration: Registration): Promise<void> => {
  await transaction
    .updateTable('registrations')
    .set({ is_open: registration.decision ? 0 : 1, body: JSON.stringify(registration) })
    .where('id', '=', registration.id)
    .execute();
};

/** Null where there is no such registration, or the secret is another one. */
export const stateOfRegistration = async (database: Pick<Transaction<Schema>, 'selectFrom'>, id: string, secret: string): Promise<RegistrationState | null> => {
  const row = await database.selectFrom('registrations').select(['secret_hash', 'follows']).where('id', '=', id).executeTakeFirst();
  if (!row || !isSecret(secret, row.secret_hash)) return null;
  const followed = await database.selectFrom('registrations').select('body').where('id', '=', row.follows).executeTakeFirst();
  if (!followed) return 'received';
  return v.parse(registrationSchema, JSON.parse(followed.body)).decision?.kind ?? 'received';
};

const isSecret = (secret: string, hash: string): boolean => timingSafeEqual(createHash('sha256').update(secret).digest(), Buffer.from(hash, 'hex'));

/** For the analysts of its partition, and for those who set up the portal. */
export const registrationRows = (registration: Registration): readonly FeedRow[] =>
  [audiences.desk(registration.details.partitionId), audiences.setup()].map((audience) => ({
    audience,
    kind: 'record',
    entityId: registrationKey(registration.id),
    body: { of: 'registration', body: registration },
  }));
