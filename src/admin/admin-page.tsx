/** What administrators decide: what holds in a partition, and what is kept for the whole desk. */
import { useParams } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import { keyOfRecord, listedKinds, type ListedKind, type RecordKey } from '../domain/records/desk-record.ts';
import { portalId } from '../domain/records/portal-record.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { NotForYou } from '../ticket-parts/not-for-you.tsx';
import { AdminNav } from './admin-nav.tsx';
import { ImportPage } from './records/import-page.tsx';
import { RecordPage } from './records/record-page.tsx';
import { RecordsPage } from './records/records-page.tsx';
import { UnknownRecord } from './records/unknown-record.tsx';
import { SettingsPage } from './settings-page.tsx';

/** What others may not see is not on their device anyway: the desk decides that. */
export const AdminPage = (): JSX.Element => {
  const params = useParams();
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  const self = () => known()?.person ?? person;
  const kind = (): ListedKind | undefined => listedKinds.find((one) => one === params['kind']);
  const key = (): RecordKey | null => {
    const [of, id] = [kind(), params['id']];
    return of && id ? keyOfRecord(of, id) : null;
  };
  return (
    <Show when={self().rights.includes('self-service-portal-setup')} fallback={<NotForYou title={t('admin.notForYou')} words={t('admin.notForYouWords')} />}>
      <div class="stack-wide">
        <AdminNav />
        <Switch fallback={<UnknownRecord />}>
          <Match when={(params['kind'] ?? 'settings') === 'settings'}>
            <SettingsPage own={self().partitionId} />
          </Match>
          <Match when={params['kind'] === 'portal'}>
            <RecordPage key={keyOfRecord('portal', portalId)} />
          </Match>
          <Match when={key() === 'person/import'}>
            <ImportPage />
          </Match>
          <Match when={key()} keyed>
            {(shown) => <RecordPage key={shown} />}
          </Match>
          <Match when={kind()} keyed>
            {(of) => <RecordsPage of={of} />}
          </Match>
        </Switch>
      </div>
    </Show>
  );
};
