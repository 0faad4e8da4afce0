import type { Availability, Presence } from '../../domain/chat/presence.ts';

/** What somebody is at this moment: as they set it, unless they are in a chat or could take none. */
export type PresenceShown = Availability | 'busy' | 'cannot';

export const shownOf = ({ availability, chat, obstacle }: Presence): PresenceShown => {
  if (obstacle !== null) return 'cannot';
  return chat === null ? availability : 'busy';
};
