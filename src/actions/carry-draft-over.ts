import type { ActionId, QuestionId } from '../domain/ids.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Service } from '../domain/service.ts';
import type { ActionDeps } from './action-deps.ts';

/**
 * Moves a draft to the current version of its questions: answers go along by question id, those of questions that are
 * gone are kept unseen. Resolves with the labels of questions that are new or gone, so that the person can be told.
 */
export const carryDraftOver = (
  deps: ActionDeps,
  draftId: ActionId,
  service: Service,
  flow: QuestionFlow,
): Promise<{ readonly added: readonly string[]; readonly gone: readonly string[] }> =>
  deps.store.outbox.transaction('rw', deps.store.outbox.drafts, async () => {
    const draft = await deps.store.outbox.drafts.get(draftId);
    if (!draft) return { added: [], gone: [] };
    await deps.store.outbox.drafts.put({ ...draft, service, flow, at: null, savedAt: deps.now() });
    const before = labelsById(draft.flow);
    const after = labelsById(flow);
    return { added: labelsMissing(after, before), gone: labelsMissing(before, after) };
  });

const labelsById = (flow: QuestionFlow): ReadonlyMap<QuestionId, string> =>
  new Map(flow.steps.flatMap((step) => step.questions.map((question) => [question.id, question.label] as const)));

const labelsMissing = (from: ReadonlyMap<QuestionId, string>, other: ReadonlyMap<QuestionId, string>): readonly string[] =>
  [...from].filter(([id]) => !other.has(id)).map(([, label]) => label);
