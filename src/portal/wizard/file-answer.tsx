/** Files as an answer: chosen, dropped, pasted or photographed, kept on the device at once, shown, and taken back. */
import { untrack, type JSX } from 'solid-js';
import { keepAnswerFile, removeAnswerFile } from '../../actions/keep-file.ts';
import { useSignedIn } from '../../app-context.ts';
import { defaultMaxFiles, isFiles } from '../../domain/accept-answer.ts';
import { FilePicker } from '../../ticket-parts/file-picker.tsx';
import type { AnswerInputProps } from './answer-input.tsx';
import { inputNames } from './input-names.ts';

export const FileAnswer = (props: AnswerInputProps<'file'>): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  // A removal can be undone after this question was left.
  const { draftId, question } = untrack(() => ({ draftId: props.draftId, question: props.question }));
  return (
    <FilePicker
      labelledBy={`${props.id}-label`}
      describedBy={inputNames(props)['aria-describedby']}
      files={isFiles(props.value) ? props.value : []}
      maxFiles={question.maxFiles ?? defaultMaxFiles}
      keeping={props.keeping}
      onKeep={(file) => keepAnswerFile(actions, draftId, question.id, file, capabilities.files)}
      onRemove={(file) => removeAnswerFile(actions, draftId, question.id, file.id)}
    />
  );
};
