/** Words for people: one table per language, counted forms by the language's own rules, a deployment's words over both. */
import { createSignal } from 'solid-js';
import type { Message, MessageKey, Messages } from './messages.ts';

const locales = ['en', 'en-XA', 'ar-XB'] as const;
/** `en-XA` is English in disguise, to find words that were never translated; `ar-XB` the same from right to left. */
type Locale = (typeof locales)[number];

export type Params = Readonly<Record<string, string | number>>;

/** Words arrive with the screens that say them: the front door does not carry those of the whole portal. */
export const learn = (words: Readonly<Partial<Messages>>): void => {
  Object.assign(messages, words);
};
const messages: Partial<Record<MessageKey, Message>> = {};

/** How the words of a language in disguise are drawn; null for English as it is. */
const [disguise, setDisguise] = createSignal<((message: string) => string) | null>(null);
const [vocabulary, setVocabulary] = createSignal<Readonly<Record<string, string>>>({});
export { setVocabulary };

/** Also tells the page, so that a screen reader pronounces it right and the layout turns round. */
const setLocale = (next: Locale): void => {
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar-XB' ? 'rtl' : 'ltr';
};

/** `?locale=` asks for another language, for as long as the tab is open. */
export const startLocale = async (): Promise<void> => {
  const known = locales.find((name) => name === askedLocale());
  if (!known) return;
  setLocale(known);
  if (known === 'en') return;
  const { pseudo } = await import('./pseudo.ts');
  setDisguise(() => (message: string) => pseudo(message, known === 'ar-XB'));
};

const askedKey = 'portico:locale';

const askedLocale = (): string | null => {
  const asked = new URLSearchParams(location.search).get('locale');
  try {
    if (asked !== null) sessionStorage.setItem(askedKey, asked);
    return asked ?? sessionStorage.getItem(askedKey);
  } catch {
    // A browser that may keep nothing: the question is answered for this page alone.
    return asked;
  }
};

/** The message in the language of the moment. `{name}` is filled from `params`; counted messages choose by `params.count`. */
export const t = (key: MessageKey, params: Params = {}): string => {
  const own = vocabulary()[key];
  if (own !== undefined) return fill(own, params);
  const message = messages[key];
  if (message === undefined) throw new Error(`the words for "${key}" were never learnt`);
  const form = formFor(message, params);
  return fill(disguise()?.(form) ?? form, params);
};

const formFor = (message: Message, { count }: Params): string => {
  if (typeof message === 'string') return message;
  return new Intl.PluralRules('en').select(Number(count)) === 'one' ? message.one : message.other;
};

const fill = (message: string, params: Params): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? new Intl.NumberFormat(intlLocale()).format(value) : value;
  });

/** The person's own kind of English: dates as they are used to, and never in a language that the words around are not in. */
export const intlLocale = (): string => navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';
