/** Everything of one kind that the desk keeps, by name; each leads to its own page. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { keyOfChange, keyOfRecord, type DeskRecord, type DeskRecords, type ListedKind } from '../../domain/records/desk-record.ts';
import { t } from '../../i18n/translate.ts';
import type { RecordsView } from '../../store/observe/records.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LongList, longListId } from '../../ui/long-list.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { createKnownRecords, type KnownRecords } from './create-known-records.ts';
import { recordDetail, recordTitle } from './record-words.ts';
import './records.css';

export const RecordsPage = (props: { readonly of: ListedKind }): JSX.Element => {
  const known = createKnownRecords();
  return (
    <>
      <div class="row between wrap">
        <PageTitle>{t(`records.many.${props.of}`)}</PageTitle>
        <div class="row wrap">
          <Show when={props.of === 'person'}>
            <A class="button" href="/admin/person/import">
              {t('import.link')}
            </A>
          </Show>
          <Show when={props.of !== 'role'}>
            <A class="button primary" href={`/admin/${props.of}/new`}>
              {t(`records.new.${props.of}`)}
            </A>
          </Show>
        </div>
      </div>
      <p class="soft">{t(`records.words.${props.of}`)}</p>
      <Switch>
        <Match when={known() === null}>
          <NotHereYet />
        </Match>
        <Match when={known()}>{(all) => <RecordList of={props.of} view={all().view} partitions={all().partitions} />}</Match>
      </Switch>
    </>
  );
};

/** With so many of them a box to search in helps. */
const searchedFrom = 8;

const RecordList = (props: KnownRecords & { readonly of: ListedKind }): JSX.Element => {
  const detail = (record: DeskRecord): string => recordDetail(record, props.view.records, props.partitions);
  const [wanted, setWanted] = createSignal('');
  const all = createMemo(() => listed(props.view.records, props.of));
  const shown = createMemo(() => {
    const words = wanted().trim().toLowerCase();
    return all().filter((record) => `${recordTitle(record)} ${detail(record)}`.toLowerCase().includes(words));
  });
  return (
    <Show when={all().length > 0} fallback={<EmptyState icon="people" title={t(`records.none.${props.of}`)} words={t(`records.noneWords.${props.of}`)} />}>
      <Show when={all().length >= searchedFrom}>
        <SearchField label={t('records.search')} value={wanted()} onChange={setWanted} listId={longListId} />
      </Show>
      <Show when={shown().length > 0} fallback={<EmptyState icon="search" title={t('records.noneFound')} />}>
        <LongList items={shown()} by={(record) => record.body.id} label={t(`records.many.${props.of}`)} startOver={wanted()}>
          {(record, position) => <RecordRow record={record()} detail={detail(record())} view={props.view} position={position()} count={shown().length} />}
        </LongList>
      </Show>
    </Show>
  );
};

type RowProps = { readonly record: DeskRecord; readonly detail: string; readonly view: RecordsView; readonly position: number; readonly count: number };

const RecordRow = (props: RowProps): JSX.Element => {
  const key = () => keyOfRecord(props.record.of, props.record.body.id);
  return (
    <li class="record-row" aria-posinset={props.position} aria-setsize={props.count}>
      <A class="record-link" href={`/admin/${props.record.of}/${encodeURIComponent(props.record.body.id)}`}>
        <strong>{recordTitle(props.record)}</strong>
        <span class="record-chips">
          <Show when={props.view.held.some(({ changes }) => changes.some((change) => keyOfChange(change) === key()))}>
            <span class="chip bad">{t('records.held')}</span>
          </Show>
          <Show when={props.view.drafts.some((draft) => draft.key === key())}>
            <span class="chip warn">{t('records.draft')}</span>
          </Show>
          <Show when={props.view.waiting.has(key())}>
            <span class="chip plain">{t('records.waiting')}</span>
          </Show>
          <Show when={props.record.of === 'person' && props.record.body.hasLeft}>
            <span class="chip plain">{t('records.person.left')}</span>
          </Show>
        </span>
        <small>{props.detail}</small>
      </A>
    </li>
  );
};

/** By name; rules in the order in which they are tried, statuses of calls before those of requests, roles as they are. */
const listed = (records: DeskRecords, of: ListedKind): readonly DeskRecord[] =>
  records[of].map((body) => ({ of, body }) as DeskRecord).toSorted((one, other) => rankOf(one) - rankOf(other) || nameOf(one).localeCompare(nameOf(other)));

const rankOf = (record: DeskRecord): number => {
  if (record.of === 'status') return record.body.for === 'call' ? 0 : 1;
  return record.of === 'routing-rule' ? record.body.rank : 0;
};
const nameOf = ({ body }: DeskRecord): string => ('name' in body ? body.name : '');
