/** One knowledge article. Its HTML is the desk's, so it is sanitised before it is shown. */
import { A, useParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { formatDate, t } from '../../i18n/translate.ts';
import { observeArticle } from '../../store/observe/catalogue.ts';
import { createLater } from '../../ui/create-later.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { sanitiseArticle } from './sanitise-article.ts';
import './article.css';

export const ArticlePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const params = useParams();
  // As much as the rest of this page's script together: loaded beside the article.
  const purifier = createLater(async () => (await import('dompurify')).default);
  const article = createLive(observeArticle(store, params['articleId'] as ArticleId));
  return (
    <div class="column stack">
      <A class="back-link" href="/answers">
        <Icon name="back" />
        {t('answers.back')}
      </A>
      <Show when={article()}>
        {(read) => (
          <Show when={read().value} fallback={<NoArticle known={read().known} />}>
            {(shown) => (
              <article class="stack">
                <PageTitle>{shown().title}</PageTitle>
                <small>
                  {t('answers.minutes', { count: shown().readingMinutes })} · {t('answers.updated', { date: formatDate(shown().updatedAt) })}
                </small>
                <Show when={purifier()}>{(loaded) => <div class="prose">{sanitiseArticle(loaded(), shown().html)}</div>}</Show>
              </article>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};

const NoArticle = (props: { readonly known: boolean }): JSX.Element => (
  <Show when={props.known} fallback={<EmptyState icon="book" isWholePage title={t('home.loading')} />}>
    <EmptyState icon="book" isWholePage title={t('answers.gone')} words={t('answers.goneWords')}>
      <A class="button primary" href="/answers">
        {t('answers.back')}
      </A>
    </EmptyState>
  </Show>
);
