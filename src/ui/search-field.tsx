/** A search box over a list on the same page. Arrow down goes into the list; Escape empties the box. */
import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './field.css';

type SearchFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where arrow down leads: an element of this id holds the links. */
  readonly listId: string;
};

export const SearchField = (props: SearchFieldProps): JSX.Element => {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onChange('');
    const first = event.key === 'ArrowDown' || event.key === 'Enter' ? linksIn(props.listId)[0] : undefined;
    if (!first) return;
    event.preventDefault();
    if (event.key === 'Enter' && props.value.trim() !== '') first.click();
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
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
};

/** Arrow up and down go from link to link, and from the first back to what stands before the list. */
export const moveByArrows = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = linksIn(event.currentTarget.id);
  const at = links.findIndex((link) => link === document.activeElement);
  if (step === 0 || at === -1) return;
  event.preventDefault();
  if (at + step < 0) document.querySelector<HTMLInputElement>('.search-box > .input')?.focus();
  else links[at + step]?.focus();
};

const linksIn = (id: string): readonly HTMLAnchorElement[] => [...(document.getElementById(id)?.querySelectorAll('a') ?? [])];
