import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import type { Schema } from '../database/schema.ts';
import { postMail, type Letter } from '../mail/post-mail.ts';
import type { ServerDeps } from '../server-deps.ts';
import { deskName, type invitationLetter } from './password-letters.ts';
import { makePasswordLink } from './password-links.ts';

/** So many letters in an hour to one address, whatever brings them; then ever fewer. */
export const freeLetters = 3;

type PersonRow = Pick<Schema['people'], 'id' | 'user_name' | 'body'>;

/** Posts a letter with a link to set a password to somebody who is there. */
export const postPasswordLink = async (deps: ServerDeps, transaction: Transaction<Schema>, row: PersonRow, words: typeof invitationLetter): Promise<void> => {
  const person = v.parse(personSchema, JSON.parse(row.body));
  const link = await makePasswordLink(deps, transaction, person.id);
  const letter: Omit<Letter, 'id' | 'at'> = words({ person, userName: row.user_name, link, desk: deskName(deps) });
  await postMail(transaction, { id: deps.newId(), at: deps.now(), ...letter });
};
