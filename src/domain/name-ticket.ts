import type { AnsweredQuestion, Ticket } from './ticket.ts';
import type { QuestionFlow } from './question-flow.ts';
import type { Service } from './service.ts';
import { writableLine } from './writable-text.ts';

/** Longest title taken from an answer, in characters as strings count them. */
const maxTitleLength = 120;

/** The answer that names the ticket, on one line and as people read it; else the service's own name. */
export const nameTicket = (service: Service, flow: QuestionFlow, answered: readonly AnsweredQuestion[]): string =>
  onOneLine(wordsOf(answered.find((answer) => answer.questionId === flow.titleFrom)), service.title);

/** Where the person or the thing is, on one line; nothing where that was not asked. */
export const placeIn = ({ placeFrom }: QuestionFlow, answered: readonly AnsweredQuestion[]): Pick<Ticket, 'place'> => {
  const place = onOneLine(wordsOf(answered.find((answer) => answer.questionId === placeFrom)), '');
  return place === '' ? {} : { place };
};

/** The first line of what was written that says something. */
export const nameFrom = (text: string, fallback: string): string => onOneLine(text.trimStart().split('\n', 1)[0] ?? '', fallback);

const onOneLine = (words: string, fallback: string): string => {
  const line = writableLine(words).trim().replace(/\s+/gu, ' ');
  if (line === '') return fallback;
  return line.length > maxTitleLength ? `${cut(line, maxTitleLength - 1)}…` : line;
};

/** A name is made of words; an answer that has none (files, a yes) names nothing. */
const wordsOf = (naming: AnsweredQuestion | undefined): string => {
  if (naming && naming.optionLabels.length > 0) return naming.optionLabels.join(', ');
  return typeof naming?.value === 'string' ? naming.value : '';
};

/** Never ends in half of a character that takes two places. */
const cut = (line: string, length: number): string => line.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
