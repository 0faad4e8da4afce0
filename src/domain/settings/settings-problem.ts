/** What is wrong with a value that is to be set. */
import { isHoursText } from '../chat/hours-text.ts';
import type { DeskRecords } from '../records/desk-record.ts';
import { statusNamed } from '../records/status-record.ts';
import { portalOf } from '../records/portal-record.ts';
import { simpleStatuses, statusKeyOf, type SimpleStatus, type StatusKey, type TicketKind, type TicketStatus } from '../ticket.ts';
import { chasePhases, chaseStatusesFor } from './chase-settings.ts';
import { lookProblem, type LookProblem } from './look-problem.ts';
import type { LookField } from './partition-look.ts';
import type { PartitionSettings } from './partition-settings.ts';
import type { ChaseField, ChatField, SettingsPlace, SettingsValue } from './settings-place.ts';

export type SettingsProblem = 'not-a-whole-number' | 'too-small' | 'too-large' | 'missing' | 'unknown' | 'switched-off' | LookProblem;

/** What a value may name: nothing is set that is not there. */
export type Nameable = {
  readonly templateIds: ReadonlySet<string>;
  readonly personIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
  /** What a chase may set, besides the phases. */
  readonly statusKeys: Readonly<Record<TicketKind, ReadonlySet<StatusKey>>>;
  /** Whether registrations log calls: without that there is nothing to choose a template for (seed 000, statement 6). */
  readonly registrationLogsCall: boolean;
};

export const nameableIn = (known: DeskRecords): Nameable => ({
  templateIds: new Set(known['call-template'].map(({ id }) => id)),
  groupIds: new Set(known.group.map(({ id }) => id)),
  statusKeys: { call: statusKeysFor('call', known), request: statusKeysFor('request', known) },
  personIds: new Set(known.person.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)),
  registrationLogsCall: portalOf(known).registrationLogsCall,
});

const statusKeysFor = (kind: TicketKind, { status }: DeskRecords): ReadonlySet<StatusKey> =>
  new Set(chaseStatusesFor(kind, status).map((record) => statusKeyOf(statusNamed(record))));

/** Of a place that holds a number: a wait of a week at the most, and so many chases that somebody still reads them. */
export const numberLimits = { waitMinutes: { least: 0, most: 10_080 }, maxChases: { least: 1, most: 20 }, waitLimitMinutes: { least: 1, most: 240 } } as const;

/** Null for nothing. */
export const settingsProblem = (place: SettingsPlace, value: SettingsValue, nameable: Nameable): SettingsProblem | null => {
  if (place === 'asksForReason') return typeof value === 'boolean' ? null : 'unknown';
  if (place === 'registration.template') return registrationProblem(value, nameable);
  if (place.startsWith('look.')) return lookProblem(fieldOf<LookField>(place), value);
  if (place.startsWith('simple-status.')) return simpleStatuses.includes(value as SimpleStatus) ? null : 'unknown';
  if (place.startsWith('chat.')) return chatProblem(fieldOf<ChatField>(place), value, nameable);
  return chaseProblem(fieldOf<ChaseField>(place), value, nameable, place.startsWith('chase.call.') ? 'call' : 'request');
};

/** What is wrong with settings as a whole: a chat is held on a call, and a call is logged from a template (seed 000, statement 27). */
export const placesAmiss = ({ chat }: Pick<PartitionSettings, 'chat'>): readonly SettingsPlace[] =>
  chat.enabled && chat.template === null ? ['chat.template'] : [];

const registrationProblem = (value: SettingsValue, { registrationLogsCall, templateIds }: Nameable): SettingsProblem | null => {
  if (!registrationLogsCall) return 'switched-off';
  return value === null ? null : templateProblem(value, templateIds);
};

const fieldOf = <Field extends string>(place: SettingsPlace): Field => place.slice(place.lastIndexOf('.') + 1) as Field;

const chaseProblem = (field: ChaseField, value: SettingsValue, { templateIds, personIds, statusKeys }: Nameable, kind: TicketKind): SettingsProblem | null => {
  switch (field) {
    case 'enabled':
      return typeof value === 'boolean' ? null : 'unknown';
    case 'setStatus':
      return value === null || chasePhases.includes(value as TicketStatus) || statusKeys[kind].has(value as StatusKey) ? null : 'unknown';
    case 'waitMinutes':
      return numberProblem(value, numberLimits.waitMinutes);
    case 'maxChases':
      return numberProblem(value, numberLimits.maxChases);
    case 'escalation':
      return value === null ? null : templateProblem(value, templateIds);
    case 'recipients':
      return Array.isArray(value) && value.every((id) => personIds.has(id)) ? null : 'unknown';
  }
};

const chatProblem = (field: ChatField, value: SettingsValue, { templateIds, personIds, groupIds }: Nameable): SettingsProblem | null => {
  switch (field) {
    case 'enabled':
      return typeof value === 'boolean' ? null : 'unknown';
    case 'template':
      return value === null ? null : templateProblem(value, templateIds);
    case 'hours':
      return typeof value === 'string' && isHoursText(value) ? null : 'unknown';
    case 'waitLimitMinutes':
      return numberProblem(value, numberLimits.waitLimitMinutes);
    case 'analystIds':
      return Array.isArray(value) && value.every((id) => personIds.has(id)) ? null : 'unknown';
    case 'groupIds':
      return Array.isArray(value) && value.every((id) => groupIds.has(id)) ? null : 'unknown';
  }
};

const numberProblem = (value: SettingsValue, { least, most }: { readonly least: number; readonly most: number }): SettingsProblem | null => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'not-a-whole-number';
  if (value < least) return 'too-small';
  return value > most ? 'too-large' : null;
};

/** A call is logged from a template, so one must be chosen (seed 000, statement 16). */
const templateProblem = (value: SettingsValue, templateIds: ReadonlySet<string>): SettingsProblem | null => {
  if (value === '') return 'missing';
  return typeof value === 'string' && templateIds.has(value) ? null : 'unknown';
};
