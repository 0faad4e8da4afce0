import { Show, type JSX } from 'solid-js';
import type { SettingsPlace } from '../domain/settings/settings-place.ts';
import { t } from '../i18n/translate.ts';
import { valueWords } from './setting-words.ts';
import type { SettingsFields } from './settings-fields.ts';
import { SettingsWarning } from './settings-warning.tsx';

/** Somebody else changed the same while it was changed here. */
export const Meanwhile = (props: { readonly place: SettingsPlace; readonly fields: SettingsFields }): JSX.Element => (
  <Show when={props.fields.meanwhile(props.place) !== undefined}>
    <SettingsWarning role="status">
      {t('admin.meanwhile', { value: valueWords(props.place, props.fields.meanwhile(props.place) ?? null, props.fields.records) })}
    </SettingsWarning>
  </Show>
);
