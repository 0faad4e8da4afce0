import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** How many chats this device knows of, going or over: they are shown also where nobody can ask for one any more. */
export const observeChatCount = ({ cache }: PersonStore): Live<number> => live(() => cache.tickets.where('body.source').equals('chat').count());
