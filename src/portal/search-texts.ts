/** What of a service and of an article is searched. */
import { createSearchable } from '../domain/search.ts';
import type { Article, Service } from '../domain/service.ts';

export const serviceSearchable = createSearchable((service: Service) => ({
  title: service.title,
  rest: `${service.summary} ${service.keywords.join(' ')} ${service.category.title}`,
}));

export const articleSearchable = createSearchable((article: Article) => ({
  title: article.title,
  rest: `${article.summary} ${article.keywords.join(' ')} ${article.html.replace(/<[^>]*>/g, ' ')}`,
}));
