/** One knowledge article, and the way to the desk for whom it did not help. */
import { A, useParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Article } from '../../domain/service.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticle, observeServices } from '../../store/observe/catalogue.ts';
import { createLater } from '../../ui/create-later.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ServiceCard } from '../catalogue/service-card.tsx';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { sanitiseArticle } from './sanitise-article.ts';
import '../../ui/back-link.css';
import './article.css';

export const ArticlePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const params = useParams();
  const article = createLive(observeArticle(store, params['articleId'] as ArticleId));
  return (
    <div class="column stack">
      <A class="back-link" href="/answers">
        <Icon name="back" />
        {t('home.allAnswers')}
      </A>
      <Show when={article()}>
        {(read) => (
          <Show when={read().value} fallback={<NoArticle known={read().known} />}>
            {(shown) => <ReadArticle article={shown()} />}
          </Show>
        )}
      </Show>
    </div>
  );
};

const ReadArticle = (props: { readonly article: Article }): JSX.Element => {
  // As much as all the rest of this page's script: loaded beside the article. Its HTML is the desk's, not ours.
  const purifier = createLater(async () => (await import('dompurify')).default);
  return (
    <>
      <article class="card article stack">
        <PageTitle>{props.article.title}</PageTitle>
        <small>
          {t('answers.minutes', { count: props.article.readingMinutes })} · {t('answers.updated', { date: formatDate(props.article.updatedAt) })}
        </small>
        <Show when={purifier()}>{(loaded) => <div class="prose">{sanitiseArticle(loaded(), props.article.html)}</div>}</Show>
      </article>
      <StillStuck articleId={props.article.id} />
    </>
  );
};

const StillStuck = (props: { readonly articleId: ArticleId }): JSX.Element => {
  const { store } = useSignedIn();
  const services = createLive(observeServices(store));
  const related = createMemo(() => (services()?.value ?? []).filter((service) => service.articleIds.includes(props.articleId)));
  return (
    <section class="stack still-stuck" aria-labelledby="still-stuck">
      <h2 id="still-stuck">{t('answers.stuck')}</h2>
      <Show
        when={related().length > 0}
        fallback={
          <A class="button" href="/services">
            {t('home.allServices')}
          </A>
        }
      >
        <ul role="list" class="stack">
          <KeyedFor each={related()} by={(service) => service.id}>
            {(service) => <ServiceCard service={service()} />}
          </KeyedFor>
        </ul>
      </Show>
    </section>
  );
};

const NoArticle = (props: { readonly known: boolean }): JSX.Element => (
  <Show when={props.known} fallback={<NotHereYet isWholePage />}>
    <EmptyState icon="book" isWholePage title={t('answers.gone')} words={t('answers.goneWords')}>
      <A class="button primary" href="/answers">
        {t('home.allAnswers')}
      </A>
    </EmptyState>
  </Show>
);
