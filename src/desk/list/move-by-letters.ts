/** Going from row to row by letters, from wherever the focus is. */
import { longListId } from '../../ui/long-list.tsx';
import { linksIn } from '../../ui/search-field.tsx';

/** While the portal stays open: whoever comes back to the list goes on from there. */
let lastOpened: string | null = null;

export const rememberRow = (path: string): void => {
  lastOpened = path;
};

export const moveToRow = (step: 1 | -1): void => {
  const rows = linksIn(longListId);
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (rows.find((row) => row.pathname === lastOpened) ?? rows[0]) : rows[at + step];
  next?.focus();
};
