import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** Whether there is a chat on this device, of whenever, or the beginning of one. */
export const observeHasChats = ({ cache, outbox }: PersonStore): Live<boolean> =>
  live(async () => {
    const begun = await outbox.replies.filter(({ begins }) => begins === 'chat').count();
    return begun + (await cache.tickets.where('body.source').equals('chat').count()) > 0;
  });
