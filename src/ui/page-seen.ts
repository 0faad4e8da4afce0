import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Whether somebody can see the page: not in a tab behind others, not minimised. */
export const createPageSeen = (): Accessor<boolean> => {
  const [isSeen, setSeen] = createSignal(document.visibilityState === 'visible');
  const follow = (): void => void setSeen(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', follow);
  onCleanup(() => document.removeEventListener('visibilitychange', follow));
  return isSeen;
};
