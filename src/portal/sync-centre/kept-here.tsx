import { Show, type JSX } from 'solid-js';
import { formatBytes } from '../../i18n/format-amount.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import { announce } from '../../ui/announcer.tsx';
import { createKept } from '../../ui/create-kept.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

/** When the desk was last heard of, and how safe it is here until it is sent. */
export const KeptHere = (props: { readonly status: SyncStatus; readonly now: number }): JSX.Element => {
  const { usage, isPromised, answer, ask } = createKept();
  const keep = async (): Promise<void> => announce(t((await ask()) ? 'account.kept' : 'account.notKept'));
  const contact = (): string =>
    props.status.lastContactAt === null ? t('sync.noContact') : t('sync.contact', { when: formatWhen(props.status.lastContactAt, props.now) });
  return (
    <section class="card stack" aria-labelledby="this-device">
      <h2 id="this-device">{t('account.device')}</h2>
      <ul role="list" class="facts">
        <DeviceFact icon="clock" words={contact()} />
        <Show when={usage()}>{(used) => <DeviceFact icon="file" words={t('sync.storage', { used: formatBytes(used()) })} />}</Show>
        <Show when={isPromised() !== undefined}>
          <DeviceFact icon={isPromised() ? 'lock' : 'alert'} words={t(isPromised() ? 'sync.persisted' : 'sync.notPersisted')} />
        </Show>
      </ul>
      <Show when={isPromised() === false}>
        <Show when={answer() !== undefined} fallback={<KeepButton onPress={() => void keep()} />}>
          <p class="soft">{t('account.notKept')}</p>
        </Show>
      </Show>
    </section>
  );
};

const KeepButton = (props: { readonly onPress: () => void }): JSX.Element => (
  <button type="button" class="button" onClick={() => props.onPress()}>
    {t('account.keep')}
  </button>
);

const DeviceFact = (props: { readonly icon: IconName; readonly words: string }): JSX.Element => (
  <li>
    <Icon name={props.icon} />
    <span>{props.words}</span>
  </li>
);
