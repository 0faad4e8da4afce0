/** Light, dark, or as the device says; and the colours of the brand. Remembered on this device, for whoever uses it. */
import { createSignal } from 'solid-js';

export type Theme = 'auto' | 'light' | 'dark';
type Brand = { readonly light?: string; readonly dark?: string };

const storageKey = 'portico:theme';
const [theme, setThemeSignal] = createSignal<Theme>('auto');
export { theme };

const darkDevice = matchMedia('(prefers-color-scheme: dark)');
let brand: Brand = {};

export const startTheme = (colours: Brand): void => {
  brand = colours;
  const stored = localStorage.getItem(storageKey);
  setThemeSignal(stored === 'light' || stored === 'dark' ? stored : 'auto');
  darkDevice.addEventListener('change', apply);
  apply();
};

export const setTheme = (next: Theme): void => {
  setThemeSignal(next);
  localStorage.setItem(storageKey, next);
  apply();
};

const apply = (): void => {
  const root = document.documentElement;
  const chosen = theme();
  if (chosen === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = chosen;
  const isDark = chosen === 'dark' || (chosen === 'auto' && darkDevice.matches);
  const colour = isDark ? brand.dark : brand.light;
  if (colour) root.style.setProperty('--brand', colour);
};
