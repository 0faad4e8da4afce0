/** The session ran out: signing in again happens over the page, and everything on it stays as it is. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';

export const SessionEnded = (): JSX.Element => {
  const { person, resumeSync } = useSignedIn();
  const [isOpen, setOpen] = createSignal(true);
  return (
    <Show
      when={isOpen()}
      fallback={
        <div class="session-bar">
          <button type="button" class="button primary" onClick={() => setOpen(true)}>
            {t('pill.signIn')}
          </button>
        </div>
      }
    >
      <Dialog title={t('signIn.again.title')} onClose={() => setOpen(false)}>
        <p class="soft">{t('signIn.again.words')}</p>
        <SignInForm expected={person} onSignedIn={() => void resumeSync()} />
        <button type="button" class="button quiet wide" onClick={() => setOpen(false)}>
          {t('signIn.again.later')}
        </button>
      </Dialog>
    </Show>
  );
};
