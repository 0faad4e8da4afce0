/** May these settings be saved, and what comes of it: enforced by the backend, foretold on the page. */
import type { ActionOf } from '../action.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { valueAt, withChanges, type PartitionSettings, type SettingsSave } from './partition-settings.ts';
import { isSameValue, type SettingsChange } from './settings-place.ts';
import { placesAmiss, settingsProblem, type Nameable } from './settings-problem.ts';
import { seenAt, toldValue } from './told-value.ts';

export type SettingsScene = {
  readonly actor: Person;
  /** Null where there is no such partition. */
  readonly settings: PartitionSettings | null;
  /** The last save of this partition. */
  readonly lastSave: Pick<SettingsSave, 'at' | 'by'> | null;
  /** What can be named in them. */
  readonly nameable: Nameable;
  readonly now: Instant;
};

type Saved = { readonly settings: PartitionSettings; readonly save: SettingsSave };

/** Two who save at once: what only one of them changed stands; where both changed the same, the second is told. */
export const decideSettings = ({ actor, settings, lastSave, nameable, now }: SettingsScene, action: ActionOf<'save-settings'>): Result<Saved, Refusal> => {
  if (!actor.rights.includes('self-service-portal-setup')) return no({ kind: 'not-allowed' });
  if (!settings) return no({ kind: 'not-found' });
  const { reason } = action.data;
  const changes = action.data.changes.filter(({ place, to }) => !isSameValue(valueAt(settings, place), to));
  const overtaken = changes.filter(({ place, from }) => !isSameValue(seenAt(settings, place), toldValue(place, from)));
  if (overtaken.length > 0)
    return no({ kind: 'settings-changed', by: lastSave?.by.name ?? '', at: lastSave?.at ?? now, places: overtaken.map(({ place }) => place) });
  const wrong = changes.filter(({ place, to }) => settingsProblem(place, to, nameable) !== null);
  if (wrong.length > 0) return no({ kind: 'settings-not-accepted', places: wrong.map(({ place }) => place) });
  const changed = withChanges(settings, changes);
  const amiss = placesAmiss(changed);
  if (amiss.length > 0) return no({ kind: 'settings-not-accepted', places: amiss });
  if (settings.asksForReason && reason.trim() === '') return no({ kind: 'reason-missing' });
  return ok({
    settings: changed,
    save: { id: action.id, partitionId: settings.id, at: now, by: { id: actor.id, name: actor.name }, reason: reason.trim(), changes: changes.map(asLogged) },
  });
};

const asLogged = ({ place, from, to }: SettingsChange): SettingsChange => ({ place, from: toldValue(place, from), to: toldValue(place, to) });
