/** Can a condition speak about what it names, and can its comparison ever tell anything? */
import type { QuestionId } from './ids.ts';
import { isDay } from './instant.ts';
import type { Condition, Question, QuestionFlow } from './question-flow.ts';

export type ConditionFlaw =
  | 'unknown-question'
  | 'refers-to-itself'
  /** The question exists, but comes later on every way that leads here. */
  | 'refers-ahead'
  /** The question exists, but no way that leads here asks it. */
  | 'not-asked-before'
  | 'unknown-option'
  /** The answers to that question never compare this way. */
  | 'never-holds';

/** Where a condition stands: the questions that some way here has asked, and the question it belongs to, if any. */
export type ConditionPlace = { readonly flow: QuestionFlow; readonly asked: readonly Question[]; readonly self: Question | null };

type Flaw = { readonly kind: ConditionFlaw; readonly path: string };

export const conditionFlaws = (place: ConditionPlace, condition: Condition, path: string): readonly Flaw[] => {
  if ('all' in condition) return condition.all.flatMap((part, index) => conditionFlaws(place, part, `${path}.all.${index}`));
  if ('any' in condition) {
    if (condition.any.length === 0) return [{ kind: 'never-holds', path: `${path}.any` }];
    return condition.any.flatMap((part, index) => conditionFlaws(place, part, `${path}.any.${index}`));
  }
  if ('not' in condition) return conditionFlaws(place, condition.not, `${path}.not`);
  const kind = referenceFlaw(place, condition.question) ?? comparisonFlaw(place, condition);
  return kind ? [{ kind, path }] : [];
};

type Comparison = Extract<Condition, { question: QuestionId }>;

const referenceFlaw = ({ flow, asked, self }: ConditionPlace, id: QuestionId): ConditionFlaw | null => {
  if (self?.id === id) return 'refers-to-itself';
  if (asked.some((question) => question.id === id)) return null;
  const all = flow.steps.flatMap((step) => step.questions);
  const named = all.findIndex((question) => question.id === id);
  if (named === -1) return 'unknown-question';
  const here = self ? all.indexOf(self) : lastOf(all, asked);
  return named > here ? 'refers-ahead' : 'not-asked-before';
};

const lastOf = (all: readonly Question[], asked: readonly Question[]): number => Math.max(...asked.map((question) => all.indexOf(question)));

const comparisonFlaw = ({ asked }: ConditionPlace, condition: Comparison): ConditionFlaw | null => {
  const question = asked.find((candidate) => candidate.id === condition.question);
  if (!question || condition.is === 'answered') return null;
  const { is, value } = condition;
  const isEquality = is === 'equal' || is === 'not-equal';
  switch (question.kind) {
    case 'one-choice':
      return isEquality ? optionFlaw(question, value) : 'never-holds';
    case 'several-choices':
      return is === 'including' ? optionFlaw(question, value) : 'never-holds';
    case 'yes-no':
      return isEquality && typeof value === 'boolean' ? null : 'never-holds';
    case 'number':
      return typeof value === 'number' && is !== 'including' && isWithin(question, is, value) ? null : 'never-holds';
    case 'date':
      return typeof value === 'string' && is !== 'including' && isDay(value) ? null : 'never-holds';
    case 'short-text':
    case 'long-text':
      return typeof value === 'string' && is !== 'including' ? null : 'never-holds';
    case 'file':
    case 'information':
      return 'never-holds';
  }
};

const optionFlaw = (question: Extract<Question, { kind: 'one-choice' | 'several-choices' }>, value: string | number | boolean): ConditionFlaw | null => {
  if (typeof value !== 'string') return 'never-holds';
  return question.options.some((option) => option.id === value) ? null : 'unknown-option';
};

type NumberComparison = Exclude<Comparison['is'], 'including' | 'answered'>;

/** Is there an acceptable number for which the comparison holds? */
const isWithin = (question: Extract<Question, { kind: 'number' }>, is: NumberComparison, value: number): boolean => {
  const { min = -Infinity, max = Infinity } = question;
  switch (is) {
    case 'equal':
      return value >= min && value <= max && (!question.whole || Number.isInteger(value));
    case 'not-equal':
      return min !== max || value !== min;
    case 'less-than':
      return min < value;
    case 'at-most':
      return min <= value;
    case 'more-than':
      return max > value;
    case 'at-least':
      return max >= value;
  }
};
