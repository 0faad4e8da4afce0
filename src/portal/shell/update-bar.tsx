/** A new version waits: the person says when, and never while text is being typed. */
import type { JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { isTyping } from '../../ui/typing-guard.ts';
import { toast } from '../../ui/toasts.tsx';

const lookAgainMs = 100;

export const UpdateBar = (): JSX.Element => {
  const { update } = useSignedIn();
  const start = (): void => {
    if (isTyping()) toast(t('app.update.typing'));
    updateOnceKept();
  };
  const updateOnceKept = (): void => {
    if (isTyping()) setTimeout(updateOnceKept, lookAgainMs);
    else update.now();
  };
  return (
    <NoticeBar title={t('app.update.title')}>
      <button type="button" class="button" onClick={start}>
        {t('app.update.now')}
      </button>
      <button type="button" class="button quiet" onClick={() => update.later()}>
        {t('app.update.later')}
      </button>
    </NoticeBar>
  );
};
