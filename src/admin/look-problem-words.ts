import { isHexColour } from '../domain/colour.ts';
import { leastContrast, unreadableIn, type Scheme } from '../domain/settings/brand-contrast.ts';
import { longestGreeting } from '../domain/settings/look-problem.ts';
import type { SettingsPlace, SettingsValue } from '../domain/settings/settings-place.ts';
import type { SettingsProblem } from '../domain/settings/settings-problem.ts';
import { t } from '../i18n/translate.ts';

/** What is wrong with what is typed. That a whole colour cannot be read is said while it is chosen; all else once it was to be saved. */
export const lookProblemWords = (field: 'greeting' | Scheme, typed: string, problem: SettingsProblem | null): string | null => {
  if (field !== 'greeting' && isHexColour(typed)) return unreadableWords(field, typed);
  if (problem === null) return null;
  return field === 'greeting' ? t('admin.problem.too-long', { most: longestGreeting }) : t('admin.problem.not-a-colour');
};

/** Why a colour was not taken; null for what is no colour, and for one that can be read. */
export const whyUnreadable = (place: SettingsPlace, value: SettingsValue): string | null => {
  const scheme = place === 'look.light' ? 'light' : place === 'look.dark' ? 'dark' : null;
  return scheme && typeof value === 'string' && isHexColour(value) ? unreadableWords(scheme, value) : null;
};

const unreadableWords = (scheme: Scheme, colour: string): string | null => {
  const unreadable = unreadableIn(scheme, colour);
  // Rounded down: what is refused never looks like enough.
  return unreadable && t(`admin.problem.${scheme}.${unreadable.pair}`, { contrast: Math.floor(unreadable.contrast * 10) / 10, least: leastContrast });
};
