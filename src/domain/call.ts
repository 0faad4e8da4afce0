/** What tells one call from another, for whoever works with many. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What nobody gave a priority has the usual one. */
export const priorityOf = ({ priority }: { readonly priority?: Priority }): Priority => priority ?? 'normal';

export const callTypes = ['fault', 'question', 'access', 'complaint'] as const;
export type CallType = (typeof callTypes)[number];

export const ticketSources = ['portal', 'chase', 'registration', 'chat'] as const;
/** How it came to the desk. */
export type TicketSource = (typeof ticketSources)[number];
