import { Show, type JSX } from 'solid-js';
import type { SettingsPlace } from '../domain/settings/settings-place.ts';
import { OvertakenWarning } from './overtaken.tsx';
import { valueWords } from './setting-words.ts';
import type { SettingsFields } from './settings-fields.ts';

/** Somebody else changed the same while it was changed here. */
export const Meanwhile = (props: { readonly place: SettingsPlace; readonly fields: SettingsFields }): JSX.Element => (
  <Show when={props.fields.meanwhile(props.place) !== undefined}>
    <OvertakenWarning field={props.place} now={valueWords(props.place, props.fields.meanwhile(props.place) ?? null, props.fields.records)} />
  </Show>
);
