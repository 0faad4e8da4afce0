/** The device itself misbehaves (a full disk, a closed database): said over whatever is on the page, which stays. */
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { faultWords } from './fault-words.ts';

export const FaultBar = (props: { readonly fault: unknown }): JSX.Element => (
  <NoticeBar tone="bad" title={t('app.deviceFault.title')} words={t('app.deviceFault.words')}>
    <button type="button" class="button" onClick={() => location.reload()}>
      {t('app.fault.reload')}
    </button>
    <details>
      <summary>{t('app.fault.details')}</summary>
      <small>{faultWords(props.fault)}</small>
    </details>
  </NoticeBar>
);
