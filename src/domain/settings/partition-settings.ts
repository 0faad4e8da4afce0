/**
 * What an administrator decides for one partition (seed 000, "Self Service Portal Settings (Partitioned)"). A save carries
 * what was changed, from what to what: so it touches nothing else, and says when somebody else was there in between.
 */
import type { ActionId, CallTemplateId, PartitionId, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Partition } from '../partition.ts';
import type { StatusKey, TicketKind } from '../ticket.ts';
import { isChatSetUp, offeringUnder, usualChat, type ChatSettings } from './chat-settings.ts';
import { chaseSettingsOf, policyUnder, type ChaseSettings, type NamedByChase } from './chase-settings.ts';
import { usualLook, type PartitionLook } from './partition-look.ts';
import type { SettingsChange, SettingsPlace, SettingsValue } from './settings-place.ts';
import { keyOfRecord, type DeskRecords, type RecordKey } from '../records/desk-record.ts';

export type PartitionSettings = {
  readonly id: PartitionId;
  readonly name: string;
  /** Whether a save needs a reason ("Change Reasons"). */
  readonly asksForReason: boolean;
  readonly chase: Readonly<Record<TicketKind, ChaseSettings>>;
  readonly look: PartitionLook;
  readonly chat: ChatSettings;
  readonly registration: RegistrationSettings;
  /** The word that people see for each phase (seed 003, statement 8). */
  readonly 'simple-status': Partition['simpleStatus'];
};

/** What a registration for the partition logs (seed 000, "Registration Call Template"). */
export type RegistrationSettings = {
  /** Null logs nothing. */
  readonly template: CallTemplateId | null;
};

export const usualRegistration: RegistrationSettings = { template: null };

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
export const valueAt = (settings: Omit<PartitionSettings, 'id' | 'name'>, place: SettingsPlace): SettingsValue =>
  keysOf(place).reduce<unknown>((part, key) => (part as Branch)[key], settings) as SettingsValue;

/** The settings with these changes made, whatever was there before. Values are taken as they are: whether they may stand is judged beforehand. */
export const withChanges = (settings: PartitionSettings, changes: readonly Pick<SettingsChange, 'place' | 'to'>[]): PartitionSettings =>
  changes.reduce((changed, { place, to }) => withValue(changed, keysOf(place), typeof to === 'string' ? to.trim() : to), settings);

type Branch = Readonly<Record<string, unknown>>;

/** A place is the way to its value. */
const keysOf = (place: SettingsPlace): readonly string[] => place.split('.');

const withValue = <Part>(part: Part, [key = '', ...further]: readonly string[], to: SettingsValue): Part => ({
  ...part,
  [key]: further.length === 0 ? to : withValue((part as Branch)[key], further, to),
});

/** The records that a partition's settings name: those are not taken away. */
export const recordsNamedIn = ({ chase, chat, registration }: PartitionSettings): readonly RecordKey[] => [
  ...[chase.call.escalation, chase.request.escalation, chat.template, registration.template].flatMap((id) =>
    id === null ? [] : [keyOfRecord('call-template', id)],
  ),
  ...[chase.call.setStatus, chase.request.setStatus].filter(isOfRecord),
  ...chat.groupIds.map((id) => keyOfRecord('group', id)),
];

/** A status of an administrator's goes by the key of its record. */
const isOfRecord = (status: StatusKey | null): status is Extract<StatusKey, RecordKey> => status?.startsWith('status/') ?? false;

/** A partition as it is for everybody once this is set. */
export const partitionUnder = (partition: Partition, { chase, look, chat, ...settings }: PartitionSettings, known: NamedByChase): Partition => ({
  ...partition,
  chase: { call: policyUnder(chase.call, known), request: policyUnder(chase.request, known) },
  simpleStatus: settings['simple-status'],
  look,
  ...(isChatSetUp(chat) ? { chat: offeringUnder(chat) } : {}),
});

/** Where nothing was set yet: as the partition is. An escalation is from the template that says what it says. */
export const settingsOf = (
  { id, name, chase, simpleStatus, look = usualLook }: Partition,
  templates: DeskRecords['call-template'] = [],
): PartitionSettings => ({
  id,
  name,
  asksForReason: false,
  chase: { call: chaseSettingsOf(chase.call, templates), request: chaseSettingsOf(chase.request, templates) },
  look,
  chat: usualChat,
  registration: usualRegistration,
  'simple-status': simpleStatus,
});
