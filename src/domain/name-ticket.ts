import type { AnswerValue, QuestionFlow } from './question-flow.ts';
import type { Service } from './service.ts';
import type { AnsweredQuestion } from './ticket.ts';

/** Longest title taken from an answer, in characters as strings count them. */
const maxTitleLength = 120;

/** The answer that names the ticket, on one line and as people read it; else the service's own name. */
export const nameTicket = (service: Service, flow: QuestionFlow, answered: readonly AnsweredQuestion[]): string => {
  const naming = answered.find((answer) => answer.questionId === flow.titleFrom);
  if (!naming) return service.title;
  const words = naming.optionLabels.length > 0 ? naming.optionLabels.join(', ') : wordsOf(naming.value);
  const line = words.trim().replace(/\s+/gu, ' ');
  return line.length > maxTitleLength ? `${cut(line, maxTitleLength - 1)}…` : line;
};

/** Never ends in half of a character that takes two places. */
const cut = (line: string, length: number): string => line.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** A name is made of words; an answer that has none (files) names nothing. */
const wordsOf = (value: AnswerValue): string => (typeof value === 'object' ? '' : String(value));
