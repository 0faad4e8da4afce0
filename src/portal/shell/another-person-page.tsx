/** Somebody else signed in in another tab: this tab does not turn into theirs unasked, and shows nothing of either. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const AnotherPersonPage = (props: { readonly name: string; readonly onGoOn: () => void }): JSX.Element => (
  <main>
    <EmptyState icon="people" isWholePage title={t('app.anotherPerson.title', { name: props.name })} words={t('app.anotherPerson.words')}>
      <button type="button" class="button primary" onClick={() => props.onGoOn()}>
        {t('app.anotherPerson.goOn', { name: props.name })}
      </button>
    </EmptyState>
  </main>
);
