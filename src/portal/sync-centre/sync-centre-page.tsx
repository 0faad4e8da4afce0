/** What is on this device only: what waits, what the desk did not take and why, and how the two get on. */
import { createMemo, Show, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import { observeOutbox, type OutboxItem, type OutboxView } from '../../store/observe/outbox.ts';
import { isOffline, observeSyncStatus } from '../../store/observe/sync-status.ts';
import { HeldCard } from '../../ticket-parts/held-card.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { DeviceCard } from '../account/device-card.tsx';
import { HeldFileCard } from './held-file-card.tsx';
import { SendNow } from './send-now.tsx';
import { syncSentence, syncTitle } from './sync-words.ts';
import { durationWords } from '../../i18n/duration-words.ts';
import { WaitingFile, WaitingItem } from './waiting-row.tsx';
import './sync-centre.css';

export const SyncCentrePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const outbox = createLive(observeOutbox(store));
  const status = createLive(observeSyncStatus(store));
  const now = createNow(1_000);
  const known = createMemo(() => {
    const view = outbox();
    const current = status();
    return view && current ? { view, status: current } : null;
  });
  return <Show when={known()}>{(both) => <SyncCentre view={both().view} status={both().status} now={now()} />}</Show>;
};

type SyncCentreProps = { readonly view: OutboxView; readonly status: SyncStatus; readonly now: number };

const SyncCentre = (props: SyncCentreProps): JSX.Element => {
  const waiting = (): readonly OutboxItem[] => props.view.items.filter((item) => item.state !== 'held');
  const held = (): readonly OutboxItem[] => props.view.items.filter((item) => item.state === 'held');
  const waitingFiles = () => props.view.files.filter(({ file }) => file.state !== 'held');
  const heldFiles = () => props.view.files.filter(({ file }) => file.state === 'held');
  const title = () => syncTitle(props.view);
  return (
    <div class="column stack-wide">
      <div class="stack">
        <PageTitle documentTitle={t('sync.documentTitle')}>{t(title().key, { count: title().count })}</PageTitle>
        <p class="soft">{stateWords(props)}</p>
        <SendNow view={props.view} status={props.status} />
        <NextTry {...props} />
      </div>
      <KeyedFor each={held()} by={(item) => item.id}>
        {(item) => <HeldCard item={item()} href={hrefOf(item())} offersToSee />}
      </KeyedFor>
      <KeyedFor each={heldFiles()} by={({ file }) => file.id}>
        {(held) => <HeldFileCard file={held()} />}
      </KeyedFor>
      <Show when={props.view.waiting > 0}>
        <section class="card" aria-labelledby="on-its-way">
          <h2 id="on-its-way" class="visually-hidden">
            {t('sync.waiting')}
          </h2>
          <ul role="list">
            <KeyedFor each={waiting()} by={(item) => item.id}>
              {(item) => <WaitingItem item={item()} items={props.view.items} href={hrefOf(item())} now={props.now} />}
            </KeyedFor>
            <KeyedFor each={waitingFiles()} by={({ file }) => file.id}>
              {(waitingFile) => <WaitingFile file={waitingFile()} />}
            </KeyedFor>
          </ul>
        </section>
      </Show>
      <DeviceCard contact={contactWords(props)} />
    </div>
  );
};

const stateWords = ({ view, status, now }: SyncCentreProps): string =>
  t(syncSentence(view, status, now), { duration: status.failingSince === null ? '' : durationWords(now - status.failingSince) });

const contactWords = ({ status, now }: SyncCentreProps): string =>
  status.lastContactAt === null ? t('sync.noContact') : t('sync.contact', { when: formatWhen(status.lastContactAt, now) });

/** While it is out of reach and something waits: when it is tried again by itself. */
const NextTry = (props: SyncCentreProps): JSX.Element => (
  <Show
    when={
      isOffline(props.status, props.now) && props.view.waiting > 0 && props.status.retryAt !== null && props.status.retryAt > props.now
        ? props.status.retryAt
        : null
    }
  >
    {(retryAt) => (
      <p>
        <small>
          {t('sync.nextTry', {
            when:
              retryAt() - props.now > 90_000 ? formatWhen(retryAt(), props.now) : t('chase.inSeconds', { count: Math.ceil((retryAt() - props.now) / 1_000) }),
          })}
        </small>
      </p>
    )}
  </Show>
);

const hrefOf = ({ ticketId, action }: OutboxItem): string | null => {
  if (action?.kind === 'save-settings') return `/admin/settings/${action.subject.id}`;
  if (action?.kind === 'save-record' || action?.kind === 'save-people' || action?.kind === 'invite-person') return `/admin/${action.subject.id}`;
  return ticketId === null ? null : `/tickets/${ticketId}`;
};
