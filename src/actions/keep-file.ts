/** Keeps a chosen file on the device, beside the answer or the reply it belongs to. */
import { isFiles } from '../domain/accept-answer.ts';
import { fileFault, type FileFault, type FileLimits } from '../domain/accept-file.ts';
import type { ActionId, QuestionId, TicketId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { no, ok } from '../domain/result.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { writableLine } from '../domain/writable-text.ts';
import { dropFile, putFile, sha256Of } from '../store/files.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably } from './perform.ts';

export type FileProblem = { readonly kind: FileFault | 'no-room' | 'draft-gone' };

/** A file that a person chose: its name, its type, its bytes. */
export type ChosenFile = { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };

/** Keeps a file as part of the answer to a file question, bytes and answer in one transaction. */
export const keepAnswerFile = async (
  deps: ActionDeps,
  draftId: ActionId,
  questionId: QuestionId,
  file: ChosenFile,
  limits: FileLimits,
): Promise<Result<FileManifest, FileProblem>> => {
  const checked = await checkFile(deps, file, limits);
  if (!checked.ok) return checked;
  const manifest = checked.value;
  const { outbox } = deps.store;
  const kept = await durably(deps, [outbox.drafts, outbox.files, outbox.chunks], async () => {
    const draft = await outbox.drafts.get(draftId);
    if (!draft) return false;
    await putFile(
      outbox,
      { id: manifest.id, manifest, owner: `draft:${draftId}`, questionId, ticketId: draft.ticketId, state: 'kept', sentBytes: 0 },
      file.bytes,
    );
    const others = draft.answers[questionId];
    await outbox.drafts.put({ ...draft, answers: { ...draft.answers, [questionId]: [...(isFiles(others) ? others : []), manifest] }, savedAt: deps.now() });
    return true;
  });
  return kept ? ok(manifest) : no({ kind: 'draft-gone' });
};

export const removeAnswerFile = async (deps: ActionDeps, draftId: ActionId, questionId: QuestionId, fileId: ActionId): Promise<void> => {
  const { outbox } = deps.store;
  await outbox.transaction('rw', outbox.drafts, outbox.files, outbox.chunks, async () => {
    const draft = await outbox.drafts.get(draftId);
    const files = draft?.answers[questionId];
    if (!draft || !isFiles(files)) return;
    await outbox.drafts.put({ ...draft, answers: { ...draft.answers, [questionId]: files.filter((file) => file.id !== fileId) }, savedAt: deps.now() });
    // A file that was handed over before the draft was edited again is dropped with its action, when the draft is sent.
    const row = await outbox.files.get(fileId);
    if (row?.owner === `draft:${draftId}`) await dropFile(outbox, fileId);
  });
};

/** Keeps a file beside a reply that is being written. */
export const keepReplyFile = async (deps: ActionDeps, ticketId: TicketId, file: ChosenFile, limits: FileLimits): Promise<Result<FileManifest, FileProblem>> => {
  const checked = await checkFile(deps, file, limits);
  if (!checked.ok) return checked;
  const manifest = checked.value;
  const { outbox } = deps.store;
  await durably(deps, [outbox.files, outbox.chunks], () =>
    putFile(outbox, { id: manifest.id, manifest, owner: `reply:${ticketId}`, questionId: null, ticketId, state: 'kept', sentBytes: 0 }, file.bytes),
  );
  return checked;
};

export const removeReplyFile = (deps: ActionDeps, fileId: ActionId): Promise<void> => {
  const { outbox } = deps.store;
  return outbox.transaction('rw', outbox.files, outbox.chunks, async () => dropFile(outbox, fileId));
};

const checkFile = async (deps: ActionDeps, file: ChosenFile, limits: FileLimits): Promise<Result<FileManifest, FileProblem>> => {
  const sizeBytes = file.bytes.byteLength;
  const fault = fileFault({ sizeBytes, type: file.type }, limits);
  if (fault) return no({ kind: fault });
  if (!(await hasRoomFor(sizeBytes))) return no({ kind: 'no-room' });
  const name = writableLine(file.name.slice(0, 255)) || 'file';
  return ok({ id: mint<ActionId>(deps), name, sizeBytes, type: file.type, sha256: await sha256Of(file.bytes) });
};

/** A file may take at most a quarter of what is left: the rest is for what people type. */
const hasRoomFor = async (sizeBytes: number): Promise<boolean> => {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined || sizeBytes <= (quota - usage) / 4;
};
