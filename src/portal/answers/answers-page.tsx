/** The knowledge articles: short help, all of it on the device. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { searchAll } from '../../domain/search.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticles } from '../../store/observe/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { articleSearchable } from '../search-texts.ts';
import '../home/home.css';

export const AnswersPage = (): JSX.Element => {
  const { store } = useSignedIn();
  const articles = createLive(observeArticles(store));
  const [query, setQuery] = createSignal('');
  const found = createMemo(() => searchAll(query(), articles()?.value ?? [], articleSearchable));
  return (
    <div class="stack-wide column">
      <div class="stack">
        <PageTitle>{t('answers.title')}</PageTitle>
        <p class="soft">{t('answers.words')}</p>
        <label class="search-box">
          <span class="visually-hidden">{t('answers.search')}</span>
          <Icon name="search" />
          <input class="input" type="search" placeholder={t('answers.search')} value={query()} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      </div>
      <Show when={articles()}>
        {(known) => (
          <Show
            when={found().length > 0}
            fallback={
              <Show when={known().known} fallback={<EmptyState icon="book" title={t('home.loading')} />}>
                <EmptyState icon="search" title={t('answers.none', { query: query() })} words={t('answers.noneWords')}>
                  <A class="button" href="/services">
                    {t('home.allServices')}
                  </A>
                </EmptyState>
              </Show>
            }
          >
            <section class="card" aria-label={t('answers.title')}>
              <ul role="list" class="results">
                <For each={found()}>
                  {(article) => (
                    <li>
                      <A class="result" href={`/answers/${article.id}`}>
                        <span class="icon-square">
                          <Icon name="book" />
                        </span>
                        <span class="grow">
                          <strong>{article.title}</strong>
                          <small>
                            {article.summary} · {t('answers.minutes', { count: article.readingMinutes })}
                          </small>
                        </span>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
        )}
      </Show>
    </div>
  );
};
