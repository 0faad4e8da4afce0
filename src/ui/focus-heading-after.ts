import { onCleanup } from 'solid-js';

/** Whoever settled something by a button that goes with it is at the heading of the page, and not at the beginning of everything. */
export const focusHeadingAfter = (element: () => HTMLElement): void => {
  onCleanup(() => {
    if (element().contains(document.activeElement)) document.querySelector('h1')?.focus();
  });
};
