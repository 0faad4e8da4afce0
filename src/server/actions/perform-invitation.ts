/** Somebody who has no password yet is sent a letter to set one. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Schema } from '../database/schema.ts';
import { invitationLetter } from '../password/password-letters.ts';
import { postPasswordLink } from '../password/post-link.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';

type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly person: Person };

export const performInvitation = async (
  { deps, transaction, person }: Performing,
  action: ActionOf<'invite-person'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  if (!person.rights.includes('self-service-portal-setup')) return no({ kind: 'not-allowed' });
  const id = action.subject.id.replace(/^person\//, '');
  const row = await transaction.selectFrom('people').select(['id', 'user_name', 'has_left', 'body']).where('id', '=', id).executeTakeFirst();
  if (!row || id === action.subject.id) return no({ kind: 'not-found' });
  if (row.has_left === 1) return no({ kind: 'nobody-reads' });
  await postPasswordLink(deps, transaction, row, invitationLetter);
  return ok({ at: deps.now(), rows: [] });
};
