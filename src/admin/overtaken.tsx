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
      const [first] = unseen();
      if (!first) return false;
      setShown((before) => [...before, ...unseen().map((one) => JSON.stringify(one))]);
      const words = document.getElementById(idOf(first.field));
      words?.focus({ preventScroll: true });
      // Not at the end of the window: there the card with the button lies over it.
      words?.scrollIntoView({ block: 'center' });
      return true;
    },
  };
};

const idOf = (field: string): string => `overtaken-${field}`;

/** What a field is by now, in words. */
export const OvertakenWarning = (props: { readonly field: string; readonly now: string }): JSX.Element => (
  <SettingsWarning role="status" id={idOf(props.field)}>
    {t('admin.meanwhile', { value: props.now })}
  </SettingsWarning>
);
