/** What a save of these settings needs (seed 000, "Change Reasons"). */
import { createUniqueId, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { SwitchField } from './setting-controls.tsx';
import type { SettingsFields } from './settings-fields.ts';

const place = 'asksForReason';

export const SavingSettings = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const headingId = createUniqueId();
  return (
    <section class="card stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('admin.saving')}</h2>
      <SwitchField
        place={place}
        fields={props.fields}
        label="admin.place.asksForReason"
        isOn={props.fields.valueOf(place) === true}
        onChange={(on) => props.fields.change(place, on)}
      />
    </section>
  );
};
