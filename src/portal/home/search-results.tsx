/** One search over services, answers and own tickets: services first, because people come to ask for something. */
import { A } from '@solidjs/router';
import { createEffect, createMemo, on, Show, type JSX } from 'solid-js';
import { searchAll } from '../../domain/search.ts';
import type { Article, Service } from '../../domain/service.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { announce } from '../../ui/announcer.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ticketSearchable } from '../../ticket-parts/ticket-searchable.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { moveByArrows } from '../../ui/move-by-arrows.ts';
import { articleSearchable, serviceSearchable } from '../search-texts.ts';
import { ResultRow } from './result-row.tsx';
import { resultsId } from './results-id.ts';

type Result = { readonly href: string; readonly icon: string; readonly title: string; readonly words: string; readonly kind: MessageKey };
type SearchResultsProps = {
  readonly query: string;
  readonly services: readonly Service[];
  readonly articles: readonly Article[];
  readonly tickets: readonly TicketSummary[];
};

const mostOfEach = 6;

export const SearchResults = (props: SearchResultsProps): JSX.Element => {
  const results = createMemo((): readonly Result[] => [
    ...searchAll(props.query, props.services, serviceSearchable).slice(0, mostOfEach).map(serviceResult),
    ...searchAll(props.query, props.articles, articleSearchable).slice(0, mostOfEach).map(articleResult),
    ...searchAll(props.query, props.tickets, ({ ticket }) => ticketSearchable(ticket))
      .slice(0, mostOfEach)
      .map(ticketResult),
  ]);
  const count = createMemo(() => results().length);
  createEffect(on(count, (found) => announce(t('home.results', { count: found, query: props.query }))));
  return (
    <Show when={count() > 0} fallback={<NoResults query={props.query} />}>
      <section class="card" aria-label={t('home.results', { count: count(), query: props.query })}>
        <ul role="list" id={resultsId} class="results" onKeyDown={moveByArrows}>
          <KeyedFor each={results()} by={(result) => result.href}>
            {(result) => (
              <ResultRow href={result().href} icon={result().icon} title={result().title} words={result().words}>
                <span class="chip plain">{t(result().kind)}</span>
              </ResultRow>
            )}
          </KeyedFor>
        </ul>
      </section>
    </Show>
  );
};

const NoResults = (props: { readonly query: string }): JSX.Element => (
  <EmptyState icon="search" title={t('home.noResults', { query: props.query })} words={t('home.noResultsWords')}>
    <A class="button" href="/services">
      {t('home.allServices')}
    </A>
  </EmptyState>
);

const serviceResult = (service: Service): Result => ({
  href: `/services/${service.id}`,
  icon: service.icon,
  title: service.title,
  words: service.summary,
  kind: 'home.kind.service',
});
const articleResult = (article: Article): Result => ({
  href: `/answers/${article.id}`,
  icon: 'book',
  title: article.title,
  words: article.summary,
  kind: 'home.kind.article',
});
const ticketResult = ({ id, ticket }: TicketSummary): Result => ({
  href: `/tickets/${id}`,
  icon: 'ticket',
  title: ticket.title,
  words: ticket.number ?? '',
  kind: 'home.kind.ticket',
});
