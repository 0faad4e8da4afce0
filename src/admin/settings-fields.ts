import { createMemo, type Accessor } from 'solid-js';
import type { DeskRecords } from '../domain/records/desk-record.ts';
import type { SettingsProblem } from '../domain/settings/settings-problem.ts';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';

/** What one place of the form is told and may say. */
export type SettingsFields = {
  readonly valueOf: (place: SettingsPlace) => SettingsValue;
  readonly change: (place: SettingsPlace, to: SettingsValue) => void;
  /** What the desk says by now, where somebody else changed what is being changed here; undefined elsewhere. */
  readonly meanwhile: (place: SettingsPlace) => SettingsValue | undefined;
  /** A save could not be, and nothing was saved or put back since. */
  readonly isRefused: () => boolean;
  /** After a save that could not be: what is wrong with the value. */
  readonly problemOf: (place: SettingsPlace) => SettingsProblem | null;
  /** What settings choose from. */
  readonly records: DeskRecords;
};

/** Whether one of these was found wrong: it stays so while it is mended, which is done key by key, until that is saved or put back. */
export const createMending = (fields: SettingsFields, places: () => readonly SettingsPlace[]): Accessor<boolean> =>
  createMemo((was: boolean) => fields.isRefused() && (was || places().some((place) => fields.problemOf(place) !== null)), false);
