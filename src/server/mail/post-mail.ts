import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/instant.ts';
import type { Schema } from '../database/schema.ts';

/** A letter that is to be sent. */
export type Letter = {
  /** A new UUID: whoever gets the letter twice can tell by it that it is one. */
  readonly id: string;
  readonly at: Instant;
  readonly address: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
};

/**
 * Posts a letter in the transaction of what it tells of: it exists exactly when that does. It is sent once that is
 * committed, which the sender hears from the feed's watch; where a transaction tells nobody anything else,
 * `watch.committed([])` wakes it.
 */
export const postMail = async (transaction: Transaction<Schema>, letter: Letter): Promise<void> => {
  await transaction
    .insertInto('mails')
    .values({ ...letter, sent_at: null, tries: 0, try_at: letter.at })
    .execute();
};
