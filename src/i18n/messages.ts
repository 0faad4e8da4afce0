/** Everything the portal can say. English is the type: another language has to match it, key by key. */
import { enDesk } from './en-desk.ts';
import { enPortal } from './en-portal.ts';
import { enSync } from './en-sync.ts';
import { enTickets } from './en-tickets.ts';
import { enWizard } from './en-wizard.ts';

export type Message = string | { readonly one: string; readonly other: string };

export const messages = { ...enPortal, ...enWizard, ...enTickets, ...enSync, ...enDesk } as const satisfies Readonly<Record<string, Message>>;

export type MessageKey = keyof typeof messages;
