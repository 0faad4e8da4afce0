/**
 * What an administrator decides for one partition (seed 000, "Self Service Portal Settings (Partitioned)"). A save carries
 * what was changed, from what to what: so it touches nothing else, and says when somebody else was there in between.
 */
import type { ChasePolicy } from './chase-policy.ts';
import type { ActionId, PartitionId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Partition } from './partition.ts';
import type { ChaseField, SettingsChange, SettingsPlace, SettingsValue } from './settings-place.ts';
import { ticketStatuses, type TicketKind, type TicketStatus } from './ticket.ts';

export type PartitionSettings = {
  readonly id: PartitionId;
  readonly name: string;
  /** Whether a save needs a reason ("Change Reasons"). */
  readonly asksForReason: boolean;
  readonly chase: Readonly<Record<TicketKind, ChasePolicy>>;
};

/** Who saved what, when and why: kept for ever. */
export type SettingsSave = {
  readonly id: ActionId;
  readonly partitionId: PartitionId;
  readonly at: Instant;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly reason: string;
  readonly changes: readonly SettingsChange[];
};

/** What is set in a place. */
export const valueAt = ({ chase }: Pick<PartitionSettings, 'chase'>, place: SettingsPlace): SettingsValue => {
  const { kind, field } = partsOf(place);
  const value = chase[kind][field];
  return typeof value === 'object' && value !== null ? value.title : value;
};

/** The settings with these changes made, whatever was there before. Values are taken as they are: whether they may stand is judged beforehand. */
export const withChanges = (settings: PartitionSettings, changes: readonly Pick<SettingsChange, 'place' | 'to'>[]): PartitionSettings =>
  changes.reduce((changed, { place, to }) => {
    const { kind, field } = partsOf(place);
    const stored = field === 'escalation' && typeof to === 'string' ? { title: to.trim() } : to;
    return { ...changed, chase: { ...changed.chase, [kind]: { ...changed.chase[kind], [field]: stored } } };
  }, settings);

const partsOf = (place: SettingsPlace): { readonly kind: TicketKind; readonly field: ChaseField } => {
  const [, kind, field] = place.split('.') as ['chase', TicketKind, ChaseField];
  return { kind, field };
};

export type SettingsProblem = 'not-a-whole-number' | 'too-small' | 'too-large' | 'missing' | 'too-long' | 'unknown';

/** Of a place that holds a number: a wait of a week at the most, and so many chases that somebody still reads them. */
export const numberLimits = { waitMinutes: { least: 0, most: 10_080 }, maxChases: { least: 1, most: 20 } } as const;
const longestTitle = 80;

/** What is wrong with a value; null for nothing. */
export const settingsProblem = (place: SettingsPlace, value: SettingsValue): SettingsProblem | null => {
  switch (partsOf(place).field) {
    case 'enabled':
      return typeof value === 'boolean' ? null : 'unknown';
    case 'setStatus':
      return value === null || chaseStatuses.includes(value as TicketStatus) ? null : 'unknown';
    case 'waitMinutes':
      return numberProblem(value, numberLimits.waitMinutes);
    case 'maxChases':
      return numberProblem(value, numberLimits.maxChases);
    case 'escalation':
      return value === null ? null : titleProblem(value);
  }
};

const numberProblem = (value: SettingsValue, { least, most }: { readonly least: number; readonly most: number }): SettingsProblem | null => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'not-a-whole-number';
  if (value < least) return 'too-small';
  return value > most ? 'too-large' : null;
};

/** An escalation call must say what it is (seed 000, statement 16). */
const titleProblem = (value: SettingsValue): SettingsProblem | null => {
  if (typeof value !== 'string') return 'unknown';
  if (value.trim() === '') return 'missing';
  return value.trim().length > longestTitle ? 'too-long' : null;
};

/** Who chases still waits: what a chase sets is a status of something open. */
export const chaseStatuses: readonly TicketStatus[] = ticketStatuses.filter((status) => status !== 'resolved' && status !== 'closed');

export type ChaseWarning = 'leads-to-nothing' | 'many-chases';

/** What is allowed, and helps nobody (seed 000, statements 14 and 23). */
export const chaseWarnings = ({ enabled, setStatus, escalation, maxChases }: ChasePolicy): readonly ChaseWarning[] =>
  enabled ? [...(setStatus === null && escalation === null ? (['leads-to-nothing'] as const) : []), ...(maxChases > 5 ? (['many-chases'] as const) : [])] : [];

/** A partition as it is for everybody once this is set. */
export const partitionUnder = (partition: Partition, { chase }: Pick<PartitionSettings, 'chase'>): Partition => ({ ...partition, chase });

/** Where nothing was set yet. */
export const settingsOf = ({ id, name, chase }: Partition): PartitionSettings => ({ id, name, asksForReason: false, chase });
