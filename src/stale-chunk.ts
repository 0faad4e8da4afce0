/**
 * A part of the portal that cannot be loaded: after a new release the old parts may be gone from the server, or there is
 * no network and this part was never here. The page is loaded again once, when that can help; else the fault is shown.
 */
import { isTyping } from './ui/typing-guard.ts';

const marker = 'portico:reloaded-for-part';

/** Vite tells of a part that failed to load before the import rejects. */
export const watchStaleChunks = (): void => {
  addEventListener('vite:preloadError', () => void reloadOnce());
};

const reloadOnce = async (): Promise<void> => {
  // Never under text that is being typed, and never twice: a part that is missing for good must not make a loop.
  if (isTyping() || sessionStorage.getItem(marker) !== null) return;
  const answer = await fetch('/index.html', { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(marker, 'yes');
  location.reload();
};
