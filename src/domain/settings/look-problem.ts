/** What is wrong with a value that is to be part of a look; empty is never wrong. */
import { isHexColour } from '../colour.ts';
import { unreadableIn } from './brand-contrast.ts';
import { pictureLimits } from './look-picture.ts';
import type { LookField } from './partition-look.ts';
import { pictureProblem, type PictureProblem } from './picture-problem.ts';
import type { SettingsValue } from './settings-place.ts';

export type LookProblem = PictureProblem | 'unknown' | 'too-long' | 'not-a-colour' | 'unreadable';

export const longestGreeting = 80;

export const lookProblem = (field: LookField, value: SettingsValue): LookProblem | null => {
  if (typeof value !== 'string') return 'unknown';
  const text = value.trim();
  if (text === '') return null;
  switch (field) {
    case 'greeting':
      return text.length > longestGreeting ? 'too-long' : null;
    case 'banner':
    case 'logo':
      return pictureProblem(text, pictureLimits[field]);
    case 'light':
    case 'dark':
      if (!isHexColour(text)) return 'not-a-colour';
      return unreadableIn(field, text) ? 'unreadable' : null;
  }
};
