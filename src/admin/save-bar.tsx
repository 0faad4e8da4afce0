import { createUniqueId, Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';

export type SaveBarProps = {
  /** How much is not saved. */
  readonly count: number;
  /** How much of that somebody else changed meanwhile. */
  readonly overtakenCount: number;
  readonly isWaiting: boolean;
  /** What waits does so behind what the desk did not take. */
  readonly isBehind: boolean;
  readonly onPutBack: () => void;
};

/** The buttons under a form, and how its saving stands. */
export const SaveBar = (props: SaveBarProps): JSX.Element => {
  const id = createUniqueId();
  return (
    <div class="row wrap save-bar">
      <button type="submit" class="button primary" aria-disabled={props.count === 0} aria-describedby={id}>
        {t('admin.save')}
      </button>
      <Show when={props.count > 0}>
        <button type="button" class="button" onClick={() => props.onPutBack()}>
          {t('admin.putBack')}
        </button>
      </Show>
      <small id={id} role="status" classList={{ long: props.overtakenCount > 0 }}>
        {saveWords(props)}
      </small>
    </div>
  );
};

const saveWords = ({ count, overtakenCount, isWaiting, isBehind }: SaveBarProps): string => {
  if (count > 0) return [t('admin.unsaved', { count }), overtakenCount > 0 ? t('admin.overtaken', { count: overtakenCount }) : ''].filter(Boolean).join('. ');
  if (isWaiting) return t(isBehind ? 'admin.waitingBehind' : 'admin.waiting');
  return t('admin.nothingToSave');
};
