import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { PageTitle } from '../ui/page-title.tsx';

/** In place of a page that this person has no right to. What others may see is not on their device anyway: the desk decides that. */
export const NotForYou = (props: { readonly title: string; readonly words: string }): JSX.Element => (
  <div class="column stack">
    <PageTitle>{props.title}</PageTitle>
    <p class="soft">{props.words}</p>
    <p>
      <A class="button primary" href="/">
        {t('app.notFound.home')}
      </A>
    </p>
  </div>
);
