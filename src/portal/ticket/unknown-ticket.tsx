import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { PageTitle } from '../../ui/page-title.tsx';

/** No such ticket for this person, as far as this device knows. */
export const UnknownTicket = (props: { readonly offline: boolean }): JSX.Element => (
  <div class="column stack">
    <PageTitle>{t('ticket.unknown')}</PageTitle>
    <p class="soft">{t(props.offline ? 'ticket.unknownOfflineWords' : 'ticket.unknownWords')}</p>
    <p class="row wrap">
      <A class="button primary" href="/tickets">
        {t('ticket.back')}
      </A>
      <A class="button" href="/sync">
        {t('sync.documentTitle')}
      </A>
    </p>
  </div>
);
