import { Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { install, installState } from '../../ui/install-prompt.ts';

/** Putting the portal on the home screen: one tap where the browser offers it, words where it does not. */
export const InstallCard = (): JSX.Element => (
  <section class="card stack">
    <h2>{t('account.install')}</h2>
    <Show when={installState() !== 'installed'} fallback={<p class="soft">{t('account.installed')}</p>}>
      <p class="soft">{t('account.installWords')}</p>
      <Show when={installState() === 'offered'} fallback={<p class="soft">{t('account.installByHand')}</p>}>
        <button type="button" class="button" onClick={() => void install()}>
          {t('app.install.button')}
        </button>
      </Show>
    </Show>
  </section>
);
