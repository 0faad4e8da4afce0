/** The text of a box that is saved as it is typed, and follows what is put into it from elsewhere. */
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import { createSaveAsTyped } from '../ui/save-as-typed.ts';

export type TypedText = {
  readonly text: Accessor<string>;
  readonly state: Accessor<'saved' | 'saving' | 'not-saved'>;
  readonly change: (text: string) => void;
  /** Writes what is not written yet; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  /** The text was sent: the box is empty again. */
  readonly clear: () => void;
};

export const createTypedText = (stored: Accessor<string>, save: (text: string) => Promise<void>): TypedText => {
  const [text, setText] = createSignal(stored());
  // What was written from here comes back by the live read, later: that is no news, and must not undo the next letter.
  const echoes: string[] = [];
  const saver = createSaveAsTyped<'text', string>((_, typed) => {
    echoes.push(typed);
    return save(typed);
  });
  const news = createMemo(stored);
  createEffect(
    on(
      news,
      (words) => {
        const echo = echoes.indexOf(words);
        if (echo >= 0) echoes.splice(0, echo + 1);
        else if (saver.state() === 'saved') setText(words);
      },
      { defer: true },
    ),
  );
  return {
    text,
    state: saver.state,
    change: (typed) => {
      setText(typed);
      saver.change('text', typed);
    },
    flush: saver.flush,
    clear: () => {
      echoes.push('');
      setText('');
    },
  };
};
