import { Show, type JSX } from 'solid-js';
import { defaultMaxLength } from '../../domain/accept-answer.ts';
import type { AnswerValue } from '../../domain/question-flow.ts';
import { t } from '../../i18n/translate.ts';
import type { AnswerInputProps } from './answer-input.tsx';
import { inputNames } from './input-names.ts';

// Neither has a `maxlength`: it would cut off what is pasted, without a word.

export const ShortText = (props: AnswerInputProps<'short-text'>): JSX.Element => (
  <div class="field">
    <input
      {...inputNames(props)}
      class="input"
      type="text"
      dir="auto"
      value={textOf(props.value)}
      placeholder={props.question.placeholder}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
    <CharactersLeft left={charactersLeft(props)} from={20} isSaid={props.hasProblem} />
  </div>
);

export const LongText = (props: AnswerInputProps<'long-text'>): JSX.Element => (
  <div class="field">
    <textarea
      {...inputNames(props)}
      class="input"
      rows={5}
      dir="auto"
      value={textOf(props.value)}
      placeholder={props.question.placeholder}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
    <CharactersLeft left={charactersLeft(props)} from={200} isSaid={props.hasProblem} />
  </div>
);

/** Said from so near the end on, unless what is wrong stands below already. */
const CharactersLeft = (props: { readonly left: number; readonly from: number; readonly isSaid: boolean }): JSX.Element => (
  <Show when={props.left <= props.from && !props.isSaid}>
    <small class={props.left < 0 ? 'too-long' : ''}>{props.left < 0 ? t('text.tooLong', { count: -props.left }) : t('text.left', { count: props.left })}</small>
  </Show>
);

const charactersLeft = ({ question, value }: AnswerInputProps<'short-text'> | AnswerInputProps<'long-text'>): number =>
  (question.maxLength ?? defaultMaxLength[question.kind]) - textOf(value).length;

const textOf = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '');
