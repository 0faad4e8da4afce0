/** Installing is offered when its worth has just been felt: after the first thing that was done without a network. */
import { createSignal, Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { install, installState } from '../../ui/install-prompt.ts';
import { recall, remember } from '../../ui/remembered.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';

const declinedKey = 'portico:install-declined';

export const InstallBar = (): JSX.Element => {
  const [isDeclined, setDeclined] = createSignal(recall(declinedKey) !== null);
  const decline = (): void => {
    remember(declinedKey, 'yes');
    setDeclined(true);
  };
  return (
    <Show when={!isDeclined() && installState() === 'offered'}>
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
