import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';

export const NotFoundPage = (): JSX.Element => (
  <div class="column stack">
    <Icon name="question" />
    <PageTitle>{t('app.notFound.title')}</PageTitle>
    <p class="soft">{t('app.notFound.words')}</p>
    <A class="button primary" href="/">
      {t('app.notFound.home')}
    </A>
  </div>
);
