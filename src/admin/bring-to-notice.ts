import { announce } from '../ui/announcer.tsx';

/**
 * Something that was saved has come back: it is said, and whoever has just pressed a button of the form finds themselves in
 * front of it. Whoever is writing stays where they write.
 */
export const bringToNotice = (card: HTMLElement, words: string): void => {
  announce(words);
  const at = document.activeElement;
  if (at instanceof HTMLButtonElement && at.closest('form')) card.focus();
};
