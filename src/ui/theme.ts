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

/** What is left out is the portal's own. Of the colours, where only the light one is given, the dark one derives from it. */
export type Brand = { readonly [Part in 'light' | 'dark' | 'logo' | 'banner' | 'greeting']?: string | undefined };

const [brand, setBrandSignal] = createSignal<Brand>({});
export { brand };

export const setBrand = (next: Brand): void => {
  setBrandSignal(next);
  paintBrand(document.documentElement, next);
};

/** Everything that is in this element is coloured by this brand, if the style sheet begins anew there: the page, or a preview. */
export const paintBrand = ({ style }: HTMLElement, { light, dark, banner }: Brand): void => {
  // Nothing takes away what was there before.
  style.setProperty('--brand-light', light ?? '');
  style.setProperty('--brand-dark', dark ?? '');
  style.setProperty('--banner', banner ? `url("${banner}")` : '');
};
