/**
 * Where no administrator can sign in yet, each gets a letter with a link: at the first start of an organisation of one's own,
 * and at a later one where that was cut short or the links have run out.
 */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import type { ServerDeps } from '../server-deps.ts';
import { invitationLetter } from './password-letters.ts';
import { postPasswordLink } from './post-link.ts';

/** Resolves with the addresses that letters go to. */
export const welcomeAdministrators = async (deps: ServerDeps): Promise<readonly string[]> => {
  const welcomed = await deps.writeTogether(async (transaction) => {
    await lockLanes(transaction, ['organisation']);
    const waiting = await readWaiting(deps, transaction);
    for (const row of waiting) await postPasswordLink(deps, transaction, row, invitationLetter);
    return waiting.map(({ email }) => email);
  });
  deps.watch.committed([]);
  return welcomed;
};

const readWaiting = async ({ now }: Pick<ServerDeps, 'now'>, transaction: Transaction<Schema>) => {
  const rows = await transaction.selectFrom('people').selectAll().where('has_left', '=', 0).execute();
  const known = rows.map((row) => ({ ...row, ...v.parse(personSchema, JSON.parse(row.body)) }));
  const administrators = known.filter(({ roles }) => roles.includes('administrator'));
  if (administrators.some(({ password_hash }) => password_hash !== '')) return [];
  const linked = await transaction.selectFrom('password_links').select('person_id').where('expires_at', '>=', now()).execute();
  return administrators.filter(({ id }) => !linked.some(({ person_id }) => person_id === id));
};
