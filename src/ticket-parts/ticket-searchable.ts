import { createSearchable } from '../domain/search.ts';
import type { AnsweredQuestion, Ticket } from '../domain/ticket.ts';

/** What of a ticket is searched: number and title, then who raised it and what was answered. */
export const ticketSearchable = createSearchable((ticket: Ticket) => ({
  title: `${ticket.title} ${ticket.number ?? ''} ${ticket.number?.replace(/\W/g, '') ?? ''}`,
  rest: `${ticket.requester.name} ${ticket.answers.map(answerText).join(' ')}`,
}));

const answerText = ({ value, optionLabels }: AnsweredQuestion): string =>
  [...optionLabels, ...(typeof value === 'string' && optionLabels.length === 0 ? [value] : [])].join(' ');
