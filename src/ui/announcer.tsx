/** One polite live region for the whole page: a screen reader hears of chat, sync and steps without being interrupted. */
import { createSignal, type JSX } from 'solid-js';

const [message, setMessage] = createSignal('');

/** Says it once. The same words twice in a row are said twice: an invisible mark makes them differ. */
export const announce = (words: string): void => {
  setMessage((before) => (before === words ? `${words}\u200b` : words));
};

export const Announcer = (): JSX.Element => (
  <div class="visually-hidden" role="status" aria-live="polite">
    {message()}
  </div>
);
