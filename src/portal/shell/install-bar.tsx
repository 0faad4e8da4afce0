/** Installing is offered when its worth has just been felt: after the first thing that was done without a network. */
import { createEffect, createSignal, Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { install, installState } from '../../ui/install-prompt.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';

const declinedKey = 'portico:install-declined';

export const InstallBar = (props: { readonly workedOffline: boolean }): JSX.Element => {
  const [isWorthIt, setWorthIt] = createSignal(false);
  createEffect(() => {
    if (props.workedOffline && localStorage.getItem(declinedKey) === null) setWorthIt(true);
  });
  const decline = (): void => {
    localStorage.setItem(declinedKey, 'yes');
    setWorthIt(false);
  };
  return (
    <Show when={isWorthIt() && installState() === 'offered'}>
      <NoticeBar title={t('app.install.title')} words={t('app.install.words')}>
        <button type="button" class="button" onClick={() => void install()}>
          {t('app.install.button')}
        </button>
        <button type="button" class="button quiet" onClick={decline}>
          {t('app.install.later')}
        </button>
      </NoticeBar>
    </Show>
  );
};
