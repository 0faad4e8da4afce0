import type { Accessor } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { observeChatsAtTheDesk, type ChatsAtTheDesk } from '../../store/observe/chat-at-the-desk.ts';
import { remembered } from '../../store/observe/live.ts';

/** The chats of the partition and who is there for them, live; on going from screen to screen what was read last is there at once. */
export const createChats = (): Accessor<ChatsAtTheDesk | undefined> => {
  const { store } = useSignedIn();
  return createLive(remembered(store, 'chats-at-the-desk', observeChatsAtTheDesk(store)));
};
