/**
 * Saves what is typed 100 ms after the last key, at the latest 300 ms after the first one that is not saved yet, and at
 * once when its place is left or the page is hidden.
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js';
import { markTyping } from './typing-guard.ts';

export type SaveAsTyped<Key, Value> = {
  readonly change: (key: Key, value: Value) => void;
  /** Writes what is not written yet; false when that did not work, and the text is still only on the page. */
  readonly flush: () => Promise<boolean>;
  readonly state: Accessor<'saved' | 'saving' | 'not-saved'>;
};

const restMs = 100;
/** Whoever types on and on loses no more than this to a crash. */
const longestMs = 300;

export const createSaveAsTyped = <Key, Value>(save: (key: Key, value: Value) => Promise<unknown>): SaveAsTyped<Key, Value> => {
  const place = {};
  const unsaved = new Map<Key, Value>();
  const [state, setState] = createSignal<'saved' | 'saving' | 'not-saved'>('saved');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince = 0;
  let writing: Promise<boolean> = Promise.resolve(true);

  const write = async (): Promise<boolean> => {
    unsavedSince = performance.now();
    for (const [key, value] of unsaved) {
      try {
        await save(key, value);
      } catch {
        // Said where it was typed, by whoever shows the state: a fault of the page would ask for a reload, and lose it.
        setState('not-saved');
        return false;
      }
      // Typed on meanwhile: that is written by the next turn.
      if (unsaved.get(key) === value) unsaved.delete(key);
    }
    if (unsaved.size > 0) return write();
    markTyping(place, false);
    setState('saved');
    return true;
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    writing = writing.then(write);
    return writing;
  };

  const flushWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const flushWhenLeft = (): void => void flush();
  document.addEventListener('visibilitychange', flushWhenHidden);
  addEventListener('pagehide', flushWhenLeft);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', flushWhenHidden);
    removeEventListener('pagehide', flushWhenLeft);
    void flush();
  });

  return {
    change: (key, value) => {
      if (unsaved.size === 0) unsavedSince = performance.now();
      unsaved.set(key, value);
      markTyping(place, true);
      setState('saving');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), Math.min(restMs, Math.max(0, unsavedSince + longestMs - performance.now())));
    },
    flush,
    state,
  };
};
