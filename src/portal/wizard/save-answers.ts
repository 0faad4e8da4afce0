/** Saves answers 300 ms after the last key, and at once when the person goes on, leaves the field, or hides the page. */
import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { QuestionId } from '../../domain/ids.ts';
import type { AnswerValue } from '../../domain/question-flow.ts';
import { markTyping } from '../../ui/typing-guard.ts';

export type AnswerSaver = {
  readonly change: (questionId: QuestionId, value: AnswerValue) => void;
  /** Writes what is not written yet; false when that did not work, and the text is still only on the page. */
  readonly flush: () => Promise<boolean>;
  readonly state: Accessor<'saved' | 'saving' | 'not-saved'>;
};

const restMs = 300;

export const createAnswerSaver = (save: (questionId: QuestionId, value: AnswerValue) => Promise<boolean>): AnswerSaver => {
  const place = {};
  const unsaved = new Map<QuestionId, AnswerValue>();
  const [state, setState] = createSignal<'saved' | 'saving' | 'not-saved'>('saved');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<boolean> = Promise.resolve(true);

  const write = async (): Promise<boolean> => {
    for (const [questionId, value] of [...unsaved]) {
      try {
        await save(questionId, value);
      } catch (fault) {
        reportError(fault);
        setState('not-saved');
        return false;
      }
      // Typed on meanwhile: that is written by the next turn.
      if (unsaved.get(questionId) === value) unsaved.delete(questionId);
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
  document.addEventListener('visibilitychange', flushWhenHidden);
  addEventListener('pagehide', flush);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', flushWhenHidden);
    removeEventListener('pagehide', flush);
  });

  return {
    change: (questionId, value) => {
      unsaved.set(questionId, value);
      markTyping(place, true);
      setState('saving');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), restMs);
    },
    flush,
    state,
  };
};
