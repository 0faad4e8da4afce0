/** The analyst's list: the tickets of their partition, whoever waits for an answer first, live. */
import { A } from '@solidjs/router';
import { createEffect, createMemo, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import { statusOf, ticketStatuses, type TicketStatus } from '../domain/ticket.ts';
import { formatAgo } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { createOfflineSince } from '../ticket-parts/create-offline-since.ts';
import { observeTickets, type TicketList } from '../store/observe/tickets.ts';
import { createTicketFilter, type TicketFilterState } from '../ticket-parts/create-ticket-filter.ts';
import { prepareSearch } from '../ticket-parts/prepare-search.ts';
import { createServiceOfTicket } from '../ticket-parts/service-of-ticket.ts';
import { filterTickets } from '../ticket-parts/filter-tickets.ts';
import { TicketFilters } from '../ticket-parts/ticket-filters.tsx';
import { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LongList } from '../ui/long-list.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { byUrgency } from './desk-order.ts';
import { DeskRow } from './desk-row.tsx';
import { OnlyAnalysts } from './only-analysts.tsx';

export const DeskPage = (): JSX.Element => (
  <OnlyAnalysts>
    <Desk />
  </OnlyAnalysts>
);

const Desk = (): JSX.Element => {
  const { store } = useSignedIn();
  const list = createLive(observeTickets(store, 'everybody'));
  const known = createLive(observePerson(store));
  const now = createNow(15_000);
  const offlineSince = createOfflineSince();
  return (
    <div class="stack-wide">
      <div class="stack">
        <div class="row between wrap">
          <PageTitle>{t('desk.title')}</PageTitle>
          <A class="button" href="/desk/chases">
            <Icon name="chase" />
            {t('chases.link')}
          </A>
        </div>
        <p class="soft">{t('desk.words', { partition: known()?.partition.name ?? '' })}</p>
        <Show when={offlineSince()}>{(at) => <p class="soft">{t('tickets.asOf', { ago: formatAgo(at(), now()) })}</p>}</Show>
      </div>
      <Show when={list()}>
        {(read) => (
          <Show when={read().known || read().tickets.length > 0} fallback={<NotHereYet />}>
            <DeskList list={read()} now={now()} />
          </Show>
        )}
      </Show>
    </div>
  );
};

const statusesOf = (open: boolean): readonly TicketStatus[] => ticketStatuses.filter((status) => (status === 'resolved' || status === 'closed') !== open);

const DeskList = (props: { readonly list: TicketList; readonly now: number }): JSX.Element => {
  const state = createTicketFilter(statusesOf);
  const serviceOf = createServiceOfTicket();
  const tickets = createMemo(() => props.list.tickets);
  createEffect(() => onCleanup(prepareSearch(tickets())));
  const ordered = createMemo(() => tickets().toSorted(byUrgency));
  const openCount = createMemo(() => ordered().filter((summary) => summary.open).length);
  const found = createMemo(() => filterTickets(ordered(), state.filter(), ({ ticket }) => statusOf(ticket)));
  return (
    <>
      <TicketFilters
        state={state}
        label={t('desk.search')}
        statuses={statusesOf(state.filter().open).map((status) => ({ value: status, words: t(`deskStatus.${status}`) }))}
        openCount={openCount()}
        closedCount={ordered().length - openCount()}
        foundCount={found().length}
      />
      <Show when={found().length > 0} fallback={<Nothing state={state} />}>
        <div class="card">
          <LongList items={found()} by={(summary) => summary.id} label={t('desk.title')} startOver={JSON.stringify(state.filter())}>
            {(summary, position) => (
              <DeskRow summary={summary()} service={serviceOf(summary().ticket)} now={props.now} position={position()} of={found().length} />
            )}
          </LongList>
        </div>
      </Show>
    </>
  );
};

const Nothing = (props: { readonly state: TicketFilterState }): JSX.Element => {
  const filter = () => props.state.filter();
  return (
    <Switch fallback={<EmptyState icon="check-circle" title={t('desk.noneOpen')} words={t('desk.noneOpenWords')} />}>
      <Match when={filter().query.trim() !== '' || filter().kind !== null || filter().status !== null}>
        <EmptyState icon="search" title={t('desk.noneFound')} words={t('tickets.noneFoundWords')}>
          <button type="button" class="button" onClick={() => props.state.clear()}>
            {t('tickets.showAll')}
          </button>
        </EmptyState>
      </Match>
      <Match when={!filter().open}>
        <EmptyState icon="desk" title={t('desk.noneClosed')} />
      </Match>
    </Switch>
  );
};
