/** A draft on its way through its questions. Which question stands is part of the address, so the browser's back works. */
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, Match, onCleanup, onMount, Show, Switch, type JSX } from 'solid-js';
import { answerQuestion, moveDraftTo } from '../../actions/answer-question.ts';
import { useSignedIn } from '../../app-context.ts';
import { answerProblem, type AnswerProblem } from '../../domain/accept-answer.ts';
import type { ActionId, QuestionId } from '../../domain/ids.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import { expectedQuestionCount, outcomeAfter, questionBefore, walkFlow, type Outcome, type Walk } from '../../domain/walk-flow.ts';
import { t } from '../../i18n/translate.ts';
import type { DraftRow, FileRow } from '../../store/outbox-db.ts';
import { Icon } from '../../ui/icon.tsx';
import { localDay } from '../local-day.ts';
import { CarryOver } from './carry-over.tsx';
import { createAnswerSaver } from './save-answers.ts';
import { QuestionForm } from './question-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { SuggestedArticles } from './service-page.tsx';
import '../../ui/bar.css';

type DraftWizardProps = { readonly draft: DraftRow; readonly filesById: ReadonlyMap<ActionId, FileRow>; readonly step: string | null };

export const DraftWizard = (props: DraftWizardProps): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const [problem, setProblem] = createSignal<AnswerProblem | null>(null);
  const saver = createAnswerSaver((questionId, value) => answerQuestion(actions, props.draft.id, questionId, value));
  onCleanup(() => void saver.flush());
  const today = (): string => localDay(Date.now());
  const walk = createMemo(() => walkFlow(props.draft.flow, props.draft.answers, today()));
  const current = createMemo(() => currentStep(walk(), props.step ?? props.draft.at));
  // Coming back to a draft shows where it was left, under an address of its own.
  onMount(() => {
    if (props.step === null) navigate(addressOf(props.draft.id, current()), { replace: true });
  });

  const goTo = async (outcome: Outcome, replace = false): Promise<void> => {
    const at = outcome.kind === 'question' ? outcome.question.id : 'review';
    setProblem(null);
    await moveDraftTo(actions, props.draft.id, at);
    navigate(`/drafts/${props.draft.id}/${at}`, { replace });
  };

  const goOn = async (question: Question, value: AnswerValue): Promise<void> => {
    const found = answerProblem(question, value, today());
    setProblem(found);
    if (found) return;
    saver.change(question.id, value);
    if (!(await saver.flush())) return;
    // Walked with the answer just given: the draft on the screen follows a moment later.
    const next = walkFlow(props.draft.flow, { ...props.draft.answers, [question.id]: value }, today());
    await goTo(isEditing(props.draft) && next.outcome.kind === 'review' ? next.outcome : outcomeAfter(next, question.id));
  };

  const goBack = async (from: QuestionId | 'review'): Promise<void> => {
    await saver.flush();
    const before = questionBefore(walk(), from);
    if (before) await goTo({ kind: 'question', question: before });
    else navigate(`/services/${props.draft.service.id}`);
  };

  return (
    <div class="stack-wide">
      <WizardHead draft={props.draft} walk={walk()} current={current()} saving={saver.state()} />
      <CarryOver draft={props.draft} />
      <Switch>
        <Match when={questionOf(current())} keyed>
          {(question) => (
            <QuestionForm
              draftId={props.draft.id}
              question={question}
              answer={props.draft.answers[question.id]}
              filesById={props.filesById}
              problem={problem()}
              onChange={(value) => {
                setProblem(null);
                saver.change(question.id, value);
              }}
              onLeave={() => void saver.flush()}
              onContinue={(value) => void goOn(question, value)}
              onBack={() => void goBack(question.id)}
            />
          )}
        </Match>
        <Match when={current().kind === 'review'}>
          <ReviewForm
            draft={props.draft}
            walk={walk()}
            onEdit={(question) => {
              setEditing(props.draft, true);
              void goTo({ kind: 'question', question });
            }}
            onBack={() => void goBack('review')}
            onUnfinished={(outcome) => void goTo(outcome)}
          />
        </Match>
      </Switch>
      <Show when={current().kind === 'question'}>
        <SuggestedArticles articleIds={props.draft.service.articleIds} />
      </Show>
    </div>
  );
};

const WizardHead = (props: { readonly draft: DraftRow; readonly walk: Walk; readonly current: Outcome; readonly saving: 'saved' | 'saving' | 'not-saved' }): JSX.Element => {
  const position = (): number => positionOf(props.walk, props.current);
  const count = (): number => expectedQuestionCount(props.draft.flow, props.walk);
  return (
    <div class="stack">
      <div class="row between">
        <small>
          {props.draft.service.title} · {props.current.kind === 'review' ? t('wizard.reviewProgress') : t('wizard.progress', { at: position(), of: count() })}
        </small>
        <small class={props.saving === 'not-saved' ? 'not-saved' : ''} aria-live={props.saving === 'not-saved' ? 'assertive' : 'off'}>
          {t(savingKeys[props.saving])}
        </small>
      </div>
      <progress class="bar" max={count() + 1} value={props.current.kind === 'review' ? count() + 1 : position()} aria-label={t('wizard.progress', { at: position(), of: count() })} />
      <Show when={props.saving === 'not-saved'}>
        <p class="field-error">
          <Icon name="alert" />
          {t('wizard.notSaved')}
        </p>
      </Show>
    </div>
  );
};

const savingKeys = { saved: 'wizard.saved', saving: 'wizard.saving', 'not-saved': 'wizard.saving' } as const;

const positionOf = (walk: Walk, current: Outcome): number =>
  current.kind === 'question' ? walk.questions.findIndex((question) => question.id === current.question.id) + 1 : walk.questions.length;

/** The step that was asked for, when these answers reach it; else the first open question, or the review. */
const currentStep = (walk: Walk, asked: string | null): Outcome => {
  const question = walk.questions.find((candidate) => candidate.id === asked);
  if (question) return { kind: 'question', question };
  return walk.outcome;
};

const questionOf = (outcome: Outcome): Question | null => (outcome.kind === 'question' ? outcome.question : null);

const addressOf = (draftId: ActionId, outcome: Outcome): string => `/drafts/${draftId}/${outcome.kind === 'question' ? outcome.question.id : 'review'}`;

/** Drafts whose person came from the review to change one answer: they go back there, not through everything again. */
const editing = new Set<ActionId>();
const isEditing = (draft: DraftRow): boolean => editing.has(draft.id);
const setEditing = (draft: DraftRow, is: boolean): void => {
  if (is) editing.add(draft.id);
  else editing.delete(draft.id);
};
