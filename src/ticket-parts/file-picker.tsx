/** Choosing files and seeing what was chosen: for an answer, and for a reply. */
import { createUniqueId, Show, type JSX } from 'solid-js';
import type { ChosenFile, FileProblem } from '../actions/keep-file.ts';
import { useSignedIn } from '../app-context.ts';
import type { Result } from '../domain/result.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { FieldError } from '../ui/field-error.tsx';
import { createFilesFromOutside } from '../ui/files-from-outside.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyedFor } from '../ui/keyed-for.tsx';
import { createChosenFiles, sizeOf, type SmallerCopy } from './chosen-files.ts';
import { FileCard } from './file-card.tsx';
import type { FilesBeingKept } from './files-being-kept.ts';
import './files.css';

type FilePickerProps = {
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly files: readonly FileManifest[];
  readonly maxFiles: number;
  readonly compact?: boolean;
  /** Told of what is being kept. */
  readonly keeping: FilesBeingKept;
  readonly onKeep: (file: ChosenFile) => Promise<Result<FileManifest, FileProblem>>;
  readonly onRemove: (file: FileManifest) => Promise<void>;
};

export const FilePicker = (props: FilePickerProps): JSX.Element => {
  const { capabilities } = useSignedIn();
  const id = createUniqueId();
  const chosen = createChosenFiles({
    files: () => props.files,
    maxFiles: () => props.maxFiles,
    keep: (file) => props.onKeep(file),
    remove: (file) => props.onRemove(file),
  });
  const add = (files: readonly File[]): void => props.keeping.track(chosen.add(files));
  const isOver = createFilesFromOutside(add);
  let input!: HTMLInputElement;
  return (
    <div class="stack">
      <Show when={props.files.length > 0}>
        <ul role="list" class="file-list">
          <KeyedFor each={props.files} by={(file) => file.id}>
            {(file) => <FileCard file={file()} onRemove={() => void chosen.remove(file()).then(() => input.focus())} />}
          </KeyedFor>
        </ul>
      </Show>
      <Show when={chosen.smaller().length > 0}>
        <button type="button" class="button" onClick={() => props.keeping.track(chosen.takeSmaller().then(() => input.focus()))}>
          <Icon name="image" />
          {smallerWords(chosen.smaller())}
        </button>
      </Show>
      <label class={`${props.compact ? 'button quiet file-button' : 'file-drop'} ${isOver() ? 'over' : ''}`}>
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          multiple={props.maxFiles > 1}
          accept={capabilities.files.types.join(',')}
          aria-labelledby={[props.labelledBy, `${id}-words`].filter(Boolean).join(' ')}
          aria-describedby={[props.describedBy, chosen.problem() && `${id}-problem`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => addFrom(event.currentTarget, add)}
        />
        <Icon name="paperclip" />
        <span id={`${id}-words`}>
          {chosen.adding() === null ? t('file.choose') : t('file.adding', { name: chosen.adding() ?? '' })}
          <Show when={!props.compact}>
            <small>
              <span class="where-to-drop">{t('file.drop')}</span>
              {t('file.limits', { count: props.maxFiles, size: formatBytes(capabilities.files.maxBytes) })}
            </small>
          </Show>
        </span>
      </label>
      <Show when={!props.compact}>
        <label class="button camera">
          <input class="visually-hidden" type="file" accept="image/*" capture="environment" onChange={(event) => addFrom(event.currentTarget, add)} />
          <Icon name="camera" />
          {t('file.photo')}
        </label>
      </Show>
      <FieldError id={`${id}-problem`} error={chosen.problem()} />
    </div>
  );
};

/** The same file can be chosen again after it was removed. */
const addFrom = (input: HTMLInputElement, add: (files: readonly File[]) => void): void => {
  const files = [...(input.files ?? [])];
  input.value = '';
  add(files);
};

const smallerWords = (copies: readonly SmallerCopy[]): string => {
  const { before, after } = sizeOf(copies);
  return t('file.shrink', { count: copies.length, name: copies[0]?.original.name ?? '', before: formatBytes(before), after: formatBytes(after) });
};
