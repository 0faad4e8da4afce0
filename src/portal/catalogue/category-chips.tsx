import { Show, type JSX } from 'solid-js';
import type { ServiceCategory } from '../../domain/service.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';

type CategoryChipsProps = { readonly categories: readonly ServiceCategory[]; readonly chosen: string; readonly onChoose: (id: string) => void };

/** One category or all of them: real radio buttons, so that arrows move and a screen reader counts. */
export const CategoryChips = (props: CategoryChipsProps): JSX.Element => {
  const choices = (): readonly ServiceCategory[] => [{ id: '', title: t('catalogue.all'), icon: 'grid' }, ...props.categories];
  return (
    <Show when={props.categories.length > 1}>
      <fieldset class="category-chips">
        <legend class="visually-hidden">{t('catalogue.category')}</legend>
        <KeyedFor each={choices()} by={(choice) => choice.id}>
          {(choice) => (
            <label>
              <input class="visually-hidden" type="radio" name="category" checked={props.chosen === choice().id} onChange={() => props.onChoose(choice().id)} />
              <Icon name={choice().icon} />
              {choice().title}
            </label>
          )}
        </KeyedFor>
      </fieldset>
    </Show>
  );
};
