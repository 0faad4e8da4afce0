import { createSignal, Show, type JSX } from 'solid-js';
import type { ActionId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import { DiscardDialog } from './discard-dialog.tsx';

type DiscardButtonProps = {
  readonly id: ActionId;
  /** What it is called when it is asked about. */
  readonly what: string;
  readonly onClose?: () => void;
};

/** Asks before it deletes what the desk did not take. */
export const DiscardButton = (props: DiscardButtonProps): JSX.Element => {
  const [isAsking, setAsking] = createSignal(false);
  const close = (): void => {
    setAsking(false);
    props.onClose?.();
  };
  return (
    <>
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        {t('held.discard')}
      </button>
      <Show when={isAsking()}>
        <DiscardDialog id={props.id} what={props.what} onClose={close} />
      </Show>
    </>
  );
};
