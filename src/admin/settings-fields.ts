import type { DeskRecords } from '../domain/records/desk-record.ts';
import type { SettingsProblem } from '../domain/settings/settings-problem.ts';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';

/** What one place of the form is told and may say. */
export type SettingsFields = {
  readonly valueOf: (place: SettingsPlace) => SettingsValue;
  readonly change: (place: SettingsPlace, to: SettingsValue) => void;
  /** What the desk says by now, where somebody else changed what is being changed here; undefined elsewhere. */
  readonly meanwhile: (place: SettingsPlace) => SettingsValue | undefined;
  /** After a save that could not be: what is wrong with the value. */
  readonly problemOf: (place: SettingsPlace) => SettingsProblem | null;
  /** What settings choose from. */
  readonly records: DeskRecords;
};
