import type { ActionId, QuestionId } from '../domain/ids.ts';
import type { AnswerValue } from '../domain/question-flow.ts';
import type { ActionDeps } from './action-deps.ts';

/**
 * Saves one answer as it is typed. Only this question is written: in two tabs the last writer per question wins.
 * False when the draft is gone, because it was sent or deleted meanwhile.
 */
export const answerQuestion = (deps: ActionDeps, draftId: ActionId, questionId: QuestionId, value: AnswerValue): Promise<boolean> =>
  changeDraft(deps, draftId, (draft) => ({ answers: { ...draft.answers, [questionId]: value } }));

/** Remembers the question the person stands at, so that they come back to it. */
export const moveDraftTo = (deps: ActionDeps, draftId: ActionId, at: QuestionId | 'review'): Promise<boolean> => changeDraft(deps, draftId, () => ({ at }));

const changeDraft = (
  deps: ActionDeps,
  draftId: ActionId,
  change: (draft: { readonly answers: Readonly<Record<QuestionId, AnswerValue>> }) => { answers?: Record<QuestionId, AnswerValue>; at?: QuestionId | 'review' },
): Promise<boolean> =>
  deps.store.outbox.transaction('rw', deps.store.outbox.drafts, async () => {
    const draft = await deps.store.outbox.drafts.get(draftId);
    if (!draft) return false;
    await deps.store.outbox.drafts.put({ ...draft, ...change(draft), savedAt: deps.now() });
    return true;
  });
