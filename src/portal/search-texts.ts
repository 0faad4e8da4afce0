/** What of each thing is searched, prepared once per thing. */
import { foldText, type Searchable } from '../domain/search.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Ticket } from '../domain/ticket.ts';

const prepared = new WeakMap<object, Searchable>();

const once = <Thing extends object>(thing: Thing, make: () => { readonly title: string; readonly rest: string }): Searchable => {
  const known = prepared.get(thing);
  if (known) return known;
  const { title, rest } = make();
  const searchable = { title: foldText(title), rest: foldText(rest) };
  prepared.set(thing, searchable);
  return searchable;
};

export const serviceSearchable = (service: Service): Searchable => once(service, () => ({ title: service.title, rest: `${service.summary} ${service.keywords.join(' ')} ${service.category.title}` }));

export const articleSearchable = (article: Article): Searchable =>
  once(article, () => ({ title: article.title, rest: `${article.summary} ${article.keywords.join(' ')} ${article.html.replace(/<[^>]*>/g, ' ')}` }));

export const ticketSearchable = (ticket: Ticket): Searchable =>
  once(ticket, () => ({ title: `${ticket.number ?? ''} ${ticket.title}`, rest: `${ticket.requester.name} ${ticket.answers.map(({ value, optionLabels }) => `${optionLabels.join(' ')} ${typeof value === 'string' ? value : ''}`).join(' ')}` }));
