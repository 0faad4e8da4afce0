/** Where people land: what needs them, what they began, what is often asked for, and how their tickets get on. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { Service } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { observeArticles, observeServices } from '../../store/observe/catalogue.ts';
import { observeDrafts } from '../../store/observe/drafts.ts';
import { isOffline, observeSyncStatus } from '../../store/observe/sync-status.ts';
import { observeTickets, type TicketSummary } from '../../store/observe/tickets.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { TicketRow } from '../tickets/ticket-row.tsx';
import { DraftCard } from './draft-card.tsx';
import { SearchResults } from './search-results.tsx';
import { ServiceTile } from './service-tile.tsx';
import './home.css';

const shownTickets = 5;

export const HomePage = (): JSX.Element => {
  const { store, person } = useSignedIn();
  const services = createLive(observeServices(store));
  const articles = createLive(observeArticles(store));
  const tickets = createLive(observeTickets(store));
  const drafts = createLive(observeDrafts(store));
  const status = createLive(observeSyncStatus(store));
  const now = createNow(30_000);
  const [query, setQuery] = createSignal('');
  const own = createMemo(() => (tickets()?.tickets ?? []).filter(({ ticket }) => ticket.requester.id === person.id));
  const open = createMemo(() => own().filter((summary) => summary.open));
  const needed = createMemo(() => open().filter((summary) => summary.status === 'needs-you'));
  const often = createMemo(() =>
    (services()?.value ?? [])
      .filter((service) => service.oftenAsked !== null)
      .sort(byOftenAsked)
      .slice(0, 4),
  );
  const isLoaded = (): boolean => services() !== undefined && tickets() !== undefined && drafts() !== undefined;
  return (
    <div class="stack-wide">
      <div class="stack">
        <PageTitle documentTitle={t('home.title')}>{t(greetingKey(now()), { name: firstName(person.name) })}</PageTitle>
        <label class="search-box">
          <span class="visually-hidden">{t('home.search')}</span>
          <Icon name="search" />
          <input class="input" type="search" placeholder={t('home.searchHint')} value={query()} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      </div>
      <Show
        when={query().trim() === ''}
        fallback={<SearchResults query={query()} services={services()?.value ?? []} articles={articles()?.value ?? []} tickets={own()} />}
      >
        <Show when={isLoaded()}>
          <For each={needed()}>{(summary) => <NeedsYou summary={summary} />}</For>
          <For each={drafts()}>{(draft) => <DraftCard draft={draft} now={now()} />}</For>
          <Show when={services()?.known || often().length > 0} fallback={<FirstVisit offline={isFirstVisitOffline(status(), now())} />}>
            <section class="stack" aria-labelledby="often">
              <div class="row between">
                <h2 id="often">{t('home.oftenAsked')}</h2>
                <A href="/services">{t('home.allServices')}</A>
              </div>
              <div class="tiles">
                <For each={often()}>{(service) => <ServiceTile service={service} />}</For>
              </div>
            </section>
            <section class="card" aria-labelledby="open-tickets">
              <div class="row between">
                <h2 id="open-tickets">{t('home.openTickets')}</h2>
                <Show when={open().length > 0}>
                  <A href="/tickets">{t('home.allTickets', { count: open().length })}</A>
                </Show>
              </div>
              <Show when={open().length > 0} fallback={<p class="soft none-yet">{t('home.noTickets')}</p>}>
                <ul role="list" class="ticket-list">
                  <For each={open().slice(0, shownTickets)}>{(summary) => <TicketRow summary={summary} now={now()} href={`/tickets/${summary.id}`} />}</For>
                </ul>
              </Show>
            </section>
          </Show>
        </Show>
      </Show>
    </div>
  );
};

const NeedsYou = (props: { readonly summary: TicketSummary }): JSX.Element => (
  <section class="card needs-you row between">
    <div class="grow">
      <h2>{t('home.needsYou')}</h2>
      <small>
        {props.summary.ticket.title}
        {props.summary.ticket.number ? ` · ${props.summary.ticket.number}` : ''}
      </small>
    </div>
    <A class="button" href={`/tickets/${props.summary.id}`} aria-label={`${t('home.answer')}: ${props.summary.ticket.title}`}>
      {t('home.answer')}
    </A>
  </section>
);

const FirstVisit = (props: { readonly offline: boolean }): JSX.Element => (
  <EmptyState icon={props.offline ? 'cloud-off' : 'door'} title={t(props.offline ? 'home.loadingOffline' : 'home.loading')} />
);

const isFirstVisitOffline = (status: Parameters<typeof isOffline>[0] | undefined, now: number): boolean => status !== undefined && isOffline(status, now);

const greetingKey = (now: number): 'home.morning' | 'home.afternoon' | 'home.evening' => {
  const hour = new Date(now).getHours();
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
};

const firstName = (name: string): string => name.split(' ')[0] ?? name;

const byOftenAsked = (one: Service, other: Service): number => (one.oftenAsked ?? 0) - (other.oftenAsked ?? 0);
