import type { AnswerProblem } from '../../domain/accept-answer.ts';
import type { Question } from '../../domain/question-flow.ts';
import { formatNumber } from '../../i18n/format-amount.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';

/** What is wrong with an answer, in words that say what to do. */
export const problemWords = (problem: AnswerProblem, question: Question): string => {
  switch (problem.kind) {
    case 'missing':
      return t(missingKey(question.kind));
    case 'too-short':
    case 'too-few-choices':
      return t(`problem.${problem.kind}`, { count: problem.min });
    case 'too-long':
    case 'too-many-choices':
      return t(`problem.${problem.kind}`, { count: problem.max });
    case 'pattern':
      return problem.help === '' ? t('problem.pattern') : problem.help;
    case 'too-small':
      return t('problem.too-small', { bound: formatNumber(problem.min) });
    case 'too-large':
      return t('problem.too-large', { bound: formatNumber(problem.max) });
    case 'too-early':
      return t('problem.too-early', { day: formatDay(problem.earliest) });
    case 'too-late':
      return t('problem.too-late', { day: formatDay(problem.latest) });
    case 'too-many-files':
      return t('file.problem.too-many', { count: problem.max });
    case 'not-the-kind':
      return t(question.kind === 'number' ? 'problem.not-a-number' : 'problem.pattern');
    case 'not-an-option':
    case 'not-whole':
    case 'not-a-day':
      return t(`problem.${problem.kind}`);
  }
};

const missingKey = (
  kind: Question['kind'],
): 'problem.missing' | 'problem.missingChoice' | 'problem.missingChoices' | 'problem.missingFile' | 'problem.missingDay' => {
  switch (kind) {
    case 'one-choice':
    case 'yes-no':
      return 'problem.missingChoice';
    case 'several-choices':
      return 'problem.missingChoices';
    case 'file':
      return 'problem.missingFile';
    case 'date':
      return 'problem.missingDay';
    default:
      return 'problem.missing';
  }
};
