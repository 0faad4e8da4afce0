import { Show, type JSX } from 'solid-js';
import type { SettingsPlace } from '../domain/settings/settings-place.ts';
import { OvertakenWarning } from './overtaken.tsx';
import { placeWords, valueWords } from './setting-words.ts';
import type { SettingsFields } from './settings-fields.ts';

type MeanwhileProps = {
  readonly place: SettingsPlace;
  readonly fields: SettingsFields;
  /** The change is still wanted then, and would be saved over theirs. */
  readonly isFieldHidden?: boolean;
};

/** Somebody else changed the same while it was changed here. It stands outside of whatever hides the field. */
export const Meanwhile = (props: MeanwhileProps): JSX.Element => (
  <Show when={props.fields.meanwhile(props.place) !== undefined}>
    <OvertakenWarning
      field={props.place}
      called={props.isFieldHidden ? placeWords(props.place) : undefined}
      now={valueWords(props.place, props.fields.meanwhile(props.place) ?? null, props.fields.records)}
    />
  </Show>
);
