import type { ChatHours } from './chat-hours.ts';

/** What everybody in a partition may know of its chat. */
export type ChatOffering = {
  readonly enabled: boolean;
  /** Null for around the clock. */
  readonly hours: ChatHours | null;
  /** Who waited this long in vain goes on as a ticket. */
  readonly waitLimitMinutes: number;
};
