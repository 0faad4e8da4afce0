import { createSignal, Show, type JSX } from 'solid-js';
import type { ActionId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import { DiscardDialog } from './discard-dialog.tsx';

type DiscardButtonProps = {
  readonly id: ActionId;
  /** The bytes of a file whose action is long done, or held with them. */
  readonly isFile?: boolean;
  /** What it is called when it is asked about. */
  readonly what: string;
  /** Others like it stand on the page: each says what it is for. */
  readonly isOneOfMany?: boolean;
};

/** Asks before it deletes what the desk did not take. */
export const DiscardButton = (props: DiscardButtonProps): JSX.Element => {
  const [isAsking, setAsking] = createSignal(false);
  return (
    <>
      <button
        type="button"
        class="button danger"
        aria-label={props.isOneOfMany ? `${t('held.discard')}: ${props.what}` : undefined}
        onClick={() => setAsking(true)}
      >
        {t('held.discard')}
      </button>
      <Show when={isAsking()}>
        <DiscardDialog id={props.id} isFile={props.isFile ?? false} what={props.what} onClose={() => setAsking(false)} />
      </Show>
    </>
  );
};
