/** Before the first question: what this service is, what may help at once, and a draft that was already begun. */
import { A, useNavigate, useParams } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { startDraft } from '../../actions/start-draft.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { ServiceId } from '../../domain/ids.ts';
import { expectedQuestionCount, walkFlow } from '../../domain/walk-flow.ts';
import { formatAgo, t } from '../../i18n/translate.ts';
import { observeArticles, observeService } from '../../store/observe/catalogue.ts';
import { observeDrafts } from '../../store/observe/drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { localDay } from '../local-day.ts';
import '../answers/article.css';
import './wizard.css';

export const ServicePage = (): JSX.Element => {
  const { store, actions } = useSignedIn();
  const params = useParams();
  const navigate = useNavigate();
  const now = createNow(30_000);
  const serviceId = params['serviceId'] as ServiceId;
  const offered = createLive(observeService(store, serviceId));
  const drafts = createLive(observeDrafts(store));
  const begun = createMemo(() => drafts()?.find((draft) => draft.service.id === serviceId && draft.replaces === null) ?? null);
  const begin = async (): Promise<void> => {
    const found = offered()?.value;
    if (!found) return;
    const draft = await startDraft(actions, found.service, found.flow);
    navigate(`/drafts/${draft.id}`);
  };
  return (
    <div class="column stack-wide">
      <A class="back-link" href="/services">
        <Icon name="back" />
        {t('home.allServices')}
      </A>
      <Show when={offered()}>
        {(known) => (
          <Show when={known().value} fallback={<Unknown known={known().known} />}>
            {(found) => (
              <>
                <div class="row service-head">
                  <span class="icon-square">
                    <Icon name={found().service.icon} />
                  </span>
                  <PageTitle>{found().service.title}</PageTitle>
                </div>
                <p class="lead">{found().service.summary}</p>
                <Show when={begun()}>
                  {(draft) => (
                    <section class="card row between wrap">
                      <strong>{t('wizard.resume', { ago: formatAgo(draft().savedAt, now()) })}</strong>
                      <A class="button primary" href={`/drafts/${draft().id}`}>
                        {t('wizard.resumeButton')}
                      </A>
                    </section>
                  )}
                </Show>
                <div class="stack">
                  <button type="button" class={`button ${begun() ? '' : 'primary'}`} onClick={() => void begin()}>
                    {begun() ? t('wizard.anew') : t('wizard.begin')}
                  </button>
                  <p>
                    <small>{t('wizard.questions', { count: expectedQuestionCount(found().flow, walkFlow(found().flow, {}, localDay(now()))) })}</small>
                  </p>
                </div>
                <SuggestedArticles articleIds={found().service.articleIds} />
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};

/** Knowledge stands before the request (seed 003, statement 4); the person may skip it. */
export const SuggestedArticles = (props: { readonly articleIds: readonly string[] }): JSX.Element => {
  const { store } = useSignedIn();
  const articles = createLive(observeArticles(store));
  const suggested = createMemo(() => (articles()?.value ?? []).filter((article) => props.articleIds.includes(article.id)));
  return (
    <Show when={suggested().length > 0}>
      <section class="card tinted" aria-labelledby="may-help">
        <h2 id="may-help">{t('wizard.mayHelp')}</h2>
        <ul role="list">
          <For each={suggested()}>
            {(article) => (
              <li class="suggestion">
                <A href={`/answers/${article.id}`}>{article.title}</A>
                <small>{t('wizard.worksOffline', { minutes: t('answers.minutes', { count: article.readingMinutes }) })}</small>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};

const Unknown = (props: { readonly known: boolean }): JSX.Element => (
  <Show when={props.known} fallback={<EmptyState icon="door" title={t('home.loading')} />}>
    <EmptyState icon="question" title={t('wizard.serviceGone')} words={t('wizard.serviceGoneWords')}>
      <A class="button primary" href="/services">
        {t('home.allServices')}
      </A>
    </EmptyState>
  </Show>
);
