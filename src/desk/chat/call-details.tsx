/** The call that a chat is held on. Closing it for the first time records the contact on the SLA clock (seed 002, statement 7). */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { recordContact } from '../../actions/chat-at-the-desk.ts';
import { useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { mayPerform, relationOf } from '../../domain/permissions.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { announce } from '../../ui/announcer.tsx';
import { DeskStatusChip } from '../desk-status-chip.tsx';
import { StatusForm } from '../status-form.tsx';

type CallDetailsProps = {
  readonly page: TicketPage;
  readonly ticketId: TicketId;
  /** The chat is or was this analyst's. */
  readonly isOwn: boolean;
  readonly now: Instant;
  readonly onClose: () => void;
};

export const CallDetails = (props: CallDetailsProps): JSX.Element => {
  const { actions, person } = useSignedIn();
  const ticket = () => props.page.ticket;
  const when = (at: Instant): string => formatWhen(at - props.page.clockOffsetMs, props.now);
  const recordsNow = (): boolean => props.isOwn && ticket().contactedAt === undefined && mayPerform(person, 'record-contact', relationOf(person, ticket()));
  const close = async (): Promise<void> => {
    if (recordsNow()) {
      await recordContact(actions, props.ticketId);
      announce(t('chatCall.recorded', { name: ticket().requester.name }));
    }
    props.onClose();
    // What had the focus is gone.
    document.getElementById('reply')?.focus();
  };
  return (
    <aside class={`stack call-details ${recordsNow() ? 'to-record' : ''}`} aria-labelledby="call-details">
      <section class="card stack">
        <div class="row between">
          <h2 id="call-details">{t('chatCall.title')}</h2>
          <DeskStatusChip ticket={ticket()} pending={null} />
        </div>
        <p>
          <strong>{ticket().title}</strong>
        </p>
        <dl class="call-facts">
          <dt>{t('chatCall.number')}</dt>
          <dd>{ticket().number ?? t('tickets.notNumbered')}</dd>
          <dt>{t('chatCall.by')}</dt>
          <dd>{ticket().requester.name}</dd>
          <dt>{t('chatCall.raised')}</dt>
          <dd>{when(ticket().raisedAt)}</dd>
          <dt>{t('chatCall.source')}</dt>
          <dd>{t('chatCall.source.chat')}</dd>
          <dt>{t('chatCall.contact')}</dt>
          <dd>
            <Show when={ticket().contactedAt} fallback={t('chatCall.contactOpen')}>
              {(at) => when(at())}
            </Show>
          </dd>
          <Show when={ticket().chat?.rating}>
            {(rating) => (
              <>
                <dt>{t('chatCall.helped')}</dt>
                <dd>{t(`chatCall.helped.${rating()}`)}</dd>
              </>
            )}
          </Show>
        </dl>
        <A href={`/desk/tickets/${props.ticketId}`}>{t('deskChat.ticket')}</A>
        <button type="button" class={`button wide ${recordsNow() ? 'primary' : ''}`} onClick={() => void close()}>
          {t(recordsNow() ? 'chatCall.closeFirst' : 'chatCall.close')}
        </button>
      </section>
      <Show when={relationOf(person, ticket()) !== 'own'}>
        <StatusForm ticketId={props.ticketId} page={props.page} />
      </Show>
    </aside>
  );
};
