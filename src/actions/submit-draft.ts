import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Day } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import { no, ok } from '../domain/result.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { promisedFiles, walkFlow, type Outcome } from '../domain/walk-flow.ts';
import type { DraftRow, OutboxRow } from '../store/outbox-db.ts';
import { dropFile } from '../store/files.ts';
import { rowById, ticketOf } from '../store/outbox.ts';
import type { ActionDeps } from './action-deps.ts';
import { durably, enqueue, ticketAction } from './perform.ts';

export type SubmitProblem =
  /** An answer is missing or no longer acceptable: this is where to go. */
  { readonly kind: 'not-finished'; readonly outcome: Outcome } | { readonly kind: 'draft-gone' };

/**
 * Turns the draft into actions, in one transaction: the ticket is raised, its files are handed over, the draft is gone.
 * Submitting twice (a double click, another tab, a page restored by "back") raises it once: the second finds it sent.
 */
export const submitDraft = async (deps: ActionDeps, draftId: ActionId, today: Day): Promise<Result<TicketId, SubmitProblem>> => {
  const { outbox } = deps.store;
  const submitted = await durably(deps, [outbox.actions, outbox.drafts, outbox.files, outbox.chunks], () => submit(deps, draftId, today));
  if (submitted.ok) deps.onPerformed();
  return submitted;
};

const submit = async (deps: ActionDeps, draftId: ActionId, today: Day): Promise<Result<TicketId, SubmitProblem>> => {
  const { outbox } = deps.store;
  const draft = await outbox.drafts.get(draftId);
  if (!draft) return alreadySubmitted(await rowById(outbox, draftId));
  const walk = walkFlow(draft.flow, draft.answers, today);
  if (walk.outcome.kind !== 'review') return no({ kind: 'not-finished', outcome: walk.outcome });
  const { id, version } = draft.flow;
  const body = { kind: 'raise-ticket', data: { serviceId: draft.service.id, flow: { id, version }, answers: walk.answers } } as const;
  await enqueue(deps, ticketAction(deps, draft.ticketId, body, draft.id, draft.replaces), { service: draft.service, flow: draft.flow });
  await handOverFiles(deps, draft, promisedFiles(walk.answers));
  await outbox.drafts.delete(draft.id);
  return ok(draft.ticketId);
};

const alreadySubmitted = (row: OutboxRow | undefined): Result<TicketId, SubmitProblem> => {
  const ticketId = row && ticketOf(row);
  return ticketId ? ok(ticketId) : no({ kind: 'draft-gone' });
};

type PromisedFile = { readonly questionId: DraftRow['at'] & string; readonly file: FileManifest };

/**
 * Files of the sent answers follow as actions of their own; what was kept for answers that are not sent is let go. What
 * came with a reply answers no question, and stays: it waits behind the request, or is still being written.
 */
const handOverFiles = async (
  deps: ActionDeps,
  draft: DraftRow,
  promised: readonly { readonly questionId: string; readonly file: FileManifest }[],
): Promise<void> => {
  const { outbox } = deps.store;
  const promisedIds = new Set(promised.map(({ file }) => file.id));
  for (const row of await outbox.files.where('ticketId').equals(draft.ticketId).toArray()) {
    if (row.questionId === null || promisedIds.has(row.id)) continue;
    await outbox.actions.where('id').equals(row.id).delete();
    await dropFile(outbox, row.id);
  }
  for (const { questionId, file } of promised as readonly PromisedFile[]) {
    // Already queued when a refused request is edited and sent again: it stays where it is, behind its ticket.
    if (await rowById(outbox, file.id)) continue;
    await enqueue(deps, ticketAction(deps, draft.ticketId, { kind: 'attach', data: { file, questionId: questionId as never } }, file.id));
    await outbox.files.update(file.id, { owner: null, state: 'waiting' });
  }
};
