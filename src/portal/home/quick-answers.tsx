import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Article } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';

/** What may save a request. */
export const QuickAnswers = (props: { readonly articles: readonly Article[] }): JSX.Element => (
  <section class="card" aria-labelledby="quick-answers">
    <div class="row between">
      <h2 id="quick-answers">{t('home.quickAnswers')}</h2>
      <A href="/answers">{t('home.allAnswers')}</A>
    </div>
    <ul role="list" class="results">
      <KeyedFor each={props.articles} by={(article) => article.id}>
        {(article) => (
          <li>
            <A class="result" href={`/answers/${article().id}`}>
              <Icon name="book" />
              <span class="grow">
                <strong>{article().title}</strong>
                <small>{article().summary}</small>
              </span>
            </A>
          </li>
        )}
      </KeyedFor>
    </ul>
  </section>
);
