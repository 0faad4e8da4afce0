/** What a partition decides about its portal (seed 000, "Self Service Portal Settings (Partitioned)"). */
import { useNavigate, useParams } from '@solidjs/router';
import { Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import type { PartitionId } from '../domain/ids.ts';
import { recordsOf, type DeskRecords } from '../domain/records/desk-record.ts';
import { t } from '../i18n/translate.ts';
import { observeRecords } from '../store/observe/records.ts';
import { observeSettablePartitions, observeSettings, type KnownPartition } from '../store/observe/settings.ts';
import { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLog } from './settings-log.tsx';
import './settings-page.css';

/** `own`: the partition that is shown where the address names none. */
export const SettingsPage = (props: { readonly own: PartitionId }): JSX.Element => {
  const params = useParams();
  const { store } = useSignedIn();
  const partitions = createLive(observeSettablePartitions(store));
  const shown = (): PartitionId => (params['id'] ?? props.own) as PartitionId;
  return (
    <Switch>
      <Match when={partitions() === null}>
        <NotHereYet isWholePage />
      </Match>
      <Match when={partitions()}>
        {(known) => (
          <div class="settings stack-wide">
            <div class="row between wrap">
              <PageTitle>{t('admin.title')}</PageTitle>
              <PartitionChoice partitions={known()} chosen={shown()} />
            </div>
            <p class="soft">{t('admin.words')}</p>
            <Show when={shown()} keyed>
              {(partitionId) => <SettingsOf partitionId={partitionId} />}
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
};

/** An address may name one that is not there: then nothing is chosen yet. */
const PartitionChoice = (props: { readonly partitions: readonly KnownPartition[]; readonly chosen: PartitionId }): JSX.Element => {
  const navigate = useNavigate();
  const options = () => [
    ...(props.partitions.some(({ id }) => id === props.chosen) ? [] : [{ value: props.chosen, words: '…' }]),
    ...props.partitions.map(({ id, name }) => ({ value: id, words: name })),
  ];
  const open = (id: string): void => navigate(`/admin/settings/${encodeURIComponent(id)}`);
  return <SelectField label={t('admin.partition')} options={options()} value={props.chosen} onChange={open} isInline />;
};

const noRecords = recordsOf([]);

const SettingsOf = (props: { readonly partitionId: PartitionId }): JSX.Element => {
  const { store } = useSignedIn();
  // Another partition is another one of these.
  const page = createLive(
    observeSettings(
      store,
      untrack(() => props.partitionId),
    ),
  );
  const view = createLive(observeRecords(store));
  const records = (): DeskRecords => view()?.records ?? noRecords;
  return (
    <Switch>
      <Match when={view() && page()}>
        {(known) => (
          <>
            <SettingsForm page={known()} records={records()} />
            <SettingsLog saves={known().saves} records={records()} />
          </>
        )}
      </Match>
      <Match when={page() === null}>
        <section class="card stack">
          <h2>{t('admin.unknown')}</h2>
          <p class="soft">{t('admin.unknownWords')}</p>
        </section>
      </Match>
    </Switch>
  );
};
