import { For, type JSX } from 'solid-js';
import type { AnswerInputProps } from './answer-input.tsx';

/** Something to read before going on. */
export const Information = (props: AnswerInputProps<'information'>): JSX.Element => (
  <div class="card tinted information">
    <For each={props.question.text.split(/\n\s*\n/)}>{(paragraph) => <p>{paragraph}</p>}</For>
  </div>
);
