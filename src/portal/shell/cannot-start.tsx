/** Pages for when the portal cannot open at all, each with what can be done. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const InsecureOrigin = (): JSX.Element => (
  <main>
    <EmptyState icon="lock" title={t('app.insecure.title')} words={t('app.insecure.words')} />
  </main>
);

export const BadSettings = (props: { readonly problems: readonly string[] }): JSX.Element => (
  <main>
    <EmptyState icon="alert" title={t('app.badSettings.title')} words={t('app.badSettings.words', { problems: props.problems.join('; ') })} />
  </main>
);

export const Unreachable = (): JSX.Element => (
  <main>
    <EmptyState icon="cloud-off" title={t('app.unreachable.title')} words={t('app.unreachable.words')}>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {t('app.fault.reload')}
      </button>
    </EmptyState>
  </main>
);
