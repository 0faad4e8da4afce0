/**
 * The session ran out: signing in again happens over the page, and everything on it stays as it is. Who is writing at
 * that moment goes on writing: their next key must not land in a password. A button waits for them instead.
 */
import { createSignal, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { firstNameOf } from '../../ui/person-name.ts';
import { isWriting } from '../../ui/writing-place.ts';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import { setLeaving } from './leaving.ts';
import './session-ended.css';

export const SessionEnded = (): JSX.Element => {
  const { person, resumeSync } = useSignedIn();
  const [isOpen, setOpen] = createSignal(!isWriting());
  const name = firstNameOf(person.name);
  const leave = (): void => {
    setOpen(false);
    setLeaving(true);
  };
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
      <Dialog title={t('signIn.again.title', { name })} onClose={() => setOpen(false)}>
        <p class="soft">{t('signIn.again.words')}</p>
        <SignInForm expected={person} onSignedIn={() => void resumeSync()} />
        <div class="dialog-actions">
          <button type="button" class="button quiet" onClick={leave}>
            {t('signIn.again.notYou', { name })}
          </button>
          <button type="button" class="button quiet" onClick={() => setOpen(false)}>
            {t('signIn.again.later')}
          </button>
        </div>
      </Dialog>
    </Show>
  );
};
