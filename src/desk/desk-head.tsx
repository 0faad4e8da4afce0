import { A, useNavigate } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import { assignedOf, nameOfAssigned } from '../domain/assignment/assignment.ts';
import { priorityOf } from '../domain/call.ts';
import { isUnanswered } from '../domain/whose-turn.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { createListHref } from './list/way-back.ts';
import { PriorityChip } from './priority-chip.tsx';
import { ShortcutHelp } from './shortcuts/shortcut-help.tsx';
import { createEscape, createShortcuts } from './shortcuts/shortcuts.ts';
import { DeskStatusChip } from './desk-status-chip.tsx';
import '../ticket-parts/ticket-head.css';
import '../ui/back-link.css';
import './desk-head.css';

type DeskHeadProps = {
  readonly page: TicketPage;
  readonly now: number;
  /** To where it is taken and its status is set; null where neither is done. */
  readonly onHandle: (() => void) | null;
};

export const DeskHead = (props: DeskHeadProps): JSX.Element => {
  const { person } = useSignedIn();
  const navigate = useNavigate();
  const listHref = createListHref();
  createShortcuts({ u: () => navigate(listHref()) });
  createEscape();
  const ticket = () => props.page.ticket;
  const isMine = (): boolean => assignedOf(ticket()).analyst?.id === person.id;
  /** What it is and how it came, as far as that was said. */
  const facts = (): string => {
    const { number, kind, callType, source } = ticket();
    return [
      number ?? t('tickets.notNumbered'),
      t(`kind.${kind}`),
      callType && t(`callType.${callType}`),
      source && source !== 'portal' && t('desk.source', { source: t(`source.${source}`) }),
      t('ticket.raised', { when: formatWhen(ticket().raisedAt - props.page.clockOffsetMs, props.now) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <div class="ticket-head">
      <div class="row between">
        <A class="back-link" href={listHref()}>
          <Icon name="back" />
          {t('desk.back')}
        </A>
        <ShortcutHelp />
      </div>
      <div class="row wrap">
        <DeskStatusChip ticket={ticket()} pending={null} />
        <PriorityChip priority={priorityOf(ticket())} />
        <Show when={isUnanswered(ticket()) && ticket().requester.id !== person.id}>
          <span class="chip warn">{t('desk.unanswered')}</span>
        </Show>
        <small>{facts()}</small>
      </div>
      <PageTitle documentTitle={[ticket().number, ticket().title].filter(Boolean).join(' · ')}>{ticket().title}</PageTitle>
      <Show when={props.onHandle}>
        {(handle) => (
          <button type="button" class="button quiet to-handling" onClick={() => handle()()}>
            <Icon name="down" />
            {t('desk.handle', { name: isMine() ? t('assign.you') : nameOfAssigned(assignedOf(ticket())) || t('assign.nobody') })}
          </button>
        )}
      </Show>
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
