/** How people of a partition chase calls, or requests: one card each, with the same questions (seed 000, statements 9 to 21). */
import { createUniqueId, For, Show, type JSX } from 'solid-js';
import type { CallTemplateId, PersonId } from '../domain/ids.ts';
import { chaseStatuses, chaseWarnings } from '../domain/settings/chase-settings.ts';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';
import { numberLimits } from '../domain/settings/settings-problem.ts';
import type { TicketKind, TicketStatus } from '../domain/ticket.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/translate.ts';
import { byName } from '../store/observe/records.ts';
import { Icon } from '../ui/icon.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import '../ui/choice.css';
import { Meanwhile } from './meanwhile.tsx';
import { PeopleField } from './people-field.tsx';
import type { SettingsFields } from './settings-fields.ts';

type ChaseSettingsProps = { readonly kind: TicketKind; readonly fields: SettingsFields };

export const ChaseSettings = (props: ChaseSettingsProps): JSX.Element => {
  const headingId = createUniqueId();
  const place = <Field extends string>(field: Field): `chase.${TicketKind}.${Field}` => `chase.${props.kind}.${field}`;
  const isEnabled = (): boolean => props.fields.valueOf(place('enabled')) === true;
  const escalation = (): SettingsValue => props.fields.valueOf(place('escalation'));
  const policy = (): Parameters<typeof chaseWarnings>[0] => ({
    enabled: isEnabled(),
    setStatus: props.fields.valueOf(place('setStatus')) as TicketStatus | null,
    maxChases: Number(props.fields.valueOf(place('maxChases'))),
    escalation: escalation() as CallTemplateId | null,
  });
  return (
    <section class="card stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t(`admin.chase.${props.kind}`)}</h2>
      <p class="soft">{t('admin.chase.words')}</p>
      <Switch
        label="admin.place.enabled"
        place={place('enabled')}
        fields={props.fields}
        isOn={isEnabled()}
        onChange={(on) => props.fields.change(place('enabled'), on)}
      />
      {/* What is set stays set while chasing is off: it holds again when it is on. */}
      <fieldset class="settings-part stack" disabled={!isEnabled()}>
        <legend class="visually-hidden">{t(`admin.chase.${props.kind}`)}</legend>
        <StatusField place={place('setStatus')} fields={props.fields} />
        <NumberField place={place('waitMinutes')} field="waitMinutes" fields={props.fields} />
        <NumberField place={place('maxChases')} field="maxChases" fields={props.fields} />
        <Switch
          label="admin.place.escalates"
          place={place('escalation')}
          fields={props.fields}
          isOn={escalation() !== null}
          onChange={(on) => props.fields.change(place('escalation'), on ? '' : null)}
        />
        <Show when={escalation() !== null}>
          <TemplateField place={place('escalation')} fields={props.fields} />
          <RecipientsField place={place('recipients')} fields={props.fields} />
        </Show>
      </fieldset>
      <For each={chaseWarnings(policy())}>
        {(warning) => (
          <p class="settings-warning">
            <Icon name="alert" />
            <span>{t(`admin.warning.${warning}`)}</span>
          </p>
        )}
      </For>
    </section>
  );
};

type FieldProps = { readonly place: SettingsPlace; readonly fields: SettingsFields };

const Switch = (props: FieldProps & { readonly label: MessageKey; readonly isOn: boolean; readonly onChange: (on: boolean) => void }): JSX.Element => (
  <div class="stack">
    <label class="choice">
      <input type="checkbox" name={props.place} checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>{t(props.label)}</span>
    </label>
    <Meanwhile place={props.place} fields={props.fields} />
  </div>
);

const StatusField = (props: FieldProps): JSX.Element => {
  const options = [{ value: '', words: t('admin.value.sameStatus') }, ...chaseStatuses.map((status) => ({ value: status, words: t(`deskStatus.${status}`) }))];
  return (
    <div class="stack">
      <SelectField
        label={t('admin.place.setStatus')}
        name={props.place}
        options={options}
        value={String(props.fields.valueOf(props.place) ?? '')}
        onChange={(status) => props.fields.change(props.place, status || null)}
      />
      <Meanwhile {...props} />
    </div>
  );
};

const TemplateField = (props: FieldProps): JSX.Element => {
  const options = () => [
    { value: '', words: t('admin.value.choose') },
    ...byName(props.fields.records, 'call-template').map(({ id, name }) => ({ value: id, words: name })),
  ];
  return (
    <div class="stack">
      <SelectField
        label={t('admin.place.escalation')}
        help={t('admin.place.escalationHelp')}
        name={props.place}
        options={options()}
        value={String(props.fields.valueOf(props.place))}
        error={props.fields.problemOf(props.place) && t('admin.problem.missing')}
        onChange={(id) => props.fields.change(props.place, id)}
      />
      <Meanwhile {...props} />
    </div>
  );
};

const RecipientsField = (props: FieldProps): JSX.Element => (
  <div class="stack">
    <PeopleField
      label={t('admin.place.recipients')}
      help={t('admin.place.recipientsHelp')}
      people={byName(props.fields.records, 'person').filter(({ hasLeft }) => !hasLeft)}
      chosen={props.fields.valueOf(props.place) as readonly PersonId[]}
      error={props.fields.problemOf(props.place) && t('admin.problem.notThere')}
      onChange={(chosen) => props.fields.change(props.place, chosen)}
    />
    <Meanwhile {...props} />
  </div>
);

const NumberField = (props: FieldProps & { readonly field: keyof typeof numberLimits }): JSX.Element => (
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
