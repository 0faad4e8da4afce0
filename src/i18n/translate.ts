/** Words for people: one table per language, counted forms by the language's own rules, a deployment's words over both. */
import { createSignal } from 'solid-js';
import type { Message, MessageKey, Messages } from './messages.ts';
import { pseudo } from './pseudo.ts';

const locales = ['en', 'en-XA', 'ar-XB'] as const;
/** `en-XA` is English in disguise, to find words that were never translated; `ar-XB` the same from right to left. */
type Locale = (typeof locales)[number];

export type Params = Readonly<Record<string, string | number>>;

/** Words arrive with the screens that say them: the front door does not carry those of the whole portal. */
export const learn = (words: Readonly<Partial<Messages>>): void => {
  Object.assign(messages, words);
};
const messages: Partial<Record<MessageKey, Message>> = {};

const [locale, setLocaleSignal] = createSignal<Locale>('en');
const [vocabulary, setVocabulary] = createSignal<Readonly<Record<string, string>>>({});
export { setVocabulary };

/** Also tells the page, so that a screen reader pronounces it right and the layout turns round. */
const setLocale = (next: Locale): void => {
  setLocaleSignal(next);
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar-XB' ? 'rtl' : 'ltr';
};

/** `?locale=` asks for another language, for as long as the tab is open. */
export const startLocale = (): void => {
  const asked = new URLSearchParams(location.search).get('locale') ?? sessionStorage.getItem(askedKey);
  const known = locales.find((name) => name === asked);
  if (!known) return;
  sessionStorage.setItem(askedKey, known);
  setLocale(known);
};
const askedKey = 'portico:locale';

/** The message in the language of the moment. `{name}` is filled from `params`; counted messages choose by `params.count`. */
export const t = (key: MessageKey, params: Params = {}): string => {
  const own = vocabulary()[key];
  if (own !== undefined) return fill(own, params);
  const message = messages[key];
  if (message === undefined) throw new Error(`the words for "${key}" were never learnt`);
  const form = formFor(message, params);
  return fill(locale() === 'en' ? form : pseudo(form, locale() === 'ar-XB'), params);
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
const intlLocale = (): string => navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

export const formatTime = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { hour: '2-digit', minute: '2-digit' }).format(at);
const formatDay = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
export const formatDate = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
export const formatLongDay = (at: number): string =>
  new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
export const formatNumber = (value: number): string => new Intl.NumberFormat(intlLocale(), { maximumFractionDigits: 20 }).format(value);

/** The day of today, in full. */
export const formatToday = (now: number): string => new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(now);

/** A day as people say it: today and yesterday by name, this week by its weekday. */
export const formatWhen = (at: number, now: number): string => {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (daysAgo === 0) return t('when.today', { time: formatTime(at) });
  if (daysAgo === 1) return t('when.yesterday', { time: formatTime(at) });
  if (daysAgo === -1) return t('when.tomorrow', { time: formatTime(at) });
  return Math.abs(daysAgo) < 7 ? `${formatDay(at)} ${formatTime(at)}` : formatDate(at);
};

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** "20 minutes ago", in the largest unit that is at least one. */
export const formatAgo = (at: number, now: number): string => {
  const seconds = Math.round((at - now) / 1000);
  const format = new Intl.RelativeTimeFormat(intlLocale(), { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return t('when.justNow');
  if (Math.abs(seconds) < 3_600) return format.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return format.format(Math.round(seconds / 3_600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
};

export const formatBytes = (bytes: number): string => {
  if (bytes < 1_000) return t('size.bytes', { count: bytes });
  const [value, unit] = largestUnit(bytes);
  return new Intl.NumberFormat(intlLocale(), { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
};

const largestUnit = (bytes: number): readonly [number, 'kilobyte' | 'megabyte' | 'gigabyte'] => {
  if (bytes < 1_000_000) return [bytes / 1_000, 'kilobyte'];
  return bytes < 1_000_000_000 ? [bytes / 1_000_000, 'megabyte'] : [bytes / 1_000_000_000, 'gigabyte'];
};
