/** Search, open or closed, kind and status: everything that narrows a list of tickets. */
import { useLocation } from '@solidjs/router';
import { createUniqueId, Show, type JSX } from 'solid-js';
import type { TicketKind } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TicketFilterState } from './create-ticket-filter.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyedFor } from '../ui/keyed-for.tsx';
import { longListId } from '../ui/long-list.tsx';
import { focusSearch, SearchField } from '../ui/search-field.tsx';
import '../ui/field.css';
import './ticket-filters.css';

type TicketFiltersProps = {
  readonly state: TicketFilterState;
  readonly label: string;
  readonly openCount: number;
  readonly closedCount: number;
  readonly foundCount: number;
  /** What the list is narrowed by besides. */
  readonly children: JSX.Element;
};

export const TicketFilters = (props: TicketFiltersProps): JSX.Element => {
  const filter = () => props.state.filter();
  return (
    <search class="stack" onFocusOut={() => props.state.settle()}>
      <SearchField label={props.label} value={filter().query} onChange={props.state.setQuery} listId={longListId} enterOnlyFocuses />
      <div class="ticket-filters">
        <nav class="segments" aria-label={t('tickets.which')}>
          <Segment label={t('tickets.open')} count={props.openCount} show={null} isCurrent={filter().open} />
          <Segment label={t('tickets.closed')} count={props.closedCount} show="closed" isCurrent={!filter().open} />
        </nav>
        {props.children}
        <small class="found" role="status">
          {t('tickets.found', { count: props.foundCount })}
        </small>
      </div>
    </search>
  );
};

type KindAndStatusProps = { readonly state: TicketFilterState; readonly statuses: readonly { readonly value: string; readonly words: string }[] };

/** What every list is narrowed by. */
export const KindAndStatus = (props: KindAndStatusProps): JSX.Element => (
  <>
    <Select label={t('tickets.kind')} value={props.state.filter().kind ?? ''} onChange={(kind) => props.state.setKind((kind || null) as TicketKind | null)}>
      <option value="">{t('tickets.kind.any')}</option>
      <option value="call">{t('tickets.kind.call')}</option>
      <option value="request">{t('tickets.kind.request')}</option>
    </Select>
    <Select label={t('tickets.status')} value={props.state.filter().status ?? ''} onChange={(status) => props.state.setStatus(status || null)}>
      <option value="">{t('tickets.status.any')}</option>
      <KeyedFor each={props.statuses} by={({ value }) => value}>
        {(status) => (
          <option value={status().value} selected={status().value === props.state.filter().status}>
            {status().words}
          </option>
        )}
      </KeyedFor>
    </Select>
  </>
);

type Half = 'closed' | null;

/** The same list, narrowed as it is, of the open or the closed ones. A status belongs to one half. */
const createHalfHref = (): ((show: Half) => string) => {
  const location = useLocation();
  return (show) => {
    const search = new URLSearchParams(location.search);
    search.delete('status');
    search.delete('show');
    if (show) search.set('show', show);
    return location.pathname + (search.size > 0 ? `?${search}` : '');
  };
};

/** A real link: it can be opened beside, and the way back leads here. The router's own would call both current, by their path. */
const Segment = (props: { readonly label: string; readonly count: number; readonly show: Half; readonly isCurrent: boolean }): JSX.Element => {
  const hrefOf = createHalfHref();
  return (
    <a href={hrefOf(props.show)} class="segment" aria-current={props.isCurrent ? 'page' : undefined}>
      {props.label}
      <Show when={props.count > 0}>
        {' '}
        <span class="segment-count">{props.count}</span>
      </Show>
    </a>
  );
};

type NothingFoundProps = {
  readonly isOpen: boolean;
  /** How many of the other half, open or closed, are found by the same words. */
  readonly elsewhere: number;
  readonly onClear: () => void;
};

/** Nothing fits what the list is narrowed by: where something does, and the way back to all. */
export const NothingFound = (props: NothingFoundProps): JSX.Element => {
  const hrefOf = createHalfHref();
  return (
    <EmptyState icon="search" title={t('tickets.noneFound')} words={t('tickets.noneFoundWords')}>
      <Show when={props.elsewhere}>
        {(count) => (
          <a class="button primary" href={hrefOf(props.isOpen ? 'closed' : null)} onClick={focusSearch}>
            {t('tickets.elsewhere', { which: t(props.isOpen ? 'tickets.closed' : 'tickets.open'), count: count() })}
          </a>
        )}
      </Show>
      <button type="button" class="button" onClick={() => props.onClear()}>
        {t('tickets.showAll')}
      </button>
    </EmptyState>
  );
};

/** Says by its look whether it narrows the list. */
export const Select = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: JSX.Element;
}): JSX.Element => {
  const id = createUniqueId();
  return (
    <>
      <label class="visually-hidden" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="input select"
        classList={{ narrowed: props.value !== '' }}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.children}
      </select>
    </>
  );
};
