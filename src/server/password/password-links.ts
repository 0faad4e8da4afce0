/** Links that set a password: a random token in a letter, its hash in the database; good for one use within two days. */
import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hours } from '../../domain/instant.ts';
import type { Schema } from '../database/schema.ts';
import type { ServerDeps } from '../server-deps.ts';

const linkLifeMs = hours(48);

/** Makes a link for this person, and hands back its address. Only that ever holds the token. */
export const makePasswordLink = async (deps: ServerDeps, transaction: Transaction<Schema>, personId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await transaction
    .insertInto('password_links')
    .values({ token_hash: hashOf(token), person_id: personId, expires_at: deps.now() + linkLifeMs })
    .execute();
  return `${deps.portalAddress()}/password/${token}`;
};

/** The row of the person whose password it sets; null for a link that was used, is too old, or never was. */
export const holderOfLink = async ({ now }: Pick<ServerDeps, 'now'>, database: Pick<Transaction<Schema>, 'selectFrom'>, token: string) =>
  (await database
    .selectFrom('password_links')
    .innerJoin('people', 'people.id', 'password_links.person_id')
    .select(['people.id', 'people.user_name', 'people.body'])
    .where('password_links.token_hash', '=', hashOf(token))
    .where('password_links.expires_at', '>=', now())
    .where('people.has_left', '=', 0)
    .executeTakeFirst()) ?? null;

/** Takes the link, and with it every other one of this person; false where somebody was quicker. */
export const takeLink = async (transaction: Transaction<Schema>, token: string, personId: string): Promise<boolean> => {
  const taken = await transaction.deleteFrom('password_links').where('token_hash', '=', hashOf(token)).executeTakeFirst();
  if (taken.numDeletedRows === 0n) return false;
  await transaction.deleteFrom('password_links').where('person_id', '=', personId).execute();
  return true;
};

/** Nothing opens the account any more, until it is set anew by a link that is made from now on. */
export const forgetPassword = async (transaction: Transaction<Schema>, personId: string): Promise<void> => {
  await transaction.updateTable('people').set({ password_hash: '' }).where('id', '=', personId).execute();
  await transaction.deleteFrom('password_links').where('person_id', '=', personId).execute();
};

export const forgetOldLinks = async ({ now }: Pick<ServerDeps, 'now'>, transaction: Transaction<Schema>): Promise<void> => {
  await transaction.deleteFrom('password_links').where('expires_at', '<', now()).execute();
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
