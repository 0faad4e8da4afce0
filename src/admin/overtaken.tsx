/** Nobody saves over what somebody else saved meanwhile before they were led to it: the words about it may be far from the button. */
import type { JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { SettingsWarning } from './settings-warning.tsx';

/** A field that somebody else changed while it was changed here, and what it is by now. */
type Overtaken = { readonly field: string; readonly now: unknown };

type OvertakenFields = {
  readonly count: () => number;
  /** Leads to the next that nobody was led to; false where there is none, and all may be saved. */
  readonly lead: () => boolean;
  /** After a save, and after what was typed is put back: what is typed next is compared anew. */
  readonly forget: () => void;
};

export const createOvertaken = (found: () => readonly Overtaken[]): OvertakenFields => {
  /** Of each field what was shown last: what it is again after that is news. */
  const shownByField = new Map<string, string>();
  const unseen = (): readonly Overtaken[] => found().filter(({ field, now }) => shownByField.get(field) !== JSON.stringify(now));
  return {
    count: () => found().length,
    lead: () => {
      if (unseen().length === 0) return false;
      // What has no words on the page is not shown, and nothing is saved over it.
      const next = unseen().find(({ field }) => wordsOf(field));
      if (!next) return true;
      shownByField.set(next.field, JSON.stringify(next.now));
      bringToSight(wordsOf(next.field));
      return true;
    },
    forget: () => shownByField.clear(),
  };
};

const bringToSight = (words: HTMLElement | null): void => {
  words?.focus({ preventScroll: true });
  // Not at the end of the window: there the card with the button lies over it.
  words?.scrollIntoView({ block: 'center' });
};

const idOf = (field: string): string => `overtaken-${field}`;
const wordsOf = (field: string): HTMLElement | null => document.getElementById(idOf(field));

type WarningProps = {
  readonly field: string;
  readonly now: string;
  /** What the field is called, where it is not beside the words. */
  readonly called?: string | undefined;
};

/** What a field is by now, in words. */
export const OvertakenWarning = (props: WarningProps): JSX.Element => (
  <SettingsWarning role="status" id={idOf(props.field)}>
    {props.called === undefined ? t('admin.meanwhile', { value: props.now }) : t('admin.meanwhileOf', { place: props.called, value: props.now })}
  </SettingsWarning>
);
