/** Pages for when the portal cannot open at all, each with what can be done. */
import { For, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const InsecureOrigin = (): JSX.Element => (
  <main>
    <EmptyState icon="lock" isWholePage title={t('app.insecure.title')} words={t('app.insecure.words')}>
      <a class="button primary" href={location.href.replace(/^http:/, 'https:')}>
        {t('app.insecure.try')}
      </a>
    </EmptyState>
  </main>
);

export const BadSettings = (props: { readonly problems: readonly string[] }): JSX.Element => (
  <main>
    <EmptyState icon="alert" isWholePage title={t('app.badSettings.title')} words={t('app.badSettings.words')}>
      <ul class="problems">
        <For each={props.problems}>{(problem) => <li>{problem}</li>}</For>
      </ul>
      <LoadAgain />
    </EmptyState>
  </main>
);

export const Unreachable = (): JSX.Element => (
  <main>
    <EmptyState icon="cloud-off" isWholePage title={t('app.unreachable.title')} words={t('app.unreachable.words')}>
      <LoadAgain />
    </EmptyState>
  </main>
);

const LoadAgain = (): JSX.Element => (
  <button type="button" class="button primary" onClick={() => location.reload()}>
    {t('app.fault.reload')}
  </button>
);
