/** Choosing files and seeing what was chosen: for an answer, and for a reply. */
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import type { ChosenFile, FileProblem } from '../actions/keep-file.ts';
import { useSignedIn } from '../app-context.ts';
import { no, type Result } from '../domain/result.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { formatBytes, t } from '../i18n/translate.ts';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyedFor } from '../ui/keyed-for.tsx';
import { FileCard } from './file-card.tsx';
import { shrinkImage, worthShrinking } from './shrink-image.ts';
import './files.css';

type FilePickerProps = {
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly files: readonly FileManifest[];
  readonly maxFiles: number;
  readonly compact?: boolean;
  readonly onKeep: (file: ChosenFile) => Promise<Result<FileManifest, FileProblem>>;
  readonly onRemove: (file: FileManifest) => Promise<void>;
};

export const FilePicker = (props: FilePickerProps): JSX.Element => {
  const { capabilities } = useSignedIn();
  const [adding, setAdding] = createSignal<string | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [smaller, setSmaller] = createSignal<{ readonly original: FileManifest; readonly copy: ChosenFile } | null>(null);
  const problemId = createUniqueId();
  let input!: HTMLInputElement;

  const add = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null);
    const before = props.files.length;
    for (const [index, file] of chosen.entries()) {
      if (before + index >= props.maxFiles) return void setProblem(t('file.problem.too-many', { count: props.maxFiles }));
      setAdding(file.name);
      const bytes = await file.arrayBuffer();
      const kept = await props.onKeep({ name: file.name, type: file.type || typeByName(file.name), bytes }).catch(diskIsFull);
      setAdding(null);
      if (!kept.ok) return void setProblem(t(`file.problem.${kept.problem.kind}`, { name: file.name, size: formatBytes(capabilities.files.maxBytes) }));
      announce(`${file.name}, ${formatBytes(file.size)}`);
      if (worthShrinking(file)) await offerSmaller(file, kept.value);
    }
  };

  const offerSmaller = async (file: File, original: FileManifest): Promise<void> => {
    const copy = await shrinkImage(file);
    if (copy) setSmaller({ original, copy });
  };

  const takeSmaller = async (): Promise<void> => {
    const offer = smaller();
    if (!offer) return;
    setSmaller(null);
    await props.onRemove(offer.original);
    const kept = await props.onKeep(offer.copy);
    if (kept.ok) announce(t('file.shrunk', { name: kept.value.name, after: formatBytes(kept.value.sizeBytes) }));
  };

  const remove = async (file: FileManifest): Promise<void> => {
    if (smaller()?.original.id === file.id) setSmaller(null);
    await props.onRemove(file);
    announce(t('file.removed', { name: file.name }));
    input.focus();
  };

  return (
    <div
      class="stack"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <ul role="list" class="file-list">
        <KeyedFor each={props.files} by={(file) => file.id}>
          {(file) => <FileCard file={file()} onRemove={() => void remove(file())} />}
        </KeyedFor>
      </ul>
      <Show when={smaller()}>
        {(offer) => (
          <button type="button" class="button" onClick={() => void takeSmaller()}>
            <Icon name="image" />
            {t('file.shrink', { before: formatBytes(offer().original.sizeBytes), after: formatBytes(offer().copy.bytes.byteLength) })}
          </button>
        )}
      </Show>
      <label class={props.compact ? 'button quiet file-button' : 'file-drop'}>
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          multiple
          accept={capabilities.files.types.join(',')}
          aria-labelledby={props.labelledBy}
          aria-describedby={props.describedBy}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Icon name="paperclip" />
        <span>
          {adding() === null ? t('file.choose') : t('file.adding', { name: adding() ?? '' })}
          <Show when={!props.compact}>
            <small>
              {' '}
              {t('file.drop')}
              <br />
              {t('file.limits', { count: props.maxFiles, size: formatBytes(capabilities.files.maxBytes) })}
            </small>
          </Show>
        </span>
      </label>
      <FieldError id={problemId} error={problem()} />
    </div>
  );
};

/** The device could not write it: nothing half is kept, and the person hears why. */
const diskIsFull = (fault: unknown): Result<FileManifest, FileProblem> => {
  reportError(fault);
  return no({ kind: 'no-room' });
};

/** Some systems name no type for these; their ending is all there is. */
const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  pdf: 'application/pdf',
  zip: 'application/zip',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  eml: 'message/rfc822',
};

const typeByName = (name: string): string => typesByEnding[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
