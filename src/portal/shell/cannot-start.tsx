/** Where the portal cannot work at all, each with what can be done: rare, so it comes on its own with its words. */
import { For, type JSX } from 'solid-js';
import { enCannotStart } from '../../i18n/en-cannot-start.ts';
import { learn, t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultHelp } from './fault-help.tsx';
import { LoadAgain } from './unreachable.tsx';

learn(enCannotStart);

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

export const NothingKept = (props: { readonly fault: unknown }): JSX.Element => (
  <main>
    <EmptyState icon="alert" isWholePage title={t('app.nothingKept.title')} words={t('app.nothingKept.words')}>
      <FaultHelp fault={props.fault} />
    </EmptyState>
  </main>
);
