/** Everything the portal can say. English is the type: another language has to match it, key by key. */
import type { enAdmin } from './en-admin.ts';
import type { enCannotStart } from './en-cannot-start.ts';
import type { enChat } from './en-chat.ts';
import type { enDesk } from './en-desk.ts';
import type { enDeskChat } from './en-desk-chat.ts';
import type { enDoor } from './en-door.ts';
import type { enFrontDoor } from './en-front-door.ts';
import type { enHome } from './en-home.ts';
import type { enPortal } from './en-portal.ts';
import type { enRecords } from './en-records.ts';
import type { enRegistrations } from './en-registrations.ts';
import type { enSync } from './en-sync.ts';
import type { enTickets } from './en-tickets.ts';
import type { enWizard } from './en-wizard.ts';

/** A counted message has a form for one and a form for the rest. */
export type Message = string | { readonly one: string; readonly other: string };

export type Messages = typeof enDoor &
  typeof enCannotStart &
  typeof enFrontDoor &
  typeof enHome &
  typeof enPortal &
  typeof enWizard &
  typeof enTickets &
  typeof enRegistrations &
  typeof enSync &
  typeof enChat &
  typeof enDesk &
  typeof enDeskChat &
  typeof enAdmin &
  typeof enRecords;

export type MessageKey = keyof Messages;
