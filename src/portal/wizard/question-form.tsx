/** One question: its heading has the focus, its input is native, and its error stands beside it in words. */
import { createEffect, createMemo, createSignal, createUniqueId, on, Show, untrack, type JSX } from 'solid-js';
import { answerProblem, isLeftOut, type AnswerProblem } from '../../domain/accept-answer.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import { t } from '../../i18n/translate.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { createFilesBeingKept } from '../../ticket-parts/files-being-kept.ts';
import { localDay } from '../local-day.ts';
import { AnswerInput } from './answer-input.tsx';
import { problemWords } from './problem-words.ts';
import { isSameAnswer } from './same-answer.ts';

type QuestionFormProps = {
  readonly draftId: ActionId;
  readonly service: string;
  readonly question: Question;
  /** What was given here or, once it was read back, what is on the disk. */
  readonly answer: AnswerValue | undefined;
  /** The review sent the person here, because this answer is what is missing. */
  readonly isLastOpen: boolean;
  readonly onChange: (value: AnswerValue) => void;
  /** The field was left: what was typed is written now. */
  readonly onLeave: () => void;
  readonly onContinue: (value: AnswerValue) => void;
  readonly onBack: () => void;
};

export const QuestionForm = (props: QuestionFormProps): JSX.Element => {
  const id = createUniqueId();
  const stored = createMemo(() => props.answer, undefined, { equals: isSameAnswer });
  const [value, setValue] = createSignal(untrack(stored));
  const [isTyping, setTyping] = createSignal(false);
  const wasLastOpen = untrack(() => props.isLastOpen);
  const [problem, setProblem] = createSignal(wasLastOpen ? untrack(() => storedProblem(props.question, stored())) : null);
  const keeping = createFilesBeingKept();
  let form!: HTMLFormElement;
  // What another tab wrote is shown, but never under the cursor of somebody who is typing.
  createEffect(() => {
    const found = stored();
    if (!isTyping()) setValue(() => found);
  });
  createEffect(on(stored, () => setProblem(null), { defer: true }));

  const goOn = (given: AnswerValue): void => {
    const found = problemOf(props.question, given);
    setProblem(found);
    if (found) fieldOf(form)?.focus();
    else props.onContinue(given);
  };
  const submit = async (): Promise<void> => {
    // What was chosen belongs to the answer, also when Continue was quicker than the disk.
    await keeping.settled();
    goOn(props.question.kind === 'information' ? true : (value() ?? null));
  };
  return (
    <form
      ref={form}
      class="stack-wide"
      novalidate
      onFocusIn={(event) => setTyping(event.target.matches(typedInto))}
      onFocusOut={() => {
        setTyping(false);
        props.onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void submit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Show when={wasLastOpen}>
        <p class="card tinted" role="status">
          {t('wizard.unfinished')}
        </p>
      </Show>
      <QuestionHead id={id} question={props.question} service={props.service} />
      <AnswerInput
        id={id}
        draftId={props.draftId}
        question={props.question}
        value={value()}
        hasProblem={problem() !== null}
        keeping={keeping}
        onChange={(next) => {
          setProblem(null);
          setValue(() => next);
          props.onChange(next);
          // What is chosen rather than typed is complete: it does not wait for a next key.
          if (!isTyping()) props.onLeave();
        }}
      />
      <FieldError id={`${id}-error`} error={problemText(problem(), props.question)} />
      <QuestionActions
        question={props.question}
        canSkip={isOptional(props.question) && (isLeftOut(value()) || problem() !== null)}
        onSkip={() => goOn(null)}
        onBack={() => props.onBack()}
      />
    </form>
  );
};

const typedInto = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])';

const problemOf = (question: Question, value: AnswerValue | undefined): AnswerProblem | null => answerProblem(question, value, localDay(Date.now()));

/** What was never answered is not wrong yet. */
const storedProblem = (question: Question, value: AnswerValue | undefined): AnswerProblem | null => (value === undefined ? null : problemOf(question, value));

const problemText = (problem: AnswerProblem | null, question: Question): string | null => problem && problemWords(problem, question);

const fieldOf = (form: HTMLFormElement): HTMLElement | null => form.querySelector<HTMLElement>('input:checked') ?? form.querySelector('input, textarea');

const isOptional = (question: Question): boolean => question.kind !== 'information' && question.optional === true;

const QuestionHead = (props: { readonly id: string; readonly question: Question; readonly service: string }): JSX.Element => (
  <div>
    <PageTitle
      id={`${props.id}-label`}
      documentTitle={`${props.question.label} · ${props.service}`}
      beside={
        <Show when={isOptional(props.question)}>
          <span class="optional">({t('wizard.optional')})</span>
        </Show>
      }
    >
      {props.question.label}
    </PageTitle>
    <Show when={props.question.help}>
      <p class="soft question-help" id={`${props.id}-help`}>
        {props.question.help}
      </p>
    </Show>
  </div>
);

type QuestionActionsProps = { readonly question: Question; readonly canSkip: boolean; readonly onSkip: () => void; readonly onBack: () => void };

const QuestionActions = (props: QuestionActionsProps): JSX.Element => (
  <div class="row between wizard-actions">
    <button type="button" class="button quiet" onClick={() => props.onBack()}>
      {t('wizard.back')}
    </button>
    <div class="row">
      <Show when={props.canSkip}>
        <button type="button" class="button quiet" onClick={() => props.onSkip()}>
          {t('wizard.skip')}
        </button>
      </Show>
      <button type="submit" class="button primary">
        {props.question.kind === 'information' ? t('wizard.read') : t('wizard.continue')}
      </button>
    </div>
  </div>
);
