import { createEffect, createMemo, createSignal, on, untrack, type Accessor } from 'solid-js';
import { answerQuestion } from '../../actions/answer-question.ts';
import { useSignedIn } from '../../app-context.ts';
import type { QuestionId } from '../../domain/ids.ts';
import type { Answers, AnswerValue } from '../../domain/question-flow.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { createSaveAsTyped, type SaveAsTyped } from '../../ui/save-as-typed.ts';
import { isSameAnswer } from './same-answer.ts';

export type DraftAnswers = {
  readonly answers: Accessor<Answers>;
  readonly give: (questionId: QuestionId, value: AnswerValue) => void;
} & Pick<SaveAsTyped<QuestionId, AnswerValue>, 'flush' | 'state'>;

/** The answers as this tab knows them: what is on the disk, and over it what was given here and is not read back yet. */
export const createDraftAnswers = (draft: Accessor<DraftRow>): DraftAnswers => {
  const { actions } = useSignedIn();
  const draftId = untrack(draft).id;
  const [given, setGiven] = createSignal<Answers>({});
  const { change, flush, state } = createSaveAsTyped<QuestionId, AnswerValue>((questionId, value) => answerQuestion(actions, draftId, questionId, value));
  // From then on the disk rules: another tab may write the same question next.
  createEffect(
    on(
      () => draft().answers,
      (stored) => setGiven((before) => answersThat(before, (questionId, value) => !isSameAnswer(stored[questionId], value))),
    ),
  );
  const answers = createMemo(() => ({ ...draft().answers, ...given() }));
  return {
    answers,
    give: (questionId, value) => {
      setGiven((before) => ({ ...before, [questionId]: value }));
      change(questionId, value);
    },
    flush,
    state,
  };
};

const answersThat = (answers: Answers, keep: (questionId: QuestionId, value: AnswerValue) => boolean): Answers =>
  Object.fromEntries((Object.entries(answers) as [QuestionId, AnswerValue][]).filter(([questionId, value]) => keep(questionId, value)));
