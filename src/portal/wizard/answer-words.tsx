import { createMemo, type JSX } from 'solid-js';
import { isFiles, isTexts } from '../../domain/accept-answer.ts';
import type { AnswerValue, Question } from '../../domain/question-flow.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { formatNumber } from '../../i18n/format-amount.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import { FileCard } from '../../ticket-parts/file-card.tsx';
import { PlainText } from '../../ticket-parts/plain-text.tsx';
import { isSameAnswer } from './same-answer.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import '../../ticket-parts/files.css';

/** An answer as it will be read at the desk. */
export const AnswerWords = (props: { readonly question: Question; readonly value: AnswerValue }): JSX.Element => {
  const value = createMemo(() => props.value, undefined, { equals: isSameAnswer });
  return <>{wordsOf(props.question, value())}</>;
};

const wordsOf = (question: Question, value: AnswerValue): JSX.Element => {
  if (value === null) return <span class="soft">{t('wizard.leftOut')}</span>;
  if (typeof value === 'boolean') return t(value ? 'wizard.yes' : 'wizard.no');
  if (typeof value === 'number') return [formatNumber(value), question.kind === 'number' && question.unit].filter(Boolean).join(' ');
  if (isTexts(value)) return labelsOf(question, value).join(', ');
  if (isFiles(value)) return <Files files={value} />;
  if (question.kind === 'one-choice') return labelsOf(question, [value]).join(', ');
  return question.kind === 'date' ? formatDay(value) : <PlainText text={value} />;
};

const Files = (props: { readonly files: readonly FileManifest[] }): JSX.Element => (
  <ul role="list" class="file-list">
    <KeyedFor each={props.files} by={(file) => file.id}>
      {(file) => <FileCard file={file()} />}
    </KeyedFor>
  </ul>
);

const labelsOf = (question: Question, ids: readonly string[]): readonly string[] =>
  'options' in question ? question.options.filter((option) => ids.includes(option.id)).map((option) => option.label) : ids;
