/** The controls that the cards of settings are made of. */
import type { JSX } from 'solid-js';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';
import { numberLimits } from '../domain/settings/settings-problem.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/translate.ts';
import { byName } from '../store/observe/records.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import '../ui/choice.css';
import { Meanwhile } from './meanwhile.tsx';
import type { SettingsFields } from './settings-fields.ts';

export type FieldProps = { readonly place: SettingsPlace; readonly fields: SettingsFields };

export const SwitchField = (
  props: FieldProps & { readonly label: MessageKey; readonly isOn: boolean; readonly onChange: (on: boolean) => void },
): JSX.Element => (
  <div class="stack">
    <label class="choice">
      <input type="checkbox" name={props.place} checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>{t(props.label)}</span>
    </label>
    <Meanwhile place={props.place} fields={props.fields} />
  </div>
);

/** Which call template: none is chosen by its first line. What somebody else chose meanwhile is said beside it, or by the switch that hides it. */
export const TemplateField = (props: FieldProps & { readonly field: 'escalation' | 'chatTemplate' }): JSX.Element => {
  const options = () => [
    { value: '', words: t('admin.value.choose') },
    ...byName(props.fields.records, 'call-template').map(({ id, name }) => ({ value: id, words: name })),
  ];
  return (
    <SelectField
      label={t(`admin.place.${props.field}`)}
      help={t(`admin.place.${props.field}Help`)}
      name={props.place}
      options={options()}
      value={String(props.fields.valueOf(props.place) ?? '')}
      error={props.fields.problemOf(props.place) && t('admin.problem.missing')}
      onChange={(id) => props.fields.change(props.place, id)}
    />
  );
};

export const NumberField = (props: FieldProps & { readonly field: keyof typeof numberLimits }): JSX.Element => (
  <div class="stack">
    <TextField
      label={t(`admin.place.${props.field}`)}
      help={t(`admin.place.${props.field}Help`)}
      name={props.place}
      inputmode="numeric"
      autocomplete="off"
      value={String(props.fields.valueOf(props.place))}
      error={props.fields.problemOf(props.place) && t('admin.problem.number', numberLimits[props.field])}
      onInput={(event) => props.fields.change(props.place, numberIn(event.currentTarget.value))}
    />
    <Meanwhile place={props.place} fields={props.fields} />
  </div>
);

/** What is no number stays as it was typed, and the error stands beside it. */
const numberIn = (typed: string): SettingsValue => (/^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : typed);
