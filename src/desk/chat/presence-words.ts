import type { Availability, Presence } from '../../domain/chat/presence.ts';

/** What somebody is at this moment: as they set it, unless they are in a chat or could take none. */
export type PresenceShown = Availability | 'busy' | 'cannot';

export const shownOf = ({ availability, chat, obstacle }: Presence): PresenceShown => {
  if (obstacle !== null) return 'cannot';
  return chat === null ? availability : 'busy';
};

/** A chat that is over leaves its analyst away, unless they wanted to go altogether (seed 002, statement 9). */
export const afterChat = (wanted: Availability): Availability => (wanted === 'available' ? 'away' : wanted);
