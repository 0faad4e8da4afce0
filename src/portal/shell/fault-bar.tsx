/** The device itself misbehaves (a full disk, a closed database): said over whatever is on the page, which stays. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { FaultHelp } from './fault-help.tsx';

export const FaultBar = (props: { readonly fault: unknown }): JSX.Element => (
  <div role="alert">
    <NoticeBar tone="bad" title={t('app.deviceFault.title')} words={t('app.deviceFault.words')}>
      <FaultHelp fault={props.fault} />
    </NoticeBar>
  </div>
);
