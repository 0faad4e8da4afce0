/** What people of a partition see of each status the desk works with (seed 003, statement 8). */
import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { simpleStatusWarning, type SimpleStatusWarning } from '../domain/settings/simple-status.ts';
import type { SimpleStatusPlace } from '../domain/settings/settings-place.ts';
import { simpleStatuses, ticketStatuses, type SimpleStatus, type TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Meanwhile } from './meanwhile.tsx';
import type { SettingsFields } from './settings-fields.ts';
import { SettingsWarning } from './settings-warning.tsx';

export const SimpleStatusSettings = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const headingId = createUniqueId();
  return (
    <section class="card stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('admin.simple')}</h2>
      <p class="soft">{t('admin.simple.words')}</p>
      <div class="settings-pairs">
        <For each={ticketStatuses}>{(phase) => <PhaseField phase={phase} fields={props.fields} />}</For>
      </div>
    </section>
  );
};

const PhaseField = (props: { readonly phase: TicketStatus; readonly fields: SettingsFields }): JSX.Element => {
  const place = (): SimpleStatusPlace => `simple-status.${props.phase}`;
  const warning = (): SimpleStatusWarning | null => simpleStatusWarning(props.phase, props.fields.valueOf(place()) as SimpleStatus);
  return (
    <div class="stack">
      <SelectField
        label={t(`deskStatus.${props.phase}`)}
        name={place()}
        options={simpleStatuses.map((word) => ({ value: word, words: t(`status.${word}`) }))}
        value={String(props.fields.valueOf(place()))}
        onChange={(word) => props.fields.change(place(), word)}
      />
      <Meanwhile place={place()} fields={props.fields} />
      <Show when={warning()}>{(known) => <SettingsWarning>{t(`admin.simple.${known()}`)}</SettingsWarning>}</Show>
    </div>
  );
};
