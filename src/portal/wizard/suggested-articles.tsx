import { A } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticles } from '../../store/observe/catalogue.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';

/** Answers that may save the person the request. They stand beside the way, never across it. */
export const SuggestedArticles = (props: { readonly articleIds: readonly ArticleId[] }): JSX.Element => {
  const { store } = useSignedIn();
  const articles = createLive(observeArticles(store));
  const suggested = createMemo(() => (articles()?.value ?? []).filter((article) => props.articleIds.includes(article.id)));
  return (
    <Show when={suggested().length > 0}>
      <section class="card tinted" aria-labelledby="may-help">
        <h2 id="may-help">{t('wizard.mayHelp')}</h2>
        <ul role="list">
          <KeyedFor each={suggested()} by={(article) => article.id}>
            {(article) => (
              <li class="suggestion">
                <A href={`/answers/${article().id}`}>{article().title}</A>
                <small>{t('wizard.worksOffline', { minutes: t('answers.minutes', { count: article().readingMinutes }) })}</small>
              </li>
            )}
          </KeyedFor>
        </ul>
      </section>
    </Show>
  );
};
