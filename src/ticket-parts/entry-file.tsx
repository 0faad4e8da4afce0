import { createSignal, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { EntryBody, FileManifest } from '../domain/ticket.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { readFileBlob } from '../store/observe/files.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { saveAsFile } from '../ui/save-as-file.ts';
import { FileCard, isPicture } from './file-card.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import './files.css';

type FileBody = Extract<EntryBody, { kind: 'file' }>;

/** A file on a ticket: where its bytes are, and a way to look at it or to save it. */
export const EntryFile = (props: { readonly body: FileBody; readonly item: TimelineEntry }): JSX.Element => {
  const { store, download } = useSignedIn();
  const [state, setState] = createSignal<'idle' | 'fetching' | 'missing'>('idle');
  const [picture, setPicture] = createSignal<Blob | null>(null);
  const file = (): FileManifest => props.body.file;
  const open = async (): Promise<void> => {
    if (state() === 'fetching') return;
    setState('fetching');
    announce(t('file.fetching', { name: file().name }));
    const blob = await fetchBlob();
    setState(blob ? 'idle' : 'missing');
    if (blob && isPicture(file())) setPicture(blob);
    else if (blob) saveAsFile(file().name, blob);
  };
  /** From this device, else from the desk; null when neither has it within reach. */
  const fetchBlob = async (): Promise<Blob | null> => {
    const here = await readFileBlob(store, file().id);
    return here ?? download(file()).catch(() => null);
  };
  return (
    <>
      <ul role="list">
        <FileCard
          file={file()}
          words={state() === 'fetching' ? t('file.fetching', { name: '' }).trim() : stateWords(props.body, props.item)}
          {...(props.body.arrived || props.item.file
            ? {
                open: {
                  label: t(isPicture(file()) ? 'file.show' : 'file.open', { name: file().name }),
                  icon: isPicture(file()) ? 'eye' : 'download',
                  run: () => void open(),
                },
              }
            : {})}
        />
      </ul>
      <FieldError id={`${file().id}-missing`} error={state() === 'missing' ? t('file.notHere', { name: file().name }) : null} />
      <Show when={picture()}>
        {(blob) => <PictureDialog blob={blob()} name={file().name} onSave={() => saveAsFile(file().name, blob())} onClose={() => setPicture(null)} />}
      </Show>
    </>
  );
};

const stateWords = (body: FileBody, item: TimelineEntry): string => {
  if (body.arrived) return '';
  if (item.file?.state === 'held') return t('file.damaged');
  if (!item.file) return t('file.onItsWay');
  if (item.file.sentBytes === 0) return t('file.waiting');
  return t('file.progress', { sent: formatBytes(item.file.sentBytes), size: formatBytes(body.file.sizeBytes) });
};
