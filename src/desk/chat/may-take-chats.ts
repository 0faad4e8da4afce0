/** Can this person take this chat now, as far as their device knows? The backend has the last word. */
import { isFree } from '../../domain/chat/presence.ts';
import { mayPerform, relationOf } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import type { ChatsAtTheDesk, DeskChat } from '../../store/observe/chat-at-the-desk.ts';

/** What stands between them and the next chat; null for nothing. */
export type Hindrance = 'cannot' | 'busy' | 'unavailable';

export const hindranceOf = ({ me, obstacle, open }: ChatsAtTheDesk, person: Person): Hindrance | null => {
  if (obstacle !== null || me === null) return 'cannot';
  if (me.presence.chat !== null || open.some((chat) => isHeldBy(chat, person))) return 'busy';
  return isFree(me.presence) ? null : 'unavailable';
};

export const isHeldBy = ({ state }: DeskChat, person: Person): boolean => state.kind === 'open' && state.analyst.id === person.id;

/** Nobody takes their own chat. */
export const isForThem = ({ ticket }: DeskChat, person: Person): boolean => mayPerform(person, 'accept-chat', relationOf(person, ticket));
