/** What a password must be: told on the page while it is typed, and enforced by the backend. */

export const passwordRules = ['long-enough', 'not-your-name', 'not-common'] as const;
export type PasswordRule = (typeof passwordRules)[number];

export const leastPasswordLength = 10;
/** Room for any sentence; more is nobody's password. */
const mostPasswordLength = 1_000;

/** Whose it is to be: what others know of somebody is the first that is tried. */
export type PasswordHolder = { readonly name: string; readonly userName: string; readonly email: string };

/** The rules that it does not keep; empty for a password that may be set. */
export const brokenRules = (password: string, holder: PasswordHolder): readonly PasswordRule[] =>
  passwordRules.filter((rule) => {
    switch (rule) {
      case 'long-enough':
        return [...password].length < leastPasswordLength || password.length > mostPasswordLength;
      case 'not-your-name':
        return isMadeOfName(password, holder);
      case 'not-common':
        return isCommon(password);
    }
  });

/** Their name and next to nothing else: what is left without it would be tried in a moment. */
const isMadeOfName = (password: string, { name, userName, email }: PasswordHolder): boolean => {
  const parts = [name, userName, email].flatMap((text) => plain(text).split(' ')).filter((part) => part.length > 2);
  const longestFirst = [...new Set(parts)].sort((one, other) => other.length - one.length);
  const typed = plain(password).replaceAll(' ', '');
  const left = longestFirst.reduce((rest, part) => rest.replaceAll(part, ''), typed);
  return left.length < typed.length && left.length < 5;
};

const isCommon = (password: string): boolean => {
  const typed = plain(password).replaceAll(' ', '');
  const word = typed.replace(/^\d+|\d+$/g, '');
  if (new Set(typed).size < 4) return true;
  return typed.length > 0 && (rows.some((row) => row.includes(typed)) || isRepeated(typed) || (word !== '' && (commonWords.has(word) || isRepeated(word))));
};

/** One of the words over and over: `passwordpassword`. */
const isRepeated = (text: string): boolean => [...commonWords].some((word) => text.replaceAll(word, '') === '');

/** Letters and digits, without marks and capitals, a space for everything else. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Fingers walking along the keys, there and back. */
const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** What is tried first, whatever stands before or behind it in digits. */
const commonWords: ReadonlySet<string> = new Set(
  `password passwort passord adgangskode kodeord motdepasse contrasena changeme letmein welcome willkommen velkommen bienvenue qwerty qwertz iloveyou
  football baseball superman batman starwars princess sunshine shadow dragon monkey master michael jordan secret hemmelig geheim login admin administrator
  servicedesk helpdesk portal company summer winter autumn spring sommer vinter january december monday friday test testing default access
  passwordone mypassword newpassword temppassword trustno whatever nothing computer internet liverpool arsenal chelsea barcelona`.split(/\s+/),
);
