/** A fault of the page itself: said plainly, with what is safe and what helps. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultHelp } from './fault-help.tsx';

export const FaultPage = (props: { readonly fault: unknown }): JSX.Element => (
  <main>
    <FaultScreen fault={props.fault} />
  </main>
);

/** In the frame of the portal. */
export const FaultScreen = (props: { readonly fault: unknown }): JSX.Element => (
  <EmptyState icon="alert" isWholePage title={t('app.fault.title')} words={t('app.fault.words')}>
    <FaultHelp fault={props.fault} />
  </EmptyState>
);
