/** Rights as the source documents name them (seed 000, statements 2, 10, 19 and 29; seed 002). */
import type { Role } from './person.ts';
import type { TicketKind } from './ticket.ts';

export const rights = [
  /** Sets what a partition decides (General Access Security Role). */
  'self-service-portal-setup',
  /** Chases calls, and requests (Self Service Portal Security Role). */
  'call-chase',
  'request-chase',
  /** Asks the desk for a chat. */
  'chat-user',
  /** Takes chats, and watches over queues (IPK Management Security Role; seed 002, statements 3 and 11). */
  'chat-analyst',
  'chat-manager',
  /** Is asked to save when a call is closed: without it nobody would know when the person was first answered. */
  'prompt-to-save-on-close',
] as const;
export type Right = (typeof rights)[number];

/** What somebody may chase with, besides the switch of their partition. */
export const chaseRight: Readonly<Record<TicketKind, Right>> = { call: 'call-chase', request: 'request-chase' };

/** What a person may where nothing else is said of them. */
export const usualRights = (roles: readonly Role[]): readonly Right[] => [
  ...(roles.includes('employee') ? (['call-chase', 'request-chase', 'chat-user'] as const) : []),
  ...(roles.includes('analyst') ? (['chat-analyst', 'prompt-to-save-on-close'] as const) : []),
  ...(roles.includes('chat-manager') ? (['chat-manager'] as const) : []),
  ...(roles.includes('administrator') ? (['self-service-portal-setup'] as const) : []),
];
