/** What can be set for a partition, place by place: a place is the way to a value in `PartitionSettings`. */
import type { TicketKind } from '../ticket.ts';
import type { LookField } from './partition-look.ts';

const chaseKinds = ['call', 'request'] as const satisfies readonly TicketKind[];
const chaseFields = ['enabled', 'setStatus', 'waitMinutes', 'maxChases', 'escalation', 'recipients'] as const;
const lookFields = ['greeting', 'banner', 'logo', 'light', 'dark'] as const satisfies readonly LookField[];

export type ChaseField = (typeof chaseFields)[number];

/** One thing that can be set. */
export type SettingsPlace = `chase.${TicketKind}.${ChaseField}` | `look.${LookField}`;

export const settingsPlaces: readonly SettingsPlace[] = [
  ...chaseKinds.flatMap((kind) => chaseFields.map((field) => `chase.${kind}.${field}` as const)),
  ...lookFields.map((field) => `look.${field}` as const),
];

/** Null is nothing chosen; a list is of ids. */
export type SettingsValue = string | number | boolean | null | readonly string[];
export type SettingsChange = { readonly place: SettingsPlace; readonly from: SettingsValue; readonly to: SettingsValue };

/** Lists are the same when they hold the same in the same order. */
export const isSameValue = (one: SettingsValue, other: SettingsValue): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
