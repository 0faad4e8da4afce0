/** What a registration for the partition logs (seed 000, statements 5 and 6). */
import { A } from '@solidjs/router';
import { createUniqueId, Match, Switch, untrack, type JSX } from 'solid-js';
import { portalOf } from '../domain/records/portal-record.ts';
import { t } from '../i18n/translate.ts';
import { byName } from '../store/observe/records.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { createMending, type SettingsFields } from './settings-fields.ts';
import { SettingsWarning } from './settings-warning.tsx';

const place = 'registration.template';

export const RegistrationSettings = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const headingId = createUniqueId();
  const portal = () => portalOf(props.fields.records);
  const logsCall = (): boolean => portal().registrationLogsCall;
  /** Nobody at the desk would see who registers there. */
  const isUnseen = (): boolean => portal().registrationIsOpen && !props.fields.valueOf(place);
  const isMended = createMending(
    untrack(() => props.fields),
    () => [place],
  );
  const problem = () => props.fields.problemOf(place);
  const options = () => [
    { value: '', words: t('admin.value.noCall') },
    ...byName(props.fields.records, 'call-template').map(({ id, name }) => ({ value: id, words: name })),
  ];
  return (
    <section class="card stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('admin.registration')}</h2>
      <p class="soft">{t('admin.registrationWords')}</p>
      <fieldset class="settings-part stack" disabled={!logsCall() && !isMended()}>
        <legend class="visually-hidden">{t('admin.registration')}</legend>
        <SelectField
          label={t('admin.place.template')}
          help={t('admin.place.templateHelp')}
          name={place}
          options={options()}
          value={String(props.fields.valueOf(place) ?? '')}
          error={problem() && t(problem() === 'switched-off' ? 'admin.problem.switchedOff' : 'admin.problem.missing')}
          onChange={(id) => props.fields.change(place, id || null)}
        />
        <Meanwhile place={place} fields={props.fields} />
      </fieldset>
      <Switch>
        <Match when={!logsCall()}>
          <Warning words={t('admin.registrationOff')} />
        </Match>
        <Match when={isUnseen()}>
          <Warning words={t('admin.registrationUnseen')} />
        </Match>
      </Switch>
    </section>
  );
};

const Warning = (props: { readonly words: string }): JSX.Element => (
  <SettingsWarning>
    {props.words} <A href="/admin/portal">{t('admin.registrationLink')}</A>
  </SettingsWarning>
);
