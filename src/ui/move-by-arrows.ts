import { focusSearch, linksIn } from './search-field.tsx';

/** Arrow up and down go from link to link, and from the first back to what stands before the list. */
export const moveByArrows = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = linksIn(event.currentTarget.id);
  const at = links.findIndex((link) => link === document.activeElement);
  if (step === 0 || at === -1) return;
  event.preventDefault();
  if (at + step < 0) focusSearch();
  else links[at + step]?.focus();
};
