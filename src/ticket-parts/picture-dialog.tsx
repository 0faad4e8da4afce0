/** A picture at full width, with a way to keep it. */
import { onCleanup, untrack, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';

type PictureDialogProps = { readonly blob: Blob; readonly name: string; readonly onSave: () => void; readonly onClose: () => void };

export const PictureDialog = (props: PictureDialogProps): JSX.Element => {
  const source = URL.createObjectURL(untrack(() => props.blob));
  onCleanup(() => URL.revokeObjectURL(source));
  return (
    <Dialog title={props.name} onClose={() => props.onClose()}>
      <img class="whole-picture" src={source} alt={props.name} />
      <div class="dialog-actions">
        <button type="button" class="button quiet" onClick={() => props.onSave()}>
          {t('file.save')}
        </button>
        <button type="button" class="button primary" onClick={() => props.onClose()}>
          {t('file.close')}
        </button>
      </div>
    </Dialog>
  );
};
