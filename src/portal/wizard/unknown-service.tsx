import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What was asked for cannot be shown here, and where to go instead. */
export const UnknownService = (props: { readonly title: string; readonly words: string }): JSX.Element => (
  <EmptyState isWholePage icon="question" title={props.title} words={props.words}>
    <A class="button primary" href="/services">
      {t('home.allServices')}
    </A>
  </EmptyState>
);
