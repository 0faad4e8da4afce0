/** A new version waits: the person says when, and never while text is being typed. */
import { Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { isTyping } from '../../ui/typing-guard.ts';
import { toast } from '../../ui/toasts.tsx';

export const UpdateBar = (): JSX.Element => {
  const { update } = useSignedIn();
  const start = (): void => {
    if (isTyping()) toast(t('app.update.typing'));
    else update.now();
  };
  return (
    <Show when={update.ready()}>
      <section class="update-bar" aria-label={t('app.update.title')}>
        <strong>{t('app.update.title')}</strong>
        <button type="button" class="button" onClick={start}>
          {t('app.update.now')}
        </button>
        <button type="button" class="button quiet" onClick={() => update.later()}>
          {t('app.update.later')}
        </button>
      </section>
    </Show>
  );
};
