import { chatStateOf } from '../../domain/chat/chat.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** Is somebody waited for here, also while nobody looks: in a chat of their own that goes on, or as an analyst who is there for others? */
export const observeChatting = ({ cache, person }: PersonStore): Live<boolean> =>
  live(() =>
    cache.transaction('r', cache.tickets, cache.presences, async () => {
      const presence = (await cache.presences.get(person.id))?.body;
      if (presence && presence['availability'] !== 'offline') return true;
      const tickets = await cache.tickets.where('body.source').equals('chat').toArray();
      return tickets.some(({ body }) => body?.requester.id === person.id && body.chat && chatStateOf(body.chat).kind !== 'ended');
    }),
  );
