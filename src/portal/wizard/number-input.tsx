import { createEffect, createSignal, Show, untrack, type JSX } from 'solid-js';
import { readNumber } from '../../domain/read-number.ts';
import type { AnswerValue } from '../../domain/question-flow.ts';
import type { AnswerInputProps } from './answer-input.tsx';
import { inputNames } from './input-names.ts';

export const NumberInput = (props: AnswerInputProps<'number'>): JSX.Element => {
  // It stays as it was typed, 1,50 or 007: only another number from elsewhere replaces it.
  const [typed, setTyped] = createSignal(untrack(() => textOf(props.value)));
  createEffect(() => {
    const value = props.value;
    if (answerOf(untrack(typed)) !== value) setTyped(textOf(value));
  });
  return (
    <div class="row">
      <input
        {...inputNames(props)}
        class="input number-input"
        type="text"
        inputmode={props.question.whole ? 'numeric' : 'decimal'}
        autocomplete="off"
        value={typed()}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          props.onChange(answerOf(event.currentTarget.value));
        }}
      />
      <Show when={props.question.unit}>
        <span class="soft">{props.question.unit}</span>
      </Show>
    </div>
  );
};

/** What is no number is kept as text, so that it is not lost and the error stands beside it. */
const answerOf = (typed: string): number | string => readNumber(typed) ?? typed;

const textOf = (value: AnswerValue | undefined): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
