import type { QuestionId } from '../../domain/ids.ts';
import type { AnswerValue } from '../../domain/question-flow.ts';
import { createSaveAsTyped, type SaveAsTyped } from '../../ui/save-as-typed.ts';

export type AnswerSaver = SaveAsTyped<QuestionId, AnswerValue>;

/** Answers are saved question by question, as they are typed. */
export const createAnswerSaver = (save: (questionId: QuestionId, value: AnswerValue) => Promise<boolean>): AnswerSaver => createSaveAsTyped(save);
