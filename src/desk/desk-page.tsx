/** The analyst's list: the tickets of their partition, whoever waits for an answer first, live. */
import { A, Navigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { Role } from '../domain/person.ts';
import { statusChoicesAmong, type StatusChoice } from '../domain/records/status-choices.ts';
import type { StatusRecord } from '../domain/records/status-record.ts';
import { isOpenPhase, setStatusOf, statusKeyOf } from '../domain/ticket.ts';
import { formatAgo } from '../i18n/format-amount.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { createOfflineSince } from '../ticket-parts/create-offline-since.ts';
import { observeDeskPeople } from '../store/observe/desk-people.ts';
import { observeStatuses } from '../store/observe/statuses.ts';
import { observeTickets, type TicketList } from '../store/observe/tickets.ts';
import { createTicketFilter, type TicketFilterState } from '../ticket-parts/create-ticket-filter.ts';
import { deskStatusWords } from '../ticket-parts/desk-status-words.ts';
import { prepareSearch } from '../ticket-parts/prepare-search.ts';
import { createServiceOfTicket } from '../ticket-parts/service-of-ticket.ts';
import { filterTickets, foundElsewhere } from '../ticket-parts/filter-tickets.ts';
import { KindAndStatus, NothingFound, TicketFilters } from '../ticket-parts/ticket-filters.tsx';
import { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LongList } from '../ui/long-list.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { focusSearch } from '../ui/search-field.tsx';
import { chatsAtAll } from './chat/chat-people.ts';
import { byUrgency } from './desk-order.ts';
import { DeskRow } from './desk-row.tsx';
import { createDeskFilter } from './list/create-desk-filter.ts';
import { fitsDesk, holdersOf, knownFilter, placesOf, setCount } from './list/desk-filter.ts';
import { DeskFilters } from './list/desk-filters.tsx';
import { moveToRow } from './list/move-by-letters.ts';
import { OnlyAnalysts } from './only-analysts.tsx';
import { ShortcutHelp } from './shortcuts/shortcut-help.tsx';
import { createShortcuts } from './shortcuts/shortcuts.ts';

/** A chat manager who is no analyst has their part of the desk elsewhere. */
export const DeskPage = (): JSX.Element => {
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  const roles = (): readonly Role[] => (known()?.person ?? person).roles;
  return (
    <Show when={roles().includes('analyst') || !roles().includes('chat-manager')} fallback={<Navigate href="/desk/chat/manager" />}>
      <OnlyAnalysts>
        <Desk />
      </OnlyAnalysts>
    </Show>
  );
};

const Desk = (): JSX.Element => {
  const { store, person, capabilities } = useSignedIn();
  const list = createLive(observeTickets(store, 'everybody'));
  const statuses = createLive(observeStatuses(store));
  const known = createLive(observePerson(store));
  const now = createNow(15_000);
  const offlineSince = createOfflineSince();
  return (
    <div class="stack-wide">
      <div class="stack">
        <div class="row between wrap">
          <PageTitle>{t('desk.title')}</PageTitle>
          <span class="row wrap">
            <Show when={capabilities.chat && known()?.partition.chat && chatsAtAll(known()?.person ?? person)}>
              <A class="button" href="/desk/chat">
                <Icon name="chat" />
                {t('chatQueue.title')}
              </A>
            </Show>
            <A class="button" href="/desk/chases">
              <Icon name="chase" />
              {t('chases.title')}
            </A>
            <ShortcutHelp />
          </span>
        </div>
        <Show when={known()}>{(told) => <p class="soft">{t('desk.words', { partition: told().partition.name })}</p>}</Show>
        <Show when={offlineSince()}>{(at) => <p class="soft">{t('tickets.asOf', { ago: formatAgo(at(), now()) })}</p>}</Show>
      </div>
      <Show when={list()}>
        {(read) => (
          <Show when={read().known || read().tickets.length > 0} fallback={<NotHereYet />}>
            <Show when={statuses()}>{(known) => <DeskList list={read()} statuses={known()} now={now()} />}</Show>
          </Show>
        )}
      </Show>
    </div>
  );
};

const DeskList = (props: { readonly list: TicketList; readonly statuses: readonly StatusRecord[]; readonly now: number }): JSX.Element => {
  const { store, person } = useSignedIn();
  const choices = createMemo(() =>
    statusChoicesAmong(
      props.list.tickets.map(({ ticket }) => ({ ...setStatusOf(ticket), of: ticket.kind })),
      props.statuses,
    ),
  );
  const choicesOf = (open: boolean): readonly StatusChoice[] => choices().filter(({ status }) => isOpenPhase(status) === open);
  const state = createTicketFilter((open) => choicesOf(open).map(statusKeyOf));
  const serviceOf = createServiceOfTicket();
  const people = createLive(observeDeskPeople(store));
  const tickets = createMemo(() => props.list.tickets);
  createEffect(() => onCleanup(prepareSearch(tickets())));
  const ordered = createMemo(() => tickets().toSorted(byUrgency));
  const openCount = createMemo(() => ordered().filter((summary) => summary.open).length);
  const desk = createDeskFilter();
  const groupIds = createMemo(() => new Set<string>(people()?.groups.flatMap(({ id, memberIds }) => (memberIds.includes(person.id) ? [id] : []))));
  const holders = createMemo(() => {
    const known = people();
    return known ? holdersOf(tickets(), known) : null;
  });
  const filter = createMemo(() => {
    const known = holders();
    return known ? knownFilter(desk.filter(), known) : desk.filter();
  });
  const wanted = createMemo(() => ordered().filter((summary) => fitsDesk(summary, filter(), { personId: person.id, groupIds: groupIds(), now: props.now })));
  const found = createMemo(() => filterTickets(wanted(), state.filter(), ({ ticket }) => statusKeyOf(setStatusOf(ticket))));
  const places = createMemo(() => placesOf(tickets(), filter().place));
  const narrowing = (): number => setCount(filter()) + [state.filter().kind, state.filter().status].filter((value) => value !== null).length;
  // One address that narrows nothing, after whatever was on its way there: what stands beside the search follows it.
  const [, setParams] = useSearchParams();
  const clear = (): void => {
    state.clear();
    state.settle();
    desk.settle();
    setParams({ q: null, kind: null, status: null, only: null, group: null, analyst: null, priority: null, place: null }, { replace: true });
    // The button may go with what it cleared.
    focusSearch();
  };
  createShortcuts({
    '/': focusSearch,
    j: () => moveToRow(1),
    k: () => moveToRow(-1),
  });
  return (
    <>
      <TicketFilters state={state} label={t('desk.search')} openCount={openCount()} closedCount={ordered().length - openCount()} foundCount={found().length}>
        <DeskFilters
          filter={filter()}
          onSet={desk.set}
          onSettle={desk.settle}
          onClear={clear}
          setCount={narrowing()}
          holders={holders()}
          personId={person.id}
          places={places()}
        >
          <KindAndStatus
            state={state}
            statuses={choicesOf(state.filter().open).map((status) => ({ value: statusKeyOf(status), words: choiceWords(status) }))}
          />
        </DeskFilters>
      </TicketFilters>
      <Show
        when={found().length > 0}
        fallback={<Nothing state={state} elsewhere={foundElsewhere(wanted(), state.filter())} isNarrowed={narrowing() > 0} onClear={clear} />}
      >
        <div class="card">
          <LongList items={found()} by={(summary) => summary.id} label={t('desk.title')} startOver={JSON.stringify([state.filter(), filter()])}>
            {(summary, position) => (
              <DeskRow summary={summary()} service={serviceOf(summary().ticket)} now={props.now} position={position()} of={found().length} />
            )}
          </LongList>
        </div>
      </Show>
    </>
  );
};

const choiceWords = (choice: StatusChoice): string => {
  const status = deskStatusWords(choice);
  return choice.onlyFor ? t(`desk.statusOf.${choice.onlyFor}`, { status }) : status;
};

type NothingProps = { readonly state: TicketFilterState; readonly elsewhere: number; readonly isNarrowed: boolean; readonly onClear: () => void };

const Nothing = (props: NothingProps): JSX.Element => {
  const filter = () => props.state.filter();
  return (
    <Switch fallback={<EmptyState icon="check-circle" title={t('desk.noneOpen')} words={t('desk.noneOpenWords')} />}>
      <Match when={props.isNarrowed || filter().query.trim() !== ''}>
        <NothingFound isOpen={filter().open} elsewhere={props.elsewhere} onClear={props.onClear} />
      </Match>
      <Match when={!filter().open}>
        <EmptyState icon="desk" title={t('desk.noneClosed')} />
      </Match>
    </Switch>
  );
};
