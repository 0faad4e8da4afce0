/** The very first visit, without a network: nothing is here that could be opened. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const Unreachable = (): JSX.Element => (
  <main>
    <EmptyState icon="cloud-off" isWholePage title={t('app.unreachable.title')} words={t('app.unreachable.words')}>
      <LoadAgain />
    </EmptyState>
  </main>
);

export const LoadAgain = (): JSX.Element => (
  <button type="button" class="button primary" onClick={() => location.reload()}>
    {t('app.fault.reload')}
  </button>
);
