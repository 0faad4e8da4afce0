import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Whether the browser is sure that there is no network. That there is one, only a real answer can tell. */
export const createNoNetwork = (): Accessor<boolean> => {
  const [isSure, setSure] = createSignal(!navigator.onLine);
  const follow = (): void => void setSure(!navigator.onLine);
  addEventListener('online', follow);
  addEventListener('offline', follow);
  onCleanup(() => {
    removeEventListener('online', follow);
    removeEventListener('offline', follow);
  });
  return isSure;
};
