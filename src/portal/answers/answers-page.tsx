/** The knowledge articles: short help, all of it on the device. */
import { A } from '@solidjs/router';
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { searchAll } from '../../domain/search.ts';
import type { Article } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticles } from '../../store/observe/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { moveByArrows } from '../../ui/move-by-arrows.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { createAddressSignal } from '../address-signal.ts';
import { articleSearchable } from '../search-texts.ts';
import { ResultRow } from '../home/result-row.tsx';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import '../home/home.css';

const listId = 'answers';

export const AnswersPage = (): JSX.Element => {
  const { store } = useSignedIn();
  const articles = createLive(observeArticles(store));
  const [query, setQuery] = createAddressSignal('q');
  const all = (): readonly Article[] => articles()?.value ?? [];
  const found = createMemo(() => searchAll(query(), all(), articleSearchable));
  return (
    <div class="stack-wide column">
      <div class="stack">
        <PageTitle>{t('answers.title')}</PageTitle>
        <p class="soft">{t('answers.words')}</p>
        <SearchField label={t('answers.search')} value={query()} onChange={setQuery} listId={listId} />
      </div>
      <Show when={articles()}>
        {(known) => (
          <Switch fallback={<ArticleList articles={found()} />}>
            <Match when={all().length === 0}>
              <Show when={known().known} fallback={<NotHereYet />}>
                <EmptyState icon="book" title={t('answers.empty')} words={t('answers.noneWords')}>
                  <AskInstead />
                </EmptyState>
              </Show>
            </Match>
            <Match when={found().length === 0}>
              <EmptyState icon="search" title={t('answers.none', { query: query() })} words={t('answers.noneWords')}>
                <AskInstead />
              </EmptyState>
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  );
};

const ArticleList = (props: { readonly articles: readonly Article[] }): JSX.Element => (
  <section class="card" aria-label={t('answers.title')}>
    <ul role="list" id={listId} class="results" onKeyDown={moveByArrows}>
      <KeyedFor each={props.articles} by={(article) => article.id}>
        {(article) => (
          <ResultRow
            href={`/answers/${article().id}`}
            icon="book"
            title={article().title}
            words={`${article().summary} · ${t('answers.minutes', { count: article().readingMinutes })}`}
          />
        )}
      </KeyedFor>
    </ul>
  </section>
);

const AskInstead = (): JSX.Element => (
  <A class="button" href="/services">
    {t('home.allServices')}
  </A>
);
