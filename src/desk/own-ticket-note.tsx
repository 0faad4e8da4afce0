import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { TicketId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';

/** Nobody looks after their own ticket: here an analyst is a person like any other. */
export const OwnTicketNote = (props: { readonly ticketId: TicketId }): JSX.Element => (
  <section class="card tinted row between wrap">
    <p class="grow">{t('desk.own')}</p>
    <A class="button" href={`/tickets/${props.ticketId}`}>
      {t('desk.ownLink')}
    </A>
  </section>
);
