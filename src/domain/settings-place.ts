/** What can be set for a partition, place by place; what it means stands in `partition-settings.ts`. */
import type { TicketKind } from './ticket.ts';

const chaseKinds = ['call', 'request'] as const satisfies readonly TicketKind[];
const chaseFields = ['enabled', 'setStatus', 'waitMinutes', 'maxChases', 'escalation'] as const;
export type ChaseField = (typeof chaseFields)[number];

/** One thing that can be set. */
export type SettingsPlace = `chase.${TicketKind}.${ChaseField}`;
export const settingsPlaces: readonly SettingsPlace[] = chaseKinds.flatMap((kind) => chaseFields.map((field) => `chase.${kind}.${field}` as const));

/** An escalation is its call's title, or null for none; a status is one of the desk's, or null for none. */
export type SettingsValue = string | number | boolean | null;
export type SettingsChange = { readonly place: SettingsPlace; readonly from: SettingsValue; readonly to: SettingsValue };
