/** Which chat the window is about. */
import { createSignal, type Accessor } from 'solid-js';
import { createNow } from '../../app-context.ts';
import { minutes } from '../../domain/instant.ts';
import { isGoing, type ChatDesk, type OwnChat } from '../../store/observe/chat.ts';
import { recall, remember } from '../../ui/remembered.ts';

type CurrentChat = {
  /** Null before there is one, and once it is long over or put away. */
  readonly chat: Accessor<OwnChat | null>;
  /** What is over makes room for another one. */
  readonly putAway: () => void;
};

export const createCurrentChat = (desk: Accessor<ChatDesk>): CurrentChat => {
  const now = createNow(30_000);
  const [putAway, setPutAway] = createSignal(recall(putAwayKey));
  const chat = (): OwnChat | null => {
    const last = desk().chat;
    if (!last || last.ticket.id === putAway()) return null;
    const overAt = last.state?.kind === 'ended' ? last.state.at : last.ticket.raisedAt;
    return isGoing(last) || now() + desk().clockOffsetMs - overAt < shownAfterwards ? last : null;
  };
  return {
    chat,
    putAway: () => {
      const id = chat()?.ticket.id;
      if (id === undefined) return;
      remember(putAwayKey, id);
      setPutAway(id);
    },
  };
};

const putAwayKey = 'portico:chat-put-away';

/** What is over stays in the window for a while, until a new one is begun. */
const shownAfterwards = minutes(60);
