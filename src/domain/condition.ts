import type { Answers, AnswerValue, Condition } from './question-flow.ts';

/** Does the condition hold of these answers? Total: what was not answered compares as false. */
export const holds = (condition: Condition, answers: Answers): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const given = answers[condition.question];
  if (given === undefined || given === null) return false;
  switch (condition.is) {
    case 'answered':
      return true;
    case 'including':
      return Array.isArray(given) && given.some((chosen) => chosen === condition.value);
    case 'equal':
      return given === condition.value;
    case 'not-equal':
      return given !== condition.value;
    default:
      return isOrdered(condition.is, given, condition.value);
  }
};

/** Numbers compare as numbers, days and text as text; a mixed pair has no order. */
const isOrdered = (is: 'less-than' | 'at-most' | 'more-than' | 'at-least', given: AnswerValue, value: string | number | boolean): boolean => {
  if (typeof given === 'number' && typeof value === 'number') return compares(is, given - value);
  if (typeof given === 'string' && typeof value === 'string') return compares(is, given < value ? -1 : given > value ? 1 : 0);
  return false;
};

const compares = (is: 'less-than' | 'at-most' | 'more-than' | 'at-least', difference: number): boolean => {
  switch (is) {
    case 'less-than':
      return difference < 0;
    case 'at-most':
      return difference <= 0;
    case 'more-than':
      return difference > 0;
    case 'at-least':
      return difference >= 0;
  }
};
