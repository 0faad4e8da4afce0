/** Light, dark, or as the device says; and the colours of the brand. Remembered on this device, for whoever uses it. */
import { createSignal } from 'solid-js';
import { recall, remember } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'portico:theme';

const stored = recall(storageKey);
const [theme, setThemeSignal] = createSignal<Theme>(themes.find((name) => name === stored) ?? 'auto');
export { theme };

/** Before anything is painted, so that nothing flashes. */
export const startTheme = (): void => apply(theme());

export const setTheme = (next: Theme): void => {
  setThemeSignal(next);
  remember(storageKey, next);
  apply(next);
};

/** The style sheet decides by `color-scheme`; a choice made here overrides the device's. */
const apply = (chosen: Theme): void => {
  const { dataset } = document.documentElement;
  if (chosen === 'auto') delete dataset['theme'];
  else dataset['theme'] = chosen;
};

/** Where only one is given, the other derives from it or from the portal's own. */
export const setBrand = ({ light, dark }: { readonly light?: string; readonly dark?: string }): void => {
  const { style } = document.documentElement;
  if (light) style.setProperty('--brand-light', light);
  if (dark) style.setProperty('--brand-dark', dark);
};
