import type { ActionId, TicketId } from '../domain/ids.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Service } from '../domain/service.ts';
import type { DraftRow } from '../store/outbox-db.ts';
import { mint, type ActionDeps } from './action-deps.ts';

/** Opens the form: the ids it will be sent under are minted now, so that sending twice can never make two. */
export const startDraft = async (deps: ActionDeps, service: Service, flow: QuestionFlow): Promise<DraftRow> => {
  const now = deps.now();
  const draft: DraftRow = {
    id: mint<ActionId>(deps),
    ticketId: mint<TicketId>(deps),
    service,
    flow,
    answers: {},
    at: null,
    startedAt: now,
    savedAt: now,
    replaces: null,
    discardedAt: null,
  };
  await deps.store.outbox.drafts.add(draft);
  return draft;
};
