/** What a partition decides about its portal (seed 000, "Self Service Portal Settings (Partitioned)"). */
import { A, useNavigate, useParams } from '@solidjs/router';
import { createUniqueId, For, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import type { PartitionId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { observeSettablePartitions, observeSettings, type KnownPartition } from '../store/observe/settings.ts';
import { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLog } from './settings-log.tsx';
import './settings-page.css';

export const SettingsPage = (): JSX.Element => {
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  return (
    <Show when={(known()?.person ?? person).rights.includes('self-service-portal-setup')} fallback={<NotForYou />}>
      <Settings own={(known()?.person ?? person).partitionId} />
    </Show>
  );
};

/** Of another person nothing is on this device anyway: the desk decides that. */
const NotForYou = (): JSX.Element => (
  <div class="column stack">
    <PageTitle>{t('admin.notForYou')}</PageTitle>
    <p class="soft">{t('admin.notForYouWords')}</p>
    <p>
      <A class="button primary" href="/">
        {t('app.notFound.home')}
      </A>
    </p>
  </div>
);

/** `own`: the partition that is shown where the address names none. */
const Settings = (props: { readonly own: PartitionId }): JSX.Element => {
  const params = useParams();
  const { store } = useSignedIn();
  const partitions = createLive(observeSettablePartitions(store));
  const shown = (): PartitionId => (params['partitionId'] ?? props.own) as PartitionId;
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

const PartitionChoice = (props: { readonly partitions: readonly KnownPartition[]; readonly chosen: PartitionId }): JSX.Element => {
  const navigate = useNavigate();
  const id = createUniqueId();
  const isThere = (): boolean => props.partitions.some((partition) => partition.id === props.chosen);
  return (
    <div class="row">
      <label class="label" for={id}>
        {t('admin.partition')}
      </label>
      <select id={id} class="input" onChange={(event) => navigate(`/admin/settings/${encodeURIComponent(event.currentTarget.value)}`)}>
        <Show when={!isThere()}>
          <option value="" selected>
            …
          </option>
        </Show>
        <For each={props.partitions}>
          {(partition) => (
            <option value={partition.id} selected={partition.id === props.chosen}>
              {partition.name}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};

const SettingsOf = (props: { readonly partitionId: PartitionId }): JSX.Element => {
  const { store } = useSignedIn();
  // Another partition is another one of these.
  const page = createLive(
    observeSettings(
      store,
      untrack(() => props.partitionId),
    ),
  );
  return (
    <Switch>
      <Match when={page()}>
        {(known) => (
          <>
            <SettingsForm page={known()} />
            <SettingsLog saves={known().saves} />
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
