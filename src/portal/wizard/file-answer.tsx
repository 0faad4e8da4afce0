/** Files as an answer: chosen, dropped or photographed, kept on the device at once, shown, and taken back. */
import type { JSX } from 'solid-js';
import { keepAnswerFile, removeAnswerFile } from '../../actions/keep-file.ts';
import { useSignedIn } from '../../app-context.ts';
import { defaultMaxFiles, isFiles } from '../../domain/accept-answer.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { FilePicker } from '../../ticket-parts/file-picker.tsx';
import type { QuestionFormProps } from './question-form.tsx';

type FileAnswerProps = Omit<QuestionFormProps, 'onContinue' | 'onBack' | 'answer' | 'question'> & {
  readonly id: string;
  readonly value: AnswerValue | undefined;
  readonly question: Extract<Question, { kind: 'file' }>;
};

export const FileAnswer = (props: FileAnswerProps): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  const files = (): readonly FileManifest[] => (isFiles(props.value) ? props.value : []);
  return (
    <FilePicker
      labelledBy={`${props.id}-label`}
      files={files()}
      maxFiles={props.question.maxFiles ?? defaultMaxFiles}
      onKeep={(file) => keepAnswerFile(actions, props.draftId, props.question.id, file, capabilities.files)}
      onRemove={(file) => removeAnswerFile(actions, props.draftId, props.question.id, file.id)}
    />
  );
};
