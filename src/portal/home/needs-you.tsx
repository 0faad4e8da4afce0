import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { IconSquare } from '../../ui/icon-square.tsx';

/** A ticket that waits for this person. */
export const NeedsYou = (props: { readonly summary: TicketSummary }): JSX.Element => (
  <section class="card needs-you row between">
    <IconSquare name="bell" />
    <div class="grow">
      <h2>{t('home.needsYou')}</h2>
      <small>
        {props.summary.ticket.title}
        <Show when={props.summary.ticket.number}>
          {' · '}
          <span class="nowrap">{props.summary.ticket.number}</span>
        </Show>
      </small>
    </div>
    <A class="button" href={`/tickets/${props.summary.id}`} aria-label={`${t('home.answer')}: ${props.summary.ticket.title}`}>
      {t('home.answer')}
    </A>
  </section>
);
