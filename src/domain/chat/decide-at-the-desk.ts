/** Who is there to chat, and whether a queue is open: what analysts and chat managers set. */
import type { ActionOf } from '../action.ts';
import type { Instant } from '../instant.ts';
import type { PartitionId } from '../ids.ts';
import { mayPerform } from '../permissions.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { chatObstacle, type Presence } from './presence.ts';

export type AvailabilityScene = {
  readonly actor: Person;
  readonly isActorListed: boolean;
  /** Whose it is; null where there is no such person. */
  readonly person: Person | null;
  readonly isPersonListed: boolean;
  /** Has their browser an open line? Asked of somebody else alone: one's own word is a sign of life. */
  readonly isPersonThere: boolean;
  readonly now: Instant;
};

export type SetAvailability = Pick<Presence, 'availability' | 'since' | 'setBy'>;

/** Everybody may go; to be there takes all that chat asks for, whoever sets it. */
export const decideAvailability = (scene: AvailabilityScene, action: ActionOf<'set-availability'>): Result<SetAvailability, Refusal> => {
  const { actor, person, now } = scene;
  const isOwn = person?.id === actor.id;
  if (!person || (!isOwn && person.partitionId !== actor.partitionId)) return no({ kind: 'not-found' });
  if (!mayPerform(actor, 'set-availability', isOwn ? 'own' : 'same-partition') || (!isOwn && !scene.isActorListed)) return no({ kind: 'not-allowed' });
  if (!isOwn && !scene.isPersonListed) return no({ kind: 'not-found' });
  const { to } = action.data;
  const obstacle = chatObstacle(person, scene.isPersonListed);
  if (to !== 'offline' && obstacle) return no({ kind: 'cannot-take-chats', because: obstacle });
  if (to !== 'offline' && !isOwn && !scene.isPersonThere) return no({ kind: 'not-available' });
  return ok({ availability: to, since: now, setBy: isOwn ? null : { id: actor.id, name: actor.name } });
};

export type QueueScene = { readonly actor: Person; readonly isActorListed: boolean; readonly partitionId: PartitionId; readonly isEnabled: boolean };

/** A chat manager who is listed for the partition opens and closes its queue (seed 002, statements 11 and 14). */
export const decideQueue = ({ actor, isActorListed, partitionId, isEnabled }: QueueScene, action: ActionOf<'set-chat-queue'>): Result<boolean, Refusal> => {
  if (partitionId !== actor.partitionId || !isEnabled) return no({ kind: 'not-found' });
  return mayPerform(actor, 'set-chat-queue', 'same-partition') && isActorListed ? ok(action.data.isOnline) : no({ kind: 'not-allowed' });
};
