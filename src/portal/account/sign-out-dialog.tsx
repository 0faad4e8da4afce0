/** Signing out: at once where nothing would be left behind, else with a question. */
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { countBegunAtTheDesk, countBegunReplies } from '../../store/observe/begun-work.ts';
import { readDrafts } from '../../store/observe/drafts.ts';
import { readOutboxCounts } from '../../store/observe/outbox-counts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import './account.css';

type Unsent = { readonly waiting: number; readonly held: number; readonly drafts: number; readonly replies: number };

export const SignOutDialog = (props: { readonly onStay: () => void }): JSX.Element => {
  const { store, signOut, sendEverything } = useSignedIn();
  const [unsent, setUnsent] = createSignal<Unsent | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [notSent, setNotSent] = createSignal(false);

  /** Read anew each time: what is deleted here is gone. */
  const leaveOrAsk = async (): Promise<void> => {
    const [{ waiting, held }, requests, atTheDesk, replies] = await Promise.all([
      readOutboxCounts(store),
      readDrafts(store),
      countBegunAtTheDesk(store),
      countBegunReplies(store),
    ]);
    const drafts = requests.length + atTheDesk;
    if (waiting + held + drafts + replies > 0) setUnsent({ waiting, held, drafts, replies });
    else await leave('discard');
  };
  const leave = async (unsentWork: 'keep' | 'discard'): Promise<void> => {
    await signOut(unsentWork);
    props.onStay();
  };
  const sendFirst = async (): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    await sendEverything();
    setBusy(false);
    setNotSent(true);
    await leaveOrAsk();
  };
  onMount(() => void leaveOrAsk());

  return (
    <Show when={unsent()}>
      {(found) => (
        <Dialog title={t('signOut.title')} onClose={() => props.onStay()}>
          <ul class="unsent">
            <Show when={found().waiting > 0}>
              <li>{t('sync.title.waiting', { count: found().waiting })}</li>
            </Show>
            <Show when={found().held > 0}>
              <li>{t('sync.title.held', { count: found().held })}</li>
            </Show>
            <Show when={found().drafts > 0}>
              <li>{t('signOut.drafts', { count: found().drafts })}</li>
            </Show>
            <Show when={found().replies > 0}>
              <li>{t('signOut.replies', { count: found().replies })}</li>
            </Show>
          </ul>
          <p class="soft">{t('signOut.keepWords')}</p>
          <Show when={notSent()}>
            <p role="alert">{t('signOut.notSent')}</p>
          </Show>
          <div class="stack">
            <Show when={found().waiting > 0}>
              <button type="button" class="button primary wide" aria-disabled={isBusy()} onClick={() => void sendFirst()}>
                {isBusy() ? t('pill.sending', { count: found().waiting }) : t('signOut.send')}
              </button>
            </Show>
            <button type="button" class="button wide" onClick={() => void leave('keep')}>
              {t('signOut.keep')}
            </button>
            <button type="button" class="button danger wide" onClick={() => void leave('discard')}>
              {t('signOut.discard')}
            </button>
            <button type="button" class="button quiet wide" onClick={() => props.onStay()}>
              {t('signOut.stay')}
            </button>
          </div>
        </Dialog>
      )}
    </Show>
  );
};
