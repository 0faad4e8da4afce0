/** How people of a partition chase calls, or requests: one card each, with the same questions (seed 000, statements 9 to 21). */
import { createUniqueId, For, Show, untrack, type JSX } from 'solid-js';
import type { CallTemplateId, PersonId } from '../domain/ids.ts';
import { statusChoices } from '../domain/records/status-choices.ts';
import { chasePhases, chaseStatusesFor, chaseWarnings } from '../domain/settings/chase-settings.ts';
import { chaseFields, type SettingsValue } from '../domain/settings/settings-place.ts';
import { statusKeyOf, type StatusKey, type TicketKind } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import { byName } from '../store/observe/records.ts';
import { deskStatusWords } from '../ticket-parts/desk-status-words.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { PeopleField } from './people-field.tsx';
import { NumberField, SwitchField, TemplateField, type FieldProps } from './setting-controls.tsx';
import { createMending, type SettingsFields } from './settings-fields.ts';
import { SettingsWarning } from './settings-warning.tsx';

type ChaseSettingsProps = { readonly kind: TicketKind; readonly fields: SettingsFields };

export const ChaseSettings = (props: ChaseSettingsProps): JSX.Element => {
  const headingId = createUniqueId();
  const place = <Field extends string>(field: Field): `chase.${TicketKind}.${Field}` => `chase.${props.kind}.${field}`;
  const isEnabled = (): boolean => props.fields.valueOf(place('enabled')) === true;
  const escalation = (): SettingsValue => props.fields.valueOf(place('escalation'));
  const policy = (): Parameters<typeof chaseWarnings>[0] => ({
    enabled: isEnabled(),
    setStatus: props.fields.valueOf(place('setStatus')) as StatusKey | null,
    maxChases: Number(props.fields.valueOf(place('maxChases'))),
    escalation: escalation() as CallTemplateId | null,
  });
  const isMended = createMending(
    untrack(() => props.fields),
    () => chaseFields.map(place),
  );
  const areRecipientsMended = createMending(
    untrack(() => props.fields),
    () => [place('recipients')],
  );
  return (
    <section class="card stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t(`admin.chase.${props.kind}`)}</h2>
      <p class="soft">{t('admin.chase.words')}</p>
      <SwitchField
        label="admin.place.enabled"
        place={place('enabled')}
        fields={props.fields}
        isOn={isEnabled()}
        onChange={(on) => props.fields.change(place('enabled'), on)}
      />
      {/* What is set stays set while chasing is off: it holds again when it is on. What cannot be saved has to be mended, off or not. */}
      <fieldset class="settings-part stack" disabled={!isEnabled() && !isMended()}>
        <legend class="visually-hidden">{t(`admin.chase.${props.kind}`)}</legend>
        <StatusField kind={props.kind} place={place('setStatus')} fields={props.fields} />
        <NumberField place={place('waitMinutes')} field="waitMinutes" fields={props.fields} />
        <NumberField place={place('maxChases')} field="maxChases" fields={props.fields} />
        <SwitchField
          label="admin.place.escalates"
          place={place('escalation')}
          fields={props.fields}
          isOn={escalation() !== null}
          onChange={(on) => props.fields.change(place('escalation'), on ? '' : null)}
        />
        <Show when={escalation() !== null || areRecipientsMended()}>
          <TemplateField place={place('escalation')} field="escalation" fields={props.fields} />
          <RecipientsField place={place('recipients')} fields={props.fields} />
        </Show>
        <Meanwhile place={place('recipients')} fields={props.fields} isFieldHidden={escalation() === null} />
      </fieldset>
      <For each={chaseWarnings(policy())}>{(warning) => <SettingsWarning>{t(`admin.warning.${warning}`)}</SettingsWarning>}</For>
    </section>
  );
};

const StatusField = (props: FieldProps & { readonly kind: TicketKind }): JSX.Element => {
  const options = () => [
    { value: '', words: t('admin.value.sameStatus') },
    ...statusChoices(chasePhases, chaseStatusesFor(props.kind, props.fields.records.status)).map((status) => ({
      value: statusKeyOf(status),
      words: deskStatusWords(status),
    })),
  ];
  return (
    <div class="stack">
      <SelectField
        label={t('admin.place.setStatus')}
        help={t(`admin.place.setStatusHelp.${props.kind}`)}
        name={props.place}
        options={options()}
        value={String(props.fields.valueOf(props.place) ?? '')}
        error={props.fields.problemOf(props.place) && t('admin.problem.noStatus')}
        onChange={(status) => props.fields.change(props.place, status || null)}
      />
      <Meanwhile {...props} />
    </div>
  );
};

const RecipientsField = (props: FieldProps): JSX.Element => (
  <PeopleField
    label={t('admin.place.recipients')}
    help={t('admin.place.recipientsHelp')}
    everybody={byName(props.fields.records, 'person')}
    canBe={({ hasLeft }) => !hasLeft}
    lost={t('admin.people.hasLeft')}
    chosen={props.fields.valueOf(props.place) as readonly PersonId[]}
    error={props.fields.problemOf(props.place) && t('admin.problem.notThere')}
    onChange={(chosen) => props.fields.change(props.place, chosen)}
  />
);
