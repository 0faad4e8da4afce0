/** Signing out, with a question when something would be left behind. */
import { createSignal, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observeDrafts } from '../../store/observe/drafts.ts';
import { observeOutbox } from '../../store/observe/outbox.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';

export const SignOutButton = (): JSX.Element => {
  const { store, signOut, sendEverything } = useSignedIn();
  const outbox = createLive(observeOutbox(store));
  const drafts = createLive(observeDrafts(store));
  const [isAsking, setAsking] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [notSent, setNotSent] = createSignal(false);
  const unsent = (): { readonly waiting: number; readonly held: number; readonly drafts: number } => ({
    waiting: outbox()?.waiting ?? 0,
    held: outbox()?.held ?? 0,
    drafts: drafts()?.length ?? 0,
  });
  const hasUnsent = (): boolean => unsent().waiting + unsent().held + unsent().drafts > 0;
  const start = (): void => {
    if (hasUnsent()) setAsking(true);
    else void signOut('discard');
  };
  const sendFirst = async (): Promise<void> => {
    setBusy(true);
    setNotSent(false);
    await sendEverything();
    setBusy(false);
    if (hasUnsent()) setNotSent(true);
    else await signOut('discard');
  };
  return (
    <>
      <button type="button" class="button" onClick={start}>
        <Icon name="sign-out" />
        {t('account.signOut')}
      </button>
      <Show when={isAsking()}>
        <Dialog title={t('signOut.title')} onClose={() => setAsking(false)}>
          <ul class="unsent">
            <Show when={unsent().waiting > 0}>
              <li>{t('signOut.waiting', { count: unsent().waiting })}</li>
            </Show>
            <Show when={unsent().held > 0}>
              <li>{t('signOut.held', { count: unsent().held })}</li>
            </Show>
            <Show when={unsent().drafts > 0}>
              <li>{t('signOut.drafts', { count: unsent().drafts })}</li>
            </Show>
          </ul>
          <p class="soft">{t('signOut.keepWords')}</p>
          <Show when={notSent()}>
            <p role="alert">{t('signOut.notSent')}</p>
          </Show>
          <div class="stack">
            <Show when={unsent().waiting > 0}>
              <button type="button" class="button primary wide" aria-disabled={isBusy()} onClick={() => void sendFirst()}>
                {isBusy() ? t('pill.sending', { count: unsent().waiting }) : t('signOut.send')}
              </button>
            </Show>
            <button type="button" class="button wide" onClick={() => void signOut('keep')}>
              {t('signOut.keep')}
            </button>
            <button type="button" class="button danger wide" onClick={() => void signOut('discard')}>
              {t('signOut.discard')}
            </button>
            <button type="button" class="button quiet wide" onClick={() => setAsking(false)}>
              {t('signOut.stay')}
            </button>
          </div>
        </Dialog>
      </Show>
    </>
  );
};
