/** A file, with its picture where the bytes are on this device. */
import { createResource, onCleanup, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { formatBytes, t } from '../i18n/translate.ts';
import { readFileBlob } from '../store/observe/files.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

type FileCardProps = {
  readonly file: FileManifest;
  /** Where it is, or how far it has come. */
  readonly words?: string;
  readonly open?: { readonly label: string; readonly icon: IconName; readonly run: () => void };
  readonly onRemove?: () => void;
};

export const FileCard = (props: FileCardProps): JSX.Element => {
  const picture = createPicture(() => props.file);
  return (
    <li class="file-card">
      <Show
        when={picture()}
        fallback={
          <span class="icon-square">
            <Icon name={props.file.type.startsWith('image/') ? 'image' : 'file'} />
          </span>
        }
      >
        {(source) => <img class="file-picture" src={source()} alt="" />}
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
const createPicture = (file: () => FileManifest) => {
  const { store } = useSignedIn();
  const [source] = createResource(
    () => (file().type.startsWith('image/') && file().type !== 'image/heic' ? file().id : null),
    async (id) => {
      const blob = await readFileBlob(store, id);
      return blob ? URL.createObjectURL(blob) : null;
    },
  );
  onCleanup(() => {
    const shown = source.latest;
    if (shown) URL.revokeObjectURL(shown);
  });
  // `latest` on purpose: a card never makes the screen around it wait for its picture.
  return () => source.latest;
};
