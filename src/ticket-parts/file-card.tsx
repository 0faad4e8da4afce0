/** A file, with its picture where the bytes are on this device. */
import { createSignal, onCleanup, Show, untrack, type Accessor, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { readFileBlob } from '../store/observe/files.ts';
import { createLater } from '../ui/create-later.ts';
import { IconSquare } from '../ui/icon-square.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

type FileCardProps = {
  readonly file: FileManifest;
  /** Where it is, or how far it has come. */
  readonly words?: string;
  readonly open?: { readonly label: string; readonly icon: IconName; readonly run: () => void };
  readonly onRemove?: () => void;
};

export const FileCard = (props: FileCardProps): JSX.Element => {
  const picture = createPicture(untrack(() => props.file));
  const [isBroken, setBroken] = createSignal(false);
  return (
    <li class="file-card">
      <Show when={!isBroken() && picture()} fallback={<IconSquare name={props.file.type.startsWith('image/') ? 'image' : 'file'} />}>
        {(source) => <img class="file-picture" src={source()} alt="" onError={() => setBroken(true)} />}
      </Show>
      <span class="grow file-name">
        <strong>{props.file.name}</strong>
        <small>{[formatBytes(props.file.sizeBytes), props.words].filter(Boolean).join(' · ')}</small>
      </span>
      <Show when={props.open}>
        {(open) => (
          <button type="button" class="button quiet icon-only" aria-label={open().label} title={open().label} onClick={() => open().run()}>
            <Icon name={open().icon} />
          </button>
        )}
      </Show>
      <Show when={props.onRemove}>
        {(remove) => (
          <button type="button" class="button quiet icon-only" aria-label={t('file.remove', { name: props.file.name })} onClick={() => remove()()}>
            <Icon name="trash" />
          </button>
        )}
      </Show>
    </li>
  );
};

/** Address of the picture, for as long as it is shown. */
const createPicture = (file: FileManifest): Accessor<string | undefined> => {
  const { store } = useSignedIn();
  let isGone = false;
  const source = createLater(async () => {
    const blob = isPicture(file) ? await readFileBlob(store, file.id) : null;
    return blob && !isGone ? URL.createObjectURL(blob) : undefined;
  });
  onCleanup(() => {
    isGone = true;
    const shown = source();
    if (shown) URL.revokeObjectURL(shown);
  });
  return source;
};

/** What every browser can show. */
export const isPicture = ({ type }: FileManifest): boolean => ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(type);
