/** A draft on its way through its questions. Which one stands is part of the address, so the browser's back and forward work. */
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { moveDraftTo } from '../../actions/answer-question.ts';
import { useSignedIn } from '../../app-context.ts';
import type { ActionId, QuestionId } from '../../domain/ids.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import { outcomeAfter, questionBefore, walkFlow, type Outcome } from '../../domain/walk-flow.ts';
import { isOpenQuestion, stepAt, stepIdOf } from '../../domain/walk-position.ts';
import { t } from '../../i18n/translate.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { localDay } from '../local-day.ts';
import { createDraftAnswers } from './draft-answers.ts';
import { positionOf } from '../../domain/walk-position.ts';
import { QuestionForm } from './question-form.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { ReviewForm } from './review-form.tsx';
import { SuggestedArticles } from './suggested-articles.tsx';
import { UnknownService } from './unknown-service.tsx';
import { WizardHead } from './wizard-head.tsx';

type DraftWizardProps = { readonly draft: DraftRow; readonly step: QuestionId | 'review' | null; readonly onSending: () => void };

export const DraftWizard = (props: DraftWizardProps): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ from: string }>();
  const draftId = untrack(() => props.draft.id);
  const today = (): string => localDay(Date.now());
  // A draft is read anew at every key; its questions are the same ones, and their form has to stand still.
  const flow = createMemo(() => props.draft.flow, undefined, { equals: (one, other) => one.id === other.id && one.version === other.version });
  const { answers, give, flush, state } = createDraftAnswers(() => props.draft);
  const walk = createMemo(() => walkFlow(flow(), answers(), today()));
  const step = createMemo(() => stepAt(walk(), props.step ?? props.draft.at), undefined, { equals: isSameStep });
  const isFirstQuestion = (): boolean => step().kind === 'question' && positionOf(walk(), step()) === 1;
  const isFromReview = (): boolean => search.from === 'review';

  // The address says what is shown, also where these answers do not lead to what it asked for.
  createEffect(() => {
    if (props.step === stepIdOf(step())) return;
    navigate(addressOf(draftId, step(), props.step === 'review' || untrack(isFromReview)), { replace: true });
  });
  // Whichever way the person came here, this is where they find it again.
  createEffect(() => {
    const at = stepIdOf(step());
    // Not to know where it was costs a step. That the device keeps nothing is said where there is something to lose.
    if (untrack(() => props.draft.at) !== at) void moveDraftTo(actions, draftId, at).catch(() => false);
  });

  const goOn = async (question: Question, value: AnswerValue): Promise<void> => {
    if (value !== answers()[question.id]) give(question.id, value);
    if (!(await flush())) return;
    if (isFromReview()) navigate(addressOf(draftId, walk().outcome, walk().outcome.kind === 'question'));
    else navigate(addressOf(draftId, outcomeAfter(walk(), question.id), false));
  };

  const goBack = async (from: QuestionId | 'review'): Promise<void> => {
    await flush();
    const before = questionBefore(walk(), from);
    if (from !== 'review' && isFromReview()) navigate(addressOf(draftId, walk().outcome, walk().outcome.kind === 'question'));
    else navigate(before ? addressOf(draftId, { kind: 'question', question: before }, false) : `/services/${props.draft.service.id}`);
  };

  return (
    <div class="stack-wide">
      <WizardHead service={props.draft.service.title} flow={flow()} walk={walk()} step={step()} saving={state()} />
      <RefusedNotice draft={props.draft} />
      <Switch>
        <Match when={questionOf(step())} keyed>
          {(question) => (
            <QuestionForm
              draftId={draftId}
              service={props.draft.service.title}
              question={question}
              answer={answers()[question.id]}
              isLastOpen={isFromReview() && isOpenQuestion(untrack(walk), { kind: 'question', question })}
              onChange={(value) => give(question.id, value)}
              onLeave={() => void flush()}
              onContinue={(value) => void goOn(question, value)}
              onBack={() => void goBack(question.id)}
            />
          )}
        </Match>
        <Match when={step().kind === 'review'}>
          <ReviewForm
            draftId={draftId}
            service={props.draft.service.title}
            walk={walk()}
            onEdit={(question) => navigate(addressOf(draftId, { kind: 'question', question }, true))}
            onBack={() => void goBack('review')}
            onSending={props.onSending}
            onUnfinished={(outcome) => navigate(addressOf(draftId, outcome, true))}
          />
        </Match>
        <Match when={step().kind === 'error'}>
          <UnknownService title={t('wizard.broken')} words={t('wizard.brokenWords')} />
        </Match>
      </Switch>
      <Show when={isFirstQuestion()}>
        <SuggestedArticles articleIds={props.draft.service.articleIds} />
      </Show>
    </div>
  );
};

const isSameStep = (one: Outcome, other: Outcome): boolean => one.kind === other.kind && questionOf(one) === questionOf(other);

const questionOf = (step: Outcome): Question | null => (step.kind === 'question' ? step.question : null);

/** Whoever came from the review goes back there, not through everything again. */
const addressOf = (draftId: ActionId, step: Outcome, isFromReview: boolean): string =>
  `/drafts/${draftId}/${stepIdOf(step)}${isFromReview && step.kind === 'question' ? '?from=review' : ''}`;
