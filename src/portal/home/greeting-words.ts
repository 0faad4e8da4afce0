import { t } from '../../i18n/translate.ts';
import { firstNameOf } from '../../ui/person-name.ts';

/** By the clock on the wall of whoever reads it. */
export const greetingWords = (now: number, name: string): string => t(greetingKey(now), { name: firstNameOf(name) });

const greetingKey = (now: number): 'home.morning' | 'home.afternoon' | 'home.evening' => {
  const hour = new Date(now).getHours();
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
};
