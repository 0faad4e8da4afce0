/** One knowledge article. Its HTML is the desk's, so it is sanitised before it is shown. */
import { A, useParams } from '@solidjs/router';
import DOMPurify from 'dompurify';
import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { formatDate, t } from '../../i18n/translate.ts';
import { observeArticle } from '../../store/observe/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { sanitiseArticle } from './sanitise-article.ts';
import './article.css';

export const ArticlePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const params = useParams();
  const article = createLive(observeArticle(store, params['articleId'] as ArticleId));
  return (
    <div class="column stack">
      <A class="back-link" href="/answers">
        <Icon name="back" />
        {t('answers.back')}
      </A>
      <Show when={article()}>
        {(read) => (
          <Show when={read().value} fallback={<EmptyState icon="book" title={t(read().known ? 'answers.gone' : 'home.loading')} words={t('answers.goneWords')} />}>
            {(shown) => (
              <article class="stack">
                <PageTitle>{shown().title}</PageTitle>
                <small>
                  {t('answers.minutes', { count: shown().readingMinutes })} · {t('answers.updated', { date: formatDate(shown().updatedAt) })}
                </small>
                <div class="prose" ref={(element) => element.replaceChildren(sanitiseArticle(DOMPurify, shown().html))} />
              </article>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};
