/** Everything that narrows the desk's list beside the search: folded away where there is little room. */
import { For, Show, type JSX } from 'solid-js';
import { priorities } from '../../domain/call.ts';
import { t } from '../../i18n/translate.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { Select } from '../../ticket-parts/ticket-filters.tsx';
import { mine, none, onlyKinds, type DeskFilter, type Holders } from './desk-filter.ts';
import './desk-filters.css';

type DeskFiltersProps = {
  readonly filter: DeskFilter;
  /** An empty text lets go of it. */
  readonly onSet: (name: keyof DeskFilter, value: string) => void;
  readonly onSettle: () => void;
  readonly onClear: () => void;
  /** How many of all there are narrow the list now. */
  readonly setCount: number;
  /** Null where the desk gives tickets to nobody. */
  readonly holders: Holders | null;
  readonly personId: string;
  readonly places: readonly string[];
  /** Those that every list has. */
  readonly children: JSX.Element;
};

export const DeskFilters = (props: DeskFiltersProps): JSX.Element => {
  const hasRoom = matchMedia('(min-width: 860px)').matches;
  return (
    <details class="desk-filters" open={hasRoom} onFocusOut={() => props.onSettle()}>
      <summary>{props.setCount === 0 ? t('desk.filters') : t('desk.filtersSet', { count: props.setCount })}</summary>
      <div class="desk-filter-grid">
        <Show when={props.holders}>
          {(holders) => (
            <>
              <Select label={t('desk.group')} value={props.filter.group ?? ''} onChange={(value) => props.onSet('group', value)}>
                <option value="">{t('desk.group.any')}</option>
                <option value={mine}>{t('desk.group.mine')}</option>
                <option value={none}>{t('desk.group.none')}</option>
                <KeyedFor each={holders().groups} by={({ id }) => id}>
                  {(group) => <option value={group().id}>{group().name}</option>}
                </KeyedFor>
              </Select>
              <Select label={t('desk.analyst')} value={props.filter.analyst ?? ''} onChange={(value) => props.onSet('analyst', value)}>
                <option value="">{t('desk.analyst.any')}</option>
                <option value={mine}>{t('desk.analyst.mine')}</option>
                <option value={none}>{t('desk.analyst.none')}</option>
                <KeyedFor each={holders().analysts.filter(({ id }) => id !== props.personId)} by={({ id }) => id}>
                  {(analyst) => <option value={analyst().id}>{analyst().name}</option>}
                </KeyedFor>
              </Select>
            </>
          )}
        </Show>
        {props.children}
        <Select label={t('desk.only')} value={props.filter.only ?? ''} onChange={(value) => props.onSet('only', value)}>
          <option value="">{t('desk.only.any')}</option>
          <For each={onlyKinds}>{(kind) => <option value={kind}>{t(`desk.only.${kind}`)}</option>}</For>
        </Select>
        <Select label={t('desk.priority')} value={props.filter.priority ?? ''} onChange={(value) => props.onSet('priority', value)}>
          <option value="">{t('desk.priority.any')}</option>
          <For each={priorities.toReversed()}>{(priority) => <option value={priority}>{t(`desk.priority.${priority}`)}</option>}</For>
        </Select>
        <Show when={props.places.length > 0}>
          <Select label={t('desk.place')} value={props.filter.place ?? ''} onChange={(value) => props.onSet('place', value)}>
            <option value="">{t('desk.place.any')}</option>
            <For each={props.places}>{(place) => <option value={place}>{place}</option>}</For>
          </Select>
        </Show>
        <button type="button" class="button quiet" aria-disabled={props.setCount === 0} onClick={() => props.onClear()}>
          {t('desk.clear')}
        </button>
      </div>
    </details>
  );
};
