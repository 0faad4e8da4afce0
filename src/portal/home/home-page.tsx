/** Where people land: what needs them, what they began, what is often asked for, and how their tickets get on. */
import { createMemo, Show, Suspense, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { Article, Service } from '../../domain/service.ts';
import { formatToday } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticles, observeServices } from '../../store/observe/catalogue.ts';
import { observeDrafts } from '../../store/observe/drafts.ts';
import { observeTickets } from '../../store/observe/tickets.ts';
import { greetingWords } from '../../ui/greeting-words.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { brand } from '../../ui/theme.ts';
import { createAddressSignal } from '../address-signal.ts';
import { withScreens } from '../with-screens.ts';
import { OftenAsked } from './often-asked.tsx';
import { OpenTickets } from './open-tickets.tsx';
import { resultsId } from './results-id.ts';
import '../../ui/hero.css';
import './home.css';

/** Not wanted by everybody who comes here: they arrive with the other screens. */
const SearchResults = withScreens((all) => all.SearchResults);
const NeedsYou = withScreens((all) => all.NeedsYou);
const DraftCard = withScreens((all) => all.DraftCard);
const NotHereYet = withScreens((all) => all.NotHereYet);
const QuickAnswers = withScreens((all) => all.QuickAnswers);

const shownServices = 4;
const shownArticles = 3;

export const HomePage = (): JSX.Element => {
  const { store, person } = useSignedIn();
  const services = createLive(observeServices(store));
  const articles = createLive(observeArticles(store));
  const tickets = createLive(observeTickets(store));
  const drafts = createLive(observeDrafts(store));
  const now = createNow(30_000);
  const [query, setQuery] = createAddressSignal('q');
  const open = createMemo(() => (tickets()?.tickets ?? []).filter((summary) => summary.open));
  const needed = createMemo(() => open().filter((summary) => summary.status === 'needs-you'));
  const often = createMemo(() => oftenAsked(services()?.value ?? []));
  const helpful = createMemo(() => articlesOf(often(), articles()?.value ?? []));
  const isLoaded = (): boolean => services() !== undefined && tickets() !== undefined && drafts() !== undefined;
  const isKnown = (): boolean => services()?.known === true || often().length + open().length > 0;
  return (
    <div class="home stack-wide">
      <div class={brand().banner ? 'hero on-banner' : 'hero'}>
        <p class="eyebrow">{formatToday(now())}</p>
        <PageTitle documentTitle={t('home.title')}>{greetingWords(now(), person.name, brand().greeting)}</PageTitle>
        <SearchField label={t('home.search')} value={query()} onChange={setQuery} listId={resultsId} />
      </div>
      <Show
        when={query().trim() === ''}
        fallback={
          <Suspense>
            <SearchResults query={query()} services={services()?.value ?? []} articles={articles()?.value ?? []} tickets={tickets()?.tickets ?? []} />
          </Suspense>
        }
      >
        <Show when={isLoaded()}>
          <Suspense>
            <KeyedFor each={needed()} by={(summary) => summary.id}>
              {(summary) => <NeedsYou summary={summary()} />}
            </KeyedFor>
          </Suspense>
          <Show
            when={isKnown()}
            fallback={
              <Suspense>
                <NotHereYet />
              </Suspense>
            }
          >
            <div class="home-columns">
              <div class="stack-wide">
                <Suspense>
                  <KeyedFor each={drafts() ?? []} by={(draft) => draft.id}>
                    {(draft) => <DraftCard draft={draft()} now={now()} />}
                  </KeyedFor>
                </Suspense>
                <OftenAsked services={often()} />
                <OpenTickets open={open()} now={now()} />
              </div>
              <Show when={helpful().length > 0}>
                <Suspense>
                  <QuickAnswers articles={helpful()} />
                </Suspense>
              </Show>
            </div>
          </Show>
        </Show>
      </Show>
    </div>
  );
};

const oftenAsked = (services: readonly Service[]): readonly Service[] =>
  services
    .filter((service) => service.oftenAsked !== null)
    .sort((one, other) => (one.oftenAsked ?? 0) - (other.oftenAsked ?? 0))
    .slice(0, shownServices);

/** What may save the requests that are most often made. */
const articlesOf = (services: readonly Service[], articles: readonly Article[]): readonly Article[] => {
  const ids = new Set(services.flatMap((service) => service.articleIds));
  return articles.filter((article) => ids.has(article.id)).slice(0, shownArticles);
};
