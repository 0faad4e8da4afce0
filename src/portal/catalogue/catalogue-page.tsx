/** Everything the desk offers here: searched by words, or browsed by category. */
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { searchAll } from '../../domain/search.ts';
import type { Service, ServiceCategory } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { observeServices } from '../../store/observe/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { moveByArrows } from '../../ui/move-by-arrows.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { createAddressSignal } from '../address-signal.ts';
import { serviceSearchable } from '../search-texts.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { CategoryChips } from './category-chips.tsx';
import { ServiceCard } from './service-card.tsx';
import './catalogue.css';

const listId = 'services';

export const CataloguePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const services = createLive(observeServices(store));
  const [query, setQuery] = createAddressSignal('q');
  const [chosen, setChosen] = createAddressSignal('in');
  const all = (): readonly Service[] => services()?.value ?? [];
  const categories = createMemo(() => byCategory(all()).map(({ category }) => category));
  const found = createMemo(() => searchAll(query(), all(), serviceSearchable).filter(({ category }) => chosen() === '' || category.id === chosen()));
  const showAll = (): void => {
    setQuery('');
    setChosen('');
  };
  return (
    <div class="stack-wide">
      <div class="stack">
        <PageTitle>{t('catalogue.title')}</PageTitle>
        <p class="soft">{t('catalogue.words')}</p>
        <SearchField label={t('catalogue.search')} value={query()} onChange={setQuery} listId={listId} />
        <CategoryChips categories={categories()} chosen={chosen()} onChoose={setChosen} />
      </div>
      <Show when={services()}>
        {(known) => (
          <Switch fallback={<Groups services={found()} />}>
            <Match when={all().length === 0}>
              <Show when={known().known} fallback={<NotHereYet />}>
                <EmptyState icon="grid" title={t('catalogue.empty')} words={t('catalogue.emptyWords')} />
              </Show>
            </Match>
            <Match when={found().length === 0}>
              <EmptyState icon="search" title={t('catalogue.none', { query: query() })} words={t('catalogue.noneWords')}>
                <button type="button" class="button" onClick={showAll}>
                  {t('catalogue.showAll')}
                </button>
              </EmptyState>
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  );
};

const Groups = (props: { readonly services: readonly Service[] }): JSX.Element => (
  <div id={listId} class="stack-wide" onKeyDown={moveByArrows}>
    <KeyedFor each={byCategory(props.services)} by={({ category }) => category.id}>
      {(group) => (
        <section class="stack" aria-labelledby={`category-${group().category.id}`}>
          <h2 id={`category-${group().category.id}`} class="row category">
            <Icon name={group().category.icon} />
            {group().category.title}
          </h2>
          <ul role="list" class="service-list">
            <KeyedFor each={group().services} by={(service) => service.id}>
              {(service) => <ServiceCard service={service()} />}
            </KeyedFor>
          </ul>
        </section>
      )}
    </KeyedFor>
  </div>
);

type Group = { readonly category: ServiceCategory; readonly services: readonly Service[] };

/** Categories in the order of their titles, each with its services; the order of a search is kept inside. */
const byCategory = (services: readonly Service[]): readonly Group[] => {
  const groups = new Map<string, { readonly category: ServiceCategory; readonly services: Service[] }>();
  for (const service of services) {
    const group = groups.get(service.category.id);
    if (group) group.services.push(service);
    else groups.set(service.category.id, { category: service.category, services: [service] });
  }
  return [...groups.values()].sort((one, other) => one.category.title.localeCompare(other.category.title));
};
