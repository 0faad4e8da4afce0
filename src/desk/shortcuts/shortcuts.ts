/**
 * Single letters that do what there is a button for. They can be switched off, and stay so on this device: whoever speaks to
 * their computer would set them off by talking (WCAG 2.1.4).
 */
import { createSignal, onCleanup, onMount } from 'solid-js';
import { recall, remember } from '../../ui/remembered.ts';

export const listShortcuts = ['/', 'j', 'k'] as const;
export const ticketShortcuts = ['t', 'r', 'n', 's', 'e', 'u', 'Escape'] as const;
export const helpShortcut = '?';
type Shortcut = (typeof listShortcuts)[number] | Exclude<(typeof ticketShortcuts)[number], 'Escape'> | typeof helpShortcut;

const rememberedAs = 'portico-desk-shortcuts';
const [areOn, setOn] = createSignal(recall(rememberedAs) !== 'off');
export const areShortcutsOn = areOn;

export const switchShortcuts = (on: boolean): void => {
  setOn(on);
  remember(rememberedAs, on ? null : 'off');
};

/** Out of a box, to the heading of the page: letters are keys again. */
export const createEscape = (): void =>
  listenToKeys((event) => {
    if (event.key === 'Escape' && isForThePage(event) && isTypedInto(event.target)) document.querySelector('h1')?.focus();
  });

/** They hold while what asks for them is on the page; never while somebody types, or is asked something. */
export const createShortcuts = (run: Readonly<Partial<Record<Shortcut, () => void>>>): void => {
  const onKeyDown = (event: KeyboardEvent): void => {
    const doIt = isShortcut(event) ? Object.entries(run).find(([key]) => key === event.key.toLowerCase())?.[1] : undefined;
    if (!doIt || !areOn()) return;
    // Or `/` would be typed into the box that it leads to.
    event.preventDefault();
    doIt();
  };
  listenToKeys(onKeyDown);
};

const listenToKeys = (onKeyDown: (event: KeyboardEvent) => void): void => {
  onMount(() => document.addEventListener('keydown', onKeyDown));
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
};

const isShortcut = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey && isForThePage(event) && !isTypedInto(event.target);

/** Not for what is being written in another script, nor for what has the key already, nor for a question that is open. */
const isForThePage = (event: KeyboardEvent): boolean => !event.isComposing && !event.defaultPrevented && document.querySelector('dialog[open]') === null;

const isTypedInto = (target: EventTarget | null): boolean => target instanceof Element && target.matches(typedInto);

/** Letters in these are text, or choose by first letter. */
const typedInto = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
