/** What a partition decides about chat (seed 000, "Chat Queue Setup"), and what of it everybody may know. */
import type { PersonId } from '../ids.ts';
import type { TicketKind } from '../ticket.ts';
import type { ChatHours } from './chat-hours.ts';

/** What is the same for every call that is logged through chat. */
export type ChatTemplate = {
  /** Where the text that was written names nothing. */
  readonly title: string;
  readonly kind: TicketKind;
};

export type ChatPolicy = {
  readonly enabled: boolean;
  readonly template: ChatTemplate;
  /** Null for around the clock. */
  readonly hours: ChatHours | null;
  /** Who waited this long in vain goes on as a ticket. */
  readonly waitLimitMinutes: number;
  /** Who takes the chats of this partition, one by one and by their groups. */
  readonly analystIds: readonly PersonId[];
  readonly groupIds: readonly string[];
};

/** As much of it as everybody in the partition may know. */
export type ChatOffering = Pick<ChatPolicy, 'enabled' | 'hours' | 'waitLimitMinutes'>;

export const offeringOf = ({ enabled, hours, waitLimitMinutes }: ChatPolicy): ChatOffering => ({ enabled, hours, waitLimitMinutes });

/** Where nothing else is set: a call that is named by what was written. */
export const usualChatTemplate: ChatTemplate = { title: 'Chat', kind: 'call' };
