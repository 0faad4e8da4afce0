/** Can this person take this chat now, as far as their device knows? The backend has the last word. */
import { isFree } from '../../domain/chat/presence.ts';
import { mayPerform, relationOf } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import type { ChatsAtTheDesk, DeskChat } from '../../store/observe/chat-at-the-desk.ts';

/** What stands between them and the next chat; null for nothing. */
export type Hindrance = 'cannot' | 'busy' | 'unavailable';

export const hindranceOf = (chats: ChatsAtTheDesk, person: Person): Hindrance | null => {
  const { me, obstacle } = chats;
  if (obstacle !== null || me === null) return 'cannot';
  if (isTalking(chats, person)) return 'busy';
  return isFree(me.presence) ? null : 'unavailable';
};

/** Also whoever could take no other one. */
export const isTalking = ({ me, open }: ChatsAtTheDesk, person: Person): boolean =>
  (me?.presence.chat ?? null) !== null || open.some((chat) => isHeldBy(chat, person));

export const isHeldBy = ({ state }: DeskChat, person: Person): boolean => state.kind === 'open' && state.analyst.id === person.id;

/** Nobody takes their own chat. */
export const isForThem = ({ ticket }: DeskChat, person: Person): boolean => mayPerform(person, 'accept-chat', relationOf(person, ticket));
