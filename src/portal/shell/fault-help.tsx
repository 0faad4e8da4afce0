import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { LoadAgain } from './unreachable.tsx';

/** What helps against a fault, and its own words for whoever looks into it: never the only words. */
export const FaultHelp = (props: { readonly fault: unknown }): JSX.Element => (
  <>
    <LoadAgain />
    <details>
      <summary>{t('app.fault.details')}</summary>
      <small>{props.fault instanceof Error ? `${props.fault.name}: ${props.fault.message}` : String(props.fault)}</small>
    </details>
  </>
);
