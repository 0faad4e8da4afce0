/** A search box over a list on the same page. Arrow down goes into the list; Escape empties the box. */
import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './field.css';
import './search-field.css';

type SearchFieldProps = {
  /** What can be looked for: to be read in the empty box, and by screen readers. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where arrow down leads: an element of this id holds the links. */
  readonly listId: string;
  /** Enter goes to the first thing found; else it opens it. */
  readonly enterOnlyFocuses?: boolean;
};

export const SearchField = (props: SearchFieldProps): JSX.Element => {
  const onKeyDown = (event: KeyboardEvent): void => {
    // The Enter that ends a composition (Japanese, Chinese) is not meant for us.
    if (event.isComposing) return;
    if (event.key === 'Escape') props.onChange('');
    const first = event.key === 'ArrowDown' || event.key === 'Enter' ? linksIn(props.listId)[0] : undefined;
    if (!first) return;
    event.preventDefault();
    if (event.key === 'Enter' && props.value.trim() !== '' && !props.enterOnlyFocuses) first.click();
    else first.focus();
  };
  return (
    <label class="search-box">
      <span class="visually-hidden">{props.label}</span>
      <Icon name="search" />
      <input
        class="input"
        type="search"
        enterkeyhint="search"
        placeholder={props.label}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
};

export const linksIn = (id: string): readonly HTMLAnchorElement[] => [...(document.getElementById(id)?.querySelectorAll('a') ?? [])];

/** The one on the page. */
export const focusSearch = (): void => document.querySelector<HTMLInputElement>('.search-box > .input')?.focus();
