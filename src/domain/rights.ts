/** Rights as the source documents name them (seed 000, statements 2, 10 and 19). */
import type { Role } from './person.ts';
import type { TicketKind } from './ticket.ts';

export const rights = [
  /** Sets what a partition decides (General Access Security Role). */
  'self-service-portal-setup',
  /** Chases calls, and requests (Self Service Portal Security Role). */
  'call-chase',
  'request-chase',
] as const;
export type Right = (typeof rights)[number];

/** What somebody may chase with, besides the switch of their partition. */
export const chaseRight: Readonly<Record<TicketKind, Right>> = { call: 'call-chase', request: 'request-chase' };

/** What a person may where nothing else is said of them. */
export const usualRights = (roles: readonly Role[]): readonly Right[] => [
  ...(roles.includes('employee') ? (['call-chase', 'request-chase'] as const) : []),
  ...(roles.includes('administrator') ? (['self-service-portal-setup'] as const) : []),
];
