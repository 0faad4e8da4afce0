/** One question: its heading has the focus, its input is native, and its error stands beside it in words. */
import { createEffect, createSignal, createUniqueId, on, onMount, Show, type JSX } from 'solid-js';
import type { AnswerProblem } from '../../domain/accept-answer.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import { t } from '../../i18n/translate.ts';
import type { FileRow } from '../../store/outbox-db.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { AnswerInput } from './answer-input.tsx';
import { problemWords } from './problem-words.ts';

export type QuestionFormProps = {
  readonly draftId: ActionId;
  readonly question: Question;
  /** As it is on the disk. */
  readonly answer: AnswerValue | undefined;
  readonly filesById: ReadonlyMap<ActionId, FileRow>;
  readonly problem: AnswerProblem | null;
  readonly onChange: (value: AnswerValue) => void;
  /** The field was left: what was typed is written now. */
  readonly onLeave: () => void;
  readonly onContinue: (value: AnswerValue) => void;
  readonly onBack: () => void;
};

export const QuestionForm = (props: QuestionFormProps): JSX.Element => {
  const id = createUniqueId();
  const [value, setValue] = createSignal<AnswerValue | undefined>(props.answer);
  const [hasFocus, setFocus] = createSignal(false);
  let heading!: HTMLHeadingElement;
  let form!: HTMLFormElement;
  onMount(() => heading.focus({ preventScroll: true }));
  // Another tab wrote this answer: shown, but never under the cursor of somebody who is typing.
  createEffect(on(() => props.answer, (answer) => !hasFocus() && setValue(answer), { defer: true }));
  createEffect(on(() => props.problem, (problem) => problem && form.querySelector<HTMLElement>('input, textarea')?.focus(), { defer: true }));
  const change = (next: AnswerValue): void => {
    setValue(next);
    props.onChange(next);
  };
  const isOptional = (): boolean => props.question.kind !== 'information' && props.question.optional === true;
  return (
    <form
      ref={form}
      class="stack-wide"
      novalidate
      onFocusIn={() => setFocus(true)}
      onFocusOut={() => {
        setFocus(false);
        props.onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        props.onContinue(props.question.kind === 'information' ? true : (value() ?? null));
      }}
    >
      <div>
        <h1 ref={heading} id={`${id}-label`} tabIndex={-1}>
          {props.question.label}
          <Show when={isOptional()}>
            {' '}
            <span class="optional">({t('wizard.optional')})</span>
          </Show>
        </h1>
        <Show when={props.question.help}>
          <p class="soft question-help" id={`${id}-help`}>
            {props.question.help}
          </p>
        </Show>
      </div>
      <AnswerInput {...props} id={id} value={value()} onChange={change} />
      <FieldError id={`${id}-error`} error={props.problem && problemWords(props.problem, props.question)} />
      <div class="row between wizard-actions">
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t('wizard.back')}
        </button>
        <div class="row">
          <Show when={isOptional() && isEmpty(value())}>
            <button type="button" class="button quiet" onClick={() => props.onContinue(null)}>
              {t('wizard.skip')}
            </button>
          </Show>
          <button type="submit" class="button primary">
            {props.question.kind === 'information' ? t('wizard.read') : t('wizard.continue')}
          </button>
        </div>
      </div>
    </form>
  );
};

const isEmpty = (value: AnswerValue | undefined): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
