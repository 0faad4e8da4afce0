/** The person's own tickets: ten thousand of them are listed, filtered and searched on this device. */
import { A } from '@solidjs/router';
import { createEffect, createMemo, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { simpleStatuses, type SimpleStatus } from '../../domain/ticket.ts';
import { formatAgo } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { observeTickets, type TicketList } from '../../store/observe/tickets.ts';
import { createTicketFilter, type TicketFilterState } from '../../ticket-parts/create-ticket-filter.ts';
import { prepareSearch } from '../../ticket-parts/prepare-search.ts';
import { filterTickets, foundElsewhere } from '../../ticket-parts/filter-tickets.ts';
import { createServiceOfTicket } from '../../ticket-parts/service-of-ticket.ts';
import { KindAndStatus, NothingFound, TicketFilters } from '../../ticket-parts/ticket-filters.tsx';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { TicketRow } from './ticket-row.tsx';
import './tickets-page.css';

export const TicketsPage = (): JSX.Element => {
  const { store } = useSignedIn();
  const list = createLive(observeTickets(store));
  const now = createNow(15_000);
  const offlineSince = createOfflineSince();
  return (
    <div class="stack-wide">
      <div class="row between wrap">
        <PageTitle>{t('app.tickets')}</PageTitle>
        <A class="button primary" href="/services">
          {t('tickets.new')}
        </A>
      </div>
      <Show when={offlineSince()}>{(at) => <p class="soft">{t('tickets.asOf', { ago: formatAgo(at(), now()) })}</p>}</Show>
      <Show when={list()}>
        {(known) => (
          <Show when={known().known || known().tickets.length > 0} fallback={<NotHereYet />}>
            <Show when={!known().known}>
              <p class="soft still-coming" role="status">
                {t('tickets.stillComing')}
              </p>
            </Show>
            <TicketBrowser list={known()} now={now()} />
          </Show>
        )}
      </Show>
    </div>
  );
};

const statusesOf = (open: boolean): readonly SimpleStatus[] => simpleStatuses.filter((status) => (status === 'done') !== open);

const TicketBrowser = (props: { readonly list: TicketList; readonly now: number }): JSX.Element => {
  const state = createTicketFilter(statusesOf);
  const serviceOf = createServiceOfTicket();
  // The same list while the desk says the same: then nothing below is worked out again.
  const tickets = createMemo(() => props.list.tickets);
  createEffect(() => onCleanup(prepareSearch(tickets())));
  const openCount = createMemo(() => tickets().filter((summary) => summary.open).length);
  const found = createMemo(() => filterTickets(tickets(), state.filter()));
  return (
    <>
      {/* Somebody who never raised anything has nothing to narrow. */}
      <Show when={tickets().length > 0}>
        <TicketFilters
          state={state}
          label={t('tickets.search')}
          openCount={openCount()}
          closedCount={tickets().length - openCount()}
          foundCount={found().length}
        >
          <KindAndStatus state={state} statuses={statusesOf(state.filter().open).map((status) => ({ value: status, words: t(`status.${status}`) }))} />
        </TicketFilters>
      </Show>
      <Show when={found().length > 0} fallback={<Nothing state={state} elsewhere={foundElsewhere(tickets(), state.filter())} />}>
        <div class="card">
          <LongList items={found()} by={(summary) => summary.id} label={t('app.tickets')} startOver={JSON.stringify(state.filter())}>
            {(summary, position) => (
              <TicketRow
                summary={summary()}
                service={serviceOf(summary().ticket)}
                now={props.now}
                href={`/tickets/${summary().id}`}
                position={position()}
                of={found().length}
              />
            )}
          </LongList>
        </div>
      </Show>
    </>
  );
};

const Nothing = (props: { readonly state: TicketFilterState; readonly elsewhere: number }): JSX.Element => {
  const filter = () => props.state.filter();
  const isNarrowed = (): boolean => filter().query.trim() !== '' || filter().kind !== null || filter().status !== null;
  return (
    <Switch fallback={<EmptyState icon="ticket" title={t('tickets.noneOpen')} words={t('tickets.noneOpenWords')} />}>
      <Match when={isNarrowed()}>
        <NothingFound isOpen={filter().open} elsewhere={props.elsewhere} onClear={() => props.state.clear()} />
      </Match>
      <Match when={!filter().open}>
        <EmptyState icon="ticket" title={t('tickets.noneClosed')} words={t('tickets.noneClosedWords')} />
      </Match>
    </Switch>
  );
};
