/** What can be set for a partition, place by place: a place is the way to a value in `PartitionSettings`. */
import { ticketStatuses, type TicketKind, type TicketStatus } from '../ticket.ts';
import type { ChatSettings } from './chat-settings.ts';
import type { LookField } from './partition-look.ts';

const chaseKinds = ['call', 'request'] as const satisfies readonly TicketKind[];
export const chaseFields = ['enabled', 'setStatus', 'waitMinutes', 'maxChases', 'escalation', 'recipients'] as const;
const chatFields = ['enabled', 'template', 'hours', 'waitLimitMinutes', 'analystIds', 'groupIds'] as const satisfies readonly (keyof ChatSettings)[];
const lookFields = ['greeting', 'banner', 'logo', 'light', 'dark'] as const satisfies readonly LookField[];
const registrationFields = ['template'] as const;

export type ChaseField = (typeof chaseFields)[number];
export type ChatField = (typeof chatFields)[number];
type RegistrationField = (typeof registrationFields)[number];

/** One thing that can be set. */
export type SettingsPlace =
  | `chase.${TicketKind}.${ChaseField}`
  | `chat.${ChatField}`
  | `look.${LookField}`
  | `registration.${RegistrationField}`
  | SimpleStatusPlace
  | 'asksForReason';

/** The word that people see for a phase. */
export type SimpleStatusPlace = `simple-status.${TicketStatus}`;

export const settingsPlaces: readonly SettingsPlace[] = [
  ...chaseKinds.flatMap((kind) => chaseFields.map((field) => `chase.${kind}.${field}` as const)),
  ...chatFields.map((field) => `chat.${field}` as const),
  ...lookFields.map((field) => `look.${field}` as const),
  ...registrationFields.map((field) => `registration.${field}` as const),
  ...ticketStatuses.map((status) => `simple-status.${status}` as const),
  'asksForReason',
];

/** Null is nothing chosen; a list is of ids. */
export type SettingsValue = string | number | boolean | null | readonly string[];
export type SettingsChange = { readonly place: SettingsPlace; readonly from: SettingsValue; readonly to: SettingsValue };

/** Lists are the same when they hold the same in the same order. */
export const isSameValue = (one: SettingsValue, other: SettingsValue): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
