import { t } from '../i18n/translate.ts';
import { firstNameOf } from './person-name.ts';

/** The portal's own by the clock on the wall of whoever reads it, or words of somebody's choice, in which `{name}` stands for the person. */
export const greetingWords = (now: number, name: string, own?: string): string =>
  own?.replaceAll('{name}', () => firstNameOf(name)) || t(greetingKey(now), { name: firstNameOf(name) });

const greetingKey = (now: number): 'home.morning' | 'home.afternoon' | 'home.evening' => {
  const hour = new Date(now).getHours();
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
};
