/** Everything the desk offers here: searched by words, or browsed by category. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { searchAll } from '../../domain/search.ts';
import type { Service, ServiceCategory } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { observeServices } from '../../store/observe/catalogue.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { serviceSearchable } from '../search-texts.ts';
import '../home/home.css';
import './catalogue.css';

export const CataloguePage = (): JSX.Element => {
  const { store } = useSignedIn();
  const services = createLive(observeServices(store));
  const [query, setQuery] = createSignal('');
  const found = createMemo(() => searchAll(query(), services()?.value ?? [], serviceSearchable));
  const categories = createMemo(() => byCategory(found()));
  return (
    <div class="stack-wide">
      <div class="stack">
        <PageTitle>{t('catalogue.title')}</PageTitle>
        <p class="soft">{t('catalogue.words')}</p>
        <label class="search-box">
          <span class="visually-hidden">{t('catalogue.search')}</span>
          <Icon name="search" />
          <input class="input" type="search" placeholder={t('catalogue.search')} value={query()} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      </div>
      <Show when={services()}>
        {(known) => (
          <>
            <For each={categories()}>
              {([category, list]) => (
                <section class="stack" aria-labelledby={`category-${category.id}`}>
                  <h2 id={`category-${category.id}`} class="row category">
                    <Icon name={category.icon} />
                    {category.title}
                  </h2>
                  <ul role="list" class="service-list">
                    <For each={list}>{(service) => <ServiceCard service={service} />}</For>
                  </ul>
                </section>
              )}
            </For>
            <Show when={found().length === 0}>
              <Show when={known().known} fallback={<EmptyState icon="grid" title={t('home.loading')} />}>
                <EmptyState icon="search" title={t('catalogue.none', { query: query() })} words={t('catalogue.noneWords')} />
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};

const ServiceCard = (props: { readonly service: Service }): JSX.Element => (
  <li>
    <A class="card service-card" href={`/services/${props.service.id}`}>
      <span class="icon-square">
        <Icon name={props.service.icon} />
      </span>
      <span class="grow">
        <strong>{props.service.title}</strong>
        <small>{props.service.summary}</small>
      </span>
      <Icon name="chevron" />
    </A>
  </li>
);

/** Categories in the order of their titles, each with its services; the order of a search is kept inside. */
const byCategory = (services: readonly Service[]): readonly (readonly [ServiceCategory, readonly Service[]])[] => {
  const groups = new Map<string, [ServiceCategory, Service[]]>();
  for (const service of services) {
    const group = groups.get(service.category.id);
    if (group) group[1].push(service);
    else groups.set(service.category.id, [service.category, [service]]);
  }
  return [...groups.values()].sort(([one], [other]) => one.title.localeCompare(other.title));
};
