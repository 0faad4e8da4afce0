/** Nobody saves over what somebody else saved meanwhile before they were led to it: the words about it may be far from the button. */
import { createSignal, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { SettingsWarning } from './settings-warning.tsx';

/** A field that somebody else changed while it was changed here, and what it is by now. */
type Overtaken = { readonly field: string; readonly now: unknown };

type OvertakenFields = {
  readonly count: () => number;
  /** Leads to the first that nobody was led to; false where there is none, and all may be saved. */
  readonly lead: () => boolean;
};

export const createOvertaken = (found: () => readonly Overtaken[]): OvertakenFields => {
  const [shown, setShown] = createSignal<readonly string[]>([]);
  const unseen = (): readonly Overtaken[] => found().filter((one) => !shown().includes(JSON.stringify(one)));
  return {
    count: () => found().length,
    lead: () => {
      if (unseen().length === 0) return false;
      // What has no words on the page is not shown, and nothing is saved over it.
      const onThePage = unseen().filter(({ field }) => wordsOf(field));
      const [first] = onThePage;
      setShown((before) => [...before, ...onThePage.map((one) => JSON.stringify(one))]);
      const words = first && wordsOf(first.field);
      words?.focus({ preventScroll: true });
      // Not at the end of the window: there the card with the button lies over it.
      words?.scrollIntoView({ block: 'center' });
      return true;
    },
  };
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
