/** What the browser keeps of this person here, and whether it has promised to. */
import { Show, type JSX } from 'solid-js';
import { formatBytes } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import { announce } from '../../ui/announcer.tsx';
import { createKept } from '../../ui/create-kept.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import './device-card.css';

type DeviceCardProps = {
  /** When the desk was last heard of. */
  readonly contact?: string;
  readonly children?: JSX.Element;
};

export const DeviceCard = (props: DeviceCardProps): JSX.Element => {
  const { usage, isPromised, answer, ask } = createKept();
  const keep = async (): Promise<void> => announce(t((await ask()) ? 'account.kept' : 'account.notKept'));
  return (
    <section class="card stack" aria-labelledby="this-device">
      <h2 id="this-device">{t('account.device')}</h2>
      <ul role="list" class="facts">
        <Show when={props.contact}>{(words) => <DeviceFact icon="clock" words={words()} />}</Show>
        <Show when={usage()}>{(bytes) => <DeviceFact icon="file" words={t('account.storage', { used: formatBytes(bytes()) })} />}</Show>
        <Show when={isPromised() !== undefined}>
          <DeviceFact icon={isPromised() ? 'lock' : 'alert'} words={t(isPromised() ? 'account.persisted' : 'account.notPersisted')} />
        </Show>
      </ul>
      <Show when={isPromised() === false && answer() === undefined}>
        <button type="button" class="button" onClick={() => void keep()}>
          {t('account.keep')}
        </button>
      </Show>
      <Show when={answer() === false}>
        <p class="soft">{t('account.notKept')}</p>
      </Show>
      {props.children}
    </section>
  );
};

const DeviceFact = (props: { readonly icon: IconName; readonly words: string }): JSX.Element => (
  <li>
    <Icon name={props.icon} />
    <span>{props.words}</span>
  </li>
);
