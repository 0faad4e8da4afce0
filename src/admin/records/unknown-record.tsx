import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { PageTitle } from '../../ui/page-title.tsx';

/** An address that leads to nothing that is kept: it may have been taken away meanwhile. */
export const UnknownRecord = (): JSX.Element => (
  <div class="stack">
    <PageTitle>{t('records.unknown')}</PageTitle>
    <p class="soft">{t('records.unknownWords')}</p>
  </div>
);
