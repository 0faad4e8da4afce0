import { createSignal, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { readOutbox } from '../../store/observe/outbox.ts';
import { readSyncStatusNow } from '../../store/observe/sync-status.ts';
import { Icon } from '../../ui/icon.tsx';
import { tryResult, type TryResult } from './sync-words.ts';

/** Tries at once, and says what came of it. */
export const SendNow = (props: { readonly waiting: number }): JSX.Element => {
  const { sendEverything, store } = useSignedIn();
  const [isBusy, setBusy] = createSignal(false);
  const [result, setResult] = createSignal<TryResult | null>(null);
  const send = async (): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    setResult(null);
    await sendEverything();
    setResult(tryResult(await readOutbox(store), await readSyncStatusNow(store)));
    setBusy(false);
  };
  const words = (): string => {
    if (isBusy()) return t('sync.nowBusy');
    return props.waiting > 0 ? t('sync.now') : t('sync.nowNothing');
  };
  return (
    <div class="row wrap">
      <button type="button" class="button" classList={{ primary: props.waiting > 0 }} aria-disabled={isBusy()} onClick={() => void send()}>
        <Icon name="sync" />
        {words()}
      </button>
      <p class="grow" role="status">
        <Show when={result()}>{(came) => t(came().key, { count: came().count })}</Show>
      </p>
    </div>
  );
};
