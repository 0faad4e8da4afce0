import type { AnswerProblem } from '../../domain/accept-answer.ts';
import type { Question } from '../../domain/question-flow.ts';
import { formatDate, t } from '../../i18n/translate.ts';

/** What is wrong with an answer, in words that say what to do. */
export const problemWords = (problem: AnswerProblem, question: Question): string => {
  switch (problem.kind) {
    case 'missing':
      return t(['one-choice', 'several-choices', 'yes-no'].includes(question.kind) ? 'problem.missingChoice' : 'problem.missing');
    case 'too-short':
    case 'too-few-choices':
      return t(`problem.${problem.kind}`, { count: problem.min });
    case 'too-long':
    case 'too-many-choices':
      return t(`problem.${problem.kind}`, { count: problem.max });
    case 'pattern':
      return problem.help === '' ? t('problem.pattern') : problem.help;
    case 'too-small':
      return t('problem.too-small', { bound: problem.min });
    case 'too-large':
      return t('problem.too-large', { bound: problem.max });
    case 'too-early':
      return t('problem.too-early', { day: dayWords(problem.earliest) });
    case 'too-late':
      return t('problem.too-late', { day: dayWords(problem.latest) });
    case 'too-many-files':
      return t('file.problem.too-many', { count: problem.max });
    case 'not-the-kind':
    case 'not-an-option':
    case 'not-whole':
    case 'not-a-day':
      return t(`problem.${problem.kind}`);
  }
};

export const dayWords = (day: string): string => formatDate(new Date(`${day}T12:00:00`).getTime());
