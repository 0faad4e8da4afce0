import { For, Show, type JSX } from 'solid-js';
import type { ServiceCategory } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';

type CategoryChipsProps = { readonly categories: readonly ServiceCategory[]; readonly chosen: string; readonly onChoose: (id: string) => void };

/** One category or all of them: real radio buttons, so that arrows move and a screen reader counts. */
export const CategoryChips = (props: CategoryChipsProps): JSX.Element => (
  <Show when={props.categories.length > 1}>
    <fieldset class="category-chips">
      <legend class="visually-hidden">{t('catalogue.category')}</legend>
      <Choice id="" title={t('catalogue.all')} icon="grid" chosen={props.chosen} onChoose={props.onChoose} />
      <For each={props.categories}>
        {(category) => <Choice id={category.id} title={category.title} icon={category.icon} chosen={props.chosen} onChoose={props.onChoose} />}
      </For>
    </fieldset>
  </Show>
);

type ChoiceProps = { readonly id: string; readonly title: string; readonly icon: string; readonly chosen: string; readonly onChoose: (id: string) => void };

const Choice = (props: ChoiceProps): JSX.Element => (
  <label>
    <input class="visually-hidden" type="radio" name="category" checked={props.chosen === props.id} onChange={() => props.onChoose(props.id)} />
    <Icon name={props.icon} />
    {props.title}
  </label>
);
