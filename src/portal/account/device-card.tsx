/** What the browser keeps of this person here, and whether it has promised to. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { formatBytes } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import { createKept } from '../../ui/create-kept.ts';

export const DeviceCard = (): JSX.Element => {
  const { usage, isPromised, answer, ask } = createKept();
  return (
    <section class="card stack" aria-labelledby="this-device">
      <h2 id="this-device">{t('account.device')}</h2>
      <Show when={usage()}>{(bytes) => <p>{t('account.storage', { used: formatBytes(bytes()) })}</p>}</Show>
      <Show when={isPromised() !== undefined}>
        <p class="soft">{t(isPromised() ? 'account.persisted' : 'account.notPersisted')}</p>
      </Show>
      <div class="row wrap">
        <Show when={isPromised() === false && answer() === undefined}>
          <button type="button" class="button" onClick={() => void ask()}>
            {t('account.keep')}
          </button>
        </Show>
        <A class="button quiet" href="/sync">
          {t('sync.documentTitle')}
        </A>
      </div>
      <p role="status">{answer() === undefined ? '' : t(answer() ? 'account.kept' : 'account.notKept')}</p>
    </section>
  );
};
