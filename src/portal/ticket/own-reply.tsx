/** What the person can say: a reply while it is open, a reply that opens it again for a while, and then no more. */
import { A } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { reopenTicket, resolveTicket } from '../../actions/one-tap.ts';
import { useSignedIn } from '../../app-context.ts';
import { chatStateOf } from '../../domain/chat/chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import { decideReopen, type ReopenDecision } from '../../domain/ticket.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { copyText } from '../../ticket-parts/copy-text.ts';
import { PlainText } from '../../ticket-parts/plain-text.tsx';
import { ReplyBox } from '../../ticket-parts/reply-box.tsx';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';

type OwnReplyProps = { readonly ticketId: TicketId; readonly page: TicketPage; readonly now: number };

export const OwnReply = (props: OwnReplyProps): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  const decision = (): ReopenDecision => decideReopen(props.page.ticket, props.page.partition, props.now + props.page.clockOffsetMs);
  const sayable = (): 'resolve' | 'reopen' => (decision().kind === 'allowed' ? 'reopen' : 'resolve');
  // A chat is ended in its window: then there is time to say so.
  const isTalking = (): boolean => {
    const { chat } = props.page.ticket;
    return chat !== undefined && chatStateOf(chat).kind !== 'ended';
  };
  const say = createOneTap(async () => {
    await { resolve: resolveTicket, reopen: reopenTicket }[sayable()](actions, props.ticketId);
    announce(t('reply.kept'));
  });
  return (
    <Switch>
      <Match when={windowEnd(decision()) !== null}>
        <section class="card stack">
          <p>{t('reply.windowOver', { when: formatDate(windowEnd(decision()) ?? 0), number: props.page.ticket.number ?? props.page.ticket.title })}</p>
          <Show when={props.page.reply?.text}>{(text) => <BegunReply text={text()} />}</Show>
          <A class="button" href="/services">
            {t('tickets.new')}
          </A>
        </section>
      </Match>
      <Match when={capabilities.actions.includes('reply')}>
        <ReplyBox
          ticketId={props.ticketId}
          page={props.page}
          label={() => t(decision().kind === 'allowed' ? 'reply.labelReopens' : 'reply.label')}
          above={() => (
            <Show when={decision().kind === 'allowed'}>
              <p class="soft">{t('reply.reopensWords')}</p>
            </Show>
          )}
          beside={
            // One button for both, so that whoever tapped it by keyboard stands on what takes it back.
            <Show when={capabilities.actions.includes(sayable()) && !isTalking()}>
              <button type="button" class="button quiet" onClick={() => void say()}>
                {t(`reply.${sayable()}`)}
              </button>
            </Show>
          }
        />
      </Match>
    </Switch>
  );
};

/** Typed before it was closed: it cannot be sent any more, and it is not thrown away either. */
const BegunReply = (props: { readonly text: string }): JSX.Element => (
  <div class="stack">
    <h2>{t('reply.begun')}</h2>
    <PlainText text={props.text} />
    <button type="button" class="button" onClick={() => void copyText(props.text)}>
      {t('held.copy-text')}
    </button>
  </div>
);

const windowEnd = (decision: ReopenDecision): number | null => (decision.kind === 'window-over' ? decision.endedAt : null);
