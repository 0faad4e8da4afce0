import { createSignal, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import type { OutboxView } from '../../store/observe/outbox.ts';
import { Icon } from '../../ui/icon.tsx';
import { syncTitle, tryResult } from './sync-words.ts';

/** Tries at once, and says what came of it: how things stand since. */
export const SendNow = (props: { readonly view: OutboxView; readonly status: SyncStatus }): JSX.Element => {
  const { sendEverything } = useSignedIn();
  const [isBusy, setBusy] = createSignal(false);
  const [isTried, setTried] = createSignal(false);
  const send = async (): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    setTried(false);
    await sendEverything();
    setTried(true);
    setBusy(false);
  };
  const isWaiting = (): boolean => syncTitle(props.view).key === 'sync.title.waiting';
  const result = (): string => {
    const { key, count } = tryResult(props.view, props.status);
    return t(key, { count });
  };
  const words = (): string => {
    if (isBusy()) return t('sync.nowBusy');
    return t(isWaiting() ? 'sync.now' : 'sync.nowNothing');
  };
  return (
    <div class="row wrap">
      <button type="button" class="button" classList={{ primary: isWaiting() }} aria-disabled={isBusy()} onClick={() => void send()}>
        <Icon name="sync" />
        {words()}
      </button>
      <p class="grow" role="status">
        {isTried() && result()}
      </p>
    </div>
  );
};
