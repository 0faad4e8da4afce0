import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import { isUnanswered } from '../domain/whose-turn.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { DeskStatusChip } from './desk-status-chip.tsx';
import '../ticket-parts/ticket-head.css';
import '../ui/back-link.css';

export const DeskHead = (props: { readonly page: TicketPage; readonly now: number }): JSX.Element => {
  const { person } = useSignedIn();
  const ticket = () => props.page.ticket;
  return (
    <div class="ticket-head">
      <A class="back-link" href="/desk">
        <Icon name="back" />
        {t('desk.back')}
      </A>
      <div class="row wrap">
        <DeskStatusChip ticket={ticket()} pending={null} />
        <Show when={isUnanswered(ticket()) && ticket().requester.id !== person.id}>
          <span class="chip warn">{t('desk.unanswered')}</span>
        </Show>
        <small>
          {ticket().number ?? t('tickets.notNumbered')} · {t(`kind.${ticket().kind}`)} · {ticket().source === 'chat' ? `${t('deskChat.bySource')} · ` : ''}
          {t('ticket.raised', { when: formatWhen(ticket().raisedAt - props.page.clockOffsetMs, props.now) })}
        </small>
      </div>
      <PageTitle documentTitle={[ticket().number, ticket().title].filter(Boolean).join(' · ')}>{ticket().title}</PageTitle>
      <Show when={ticket().escalates}>
        {(about) => (
          <p class="soft">
            {t('ticket.escalates')} <A href={`/desk/tickets/${about()}`}>{t('ticket.escalatesLink')}</A>
          </p>
        )}
      </Show>
    </div>
  );
};
