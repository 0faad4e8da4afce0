import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { simpleStatusOf } from '../../domain/ticket.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { StatusChip } from '../../ticket-parts/status-chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import '../../ticket-parts/ticket-head.css';
import '../../ui/back-link.css';

/** What it is and how it gets on, in one look; nothing is said to be received that is still on this device. */
export const TicketHead = (props: { readonly page: TicketPage; readonly now: number }): JSX.Element => {
  const ticket = () => props.page.ticket;
  return (
    <div class="ticket-head">
      <A class="back-link" href="/tickets">
        <Icon name="back" />
        {t('ticket.back')}
      </A>
      <div class="row wrap">
        <StatusChip summary={{ status: simpleStatusOf(ticket(), props.page.partition), pending: raisingState(props.page) }} />
        <small>
          {ticket().number ?? t('tickets.notNumbered')} · {t(`kind.${ticket().kind}`)} ·{' '}
          {t('ticket.raised', { when: formatWhen(ticket().raisedAt - props.page.clockOffsetMs, props.now) })}
        </small>
      </div>
      <PageTitle documentTitle={[ticket().number, ticket().title].filter(Boolean).join(' · ')}>{ticket().title}</PageTitle>
      <Show when={ticket().escalates}>
        {(about) => (
          <p class="soft">
            {t('ticket.escalates')} <A href={`/tickets/${about()}`}>{t('ticket.escalatesLink')}</A>
          </p>
        )}
      </Show>
    </div>
  );
};

const raisingState = ({ raising }: TicketPage): TicketSummary['pending'] => (raising === null || raising.state === 'done' ? null : raising.state);
