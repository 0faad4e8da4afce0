/** Who is there, and whether a queue is open: judged, kept and told like everything else that people do. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import { decideAvailability, decideQueue } from '../../domain/chat/decide-at-the-desk.ts';
import { leaseMs } from '../../domain/chat/presence.ts';
import type { PartitionId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Schema } from '../database/schema.ts';
import type { PerformedElsewhere } from '../actions/performed-elsewhere.ts';
import type { ServerDeps } from '../server-deps.ts';
import { hasLine } from './lease.ts';
import { isListed, readChatPolicy, readPerson } from './chat-list.ts';
import { readPresence, savePresence, setQueueOnline } from './chat-records.ts';
import { presenceRowsOf, queueRows, readQueue } from './queue-news.ts';

type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly person: Person };

export const performAvailability = async (
  { deps, transaction, person: actor }: Performing,
  action: ActionOf<'set-availability'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  const policy = await readChatPolicy(transaction, actor.partitionId);
  const person = await readPerson(transaction, action.subject.id as PersonId);
  const now = deps.now();
  const isPersonListed = person !== null && isListed(policy, person);
  const isPersonThere = person !== null && (await hasLine(deps, transaction, person.id));
  const decision = decideAvailability({ actor, isActorListed: isListed(policy, actor), person, isPersonListed, isPersonThere, now }, action);
  if (!decision.ok) return no(decision.problem);
  if (!person) return no({ kind: 'not-found' });
  // One's own word is a sign of life; that of somebody else is none.
  const leaseUntil = person.id === actor.id ? now + leaseMs : (await readPresence(transaction, person.id)).leaseUntil;
  await savePresence(transaction, person.id, { ...decision.value, leaseUntil });
  return ok({ at: now, rows: await presenceRowsOf(transaction, person.partitionId, person.id, now) });
};

export const performQueueSwitch = async (
  { deps, transaction, person: actor }: Performing,
  action: ActionOf<'set-chat-queue'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  const partitionId = action.subject.id as PartitionId;
  const policy = await readChatPolicy(transaction, partitionId);
  const decision = decideQueue({ actor, isActorListed: isListed(policy, actor), partitionId, isEnabled: policy?.enabled ?? false }, action);
  if (!decision.ok) return no(decision.problem);
  await setQueueOnline(transaction, partitionId, decision.value);
  const at = deps.now();
  const queue = await readQueue(transaction, partitionId, at);
  return ok({ at, rows: queue ? queueRows({ ...queue, presences: [] }) : [] });
};
