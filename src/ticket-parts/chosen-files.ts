import { createEffect, createRoot, createSignal, type Accessor } from 'solid-js';
import type { ChosenFile, FileProblem } from '../actions/keep-file.ts';
import { useSignedIn } from '../app-context.ts';
import { fileFault } from '../domain/accept-file.ts';
import type { ActionId } from '../domain/ids.ts';
import { no, ok, type Result } from '../domain/result.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { formatBytes } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { readFileBlob } from '../store/observe/files.ts';
import { announce } from '../ui/announcer.tsx';
import { toast } from '../ui/toasts.tsx';
import { shrinkImage, worthShrinking } from './shrink-image.ts';
import { typeOfFile } from './type-of-file.ts';

export type FilePlace = {
  readonly files: () => readonly FileManifest[];
  readonly maxFiles: () => number;
  readonly keep: (file: ChosenFile) => Promise<Result<FileManifest, FileProblem>>;
  readonly remove: (file: FileManifest) => Promise<void>;
};

export type ChosenFiles = {
  /** Resolves when what can be kept is on the disk and among the files shown. */
  readonly add: (chosen: readonly File[]) => Promise<void>;
  readonly remove: (file: FileManifest) => Promise<void>;
  /** Name of the file that is being read. */
  readonly adding: Accessor<string | null>;
  readonly problem: Accessor<string | null>;
  /** Smaller copies of pictures that are still chosen. */
  readonly smaller: Accessor<readonly SmallerCopy[]>;
  readonly takeSmaller: () => Promise<void>;
};

export type SmallerCopy = { readonly original: FileManifest; readonly copy: ChosenFile };

/** Keeps what is chosen on the device, one by one; says what cannot be kept; takes back what was removed. */
export const createChosenFiles = (place: FilePlace): ChosenFiles => {
  const { capabilities, store } = useSignedIn();
  const [adding, setAdding] = createSignal<string | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [copies, setCopies] = createSignal<ReadonlyMap<ActionId, ChosenFile>>(new Map());

  const problemWords = (name: string, kind: FileProblem['kind'] | 'unreadable'): string =>
    t(`file.problem.${kind}`, { name, size: formatBytes(capabilities.files.maxBytes) });

  const addOne = async (file: File): Promise<string | null> => {
    const words = (kind: FileProblem['kind'] | 'unreadable'): string => problemWords(file.name, kind);
    // Judged before it is read: a film of gigabytes would never fit into memory.
    const fault = fileFault({ sizeBytes: file.size, type: typeOfFile(file) }, capabilities.files);
    if (fault) return words(fault);
    const read = await readBytes(file);
    if (!read.ok) return words('unreadable');
    const kept = await place.keep({ name: file.name, type: typeOfFile(file), bytes: read.value }).catch(couldNotWrite);
    if (!kept.ok) return words(kept.problem.kind);
    await untilShown(place, kept.value.id);
    announce(`${file.name}, ${formatBytes(file.size)}`);
    const copy = worthShrinking(file) ? await shrinkImage(file) : null;
    if (copy) setCopies((before) => new Map(before).set(kept.value.id, copy));
    return null;
  };

  const add = async (chosen: readonly File[]): Promise<void> => {
    const problems: string[] = [];
    setProblem(null);
    for (const file of chosen) {
      // What is not taken leaves its place to the next one.
      if (place.files().length >= place.maxFiles()) {
        problems.push(t('file.problem.too-many', { count: place.maxFiles() }));
        break;
      }
      setAdding(file.name);
      const found = await addOne(file);
      if (found) problems.push(found);
    }
    setAdding(null);
    setProblem(problems.length > 0 ? problems.join('\n') : null);
  };

  const remove = async (file: FileManifest): Promise<void> => {
    const blob = await readFileBlob(store, file.id);
    await place.remove(file);
    setProblem(null);
    const undo = blob && { label: t('home.undo'), run: () => void blob.arrayBuffer().then((bytes) => place.keep({ name: file.name, type: file.type, bytes })) };
    toast(t('file.removed', { name: file.name }), undo);
  };

  const smaller = (): readonly SmallerCopy[] =>
    place.files().flatMap((original) => {
      const copy = copies().get(original.id);
      return copy ? [{ original, copy }] : [];
    });

  const takeSmaller = async (): Promise<void> => {
    const taken = smaller();
    setCopies(new Map());
    for (const { original, copy } of taken) {
      const kept = await place.keep(copy).catch(couldNotWrite);
      if (!kept.ok) {
        setProblem(problemWords(copy.name, kept.problem.kind));
        return;
      }
      await place.remove(original);
    }
    announce(t('file.shrunk', { count: taken.length, name: taken[0]?.copy.name ?? '', after: formatBytes(sizeOf(taken).after) }));
  };

  return { add, remove, adding, problem, smaller, takeSmaller };
};

export const sizeOf = (copies: readonly SmallerCopy[]): { readonly before: number; readonly after: number } => ({
  before: copies.reduce((sum, { original }) => sum + original.sizeBytes, 0),
  after: copies.reduce((sum, { copy }) => sum + copy.bytes.byteLength, 0),
});

/** What was written comes back by the live read, soon; not at all where another tab removed it at once. */
const untilShown = (place: FilePlace, id: ActionId): Promise<void> =>
  new Promise((resolve) => {
    createRoot((dispose) => {
      const done = (): void => {
        clearTimeout(timer);
        dispose();
        resolve();
      };
      const timer = setTimeout(done, longestReadBackMs);
      createEffect(() => place.files().some((file) => file.id === id) && done());
    });
  });

const longestReadBackMs = 2_000;

/** It may be gone by now, or lie in a cloud that does not answer. */
const readBytes = (file: File): Promise<Result<ArrayBuffer, 'unreadable'>> => file.arrayBuffer().then(ok, () => no('unreadable'));

/** The device could not write it: nothing half is kept, and the person hears why beside it. */
const couldNotWrite = (): Result<FileManifest, FileProblem> => no({ kind: 'no-room' });
