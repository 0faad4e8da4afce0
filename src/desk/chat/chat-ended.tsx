/** Under a chat that is over: who ended it, and the way to the next one (seed 002, statement 9). */
import { A, useNavigate } from '@solidjs/router';
import { onMount, Show, type JSX } from 'solid-js';
import { setAvailability } from '../../actions/chat-at-the-desk.ts';
import { useSignedIn } from '../../app-context.ts';
import type { ChatState } from '../../domain/chat/chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { heldSaid } from '../../ticket-parts/held-said.ts';
import { LateWords } from '../../ticket-parts/late-words.tsx';
import { createChats } from './create-chats.ts';
import { DraftKept } from './draft-kept.tsx';

type ChatEndedProps = {
  readonly page: TicketPage;
  readonly ticketId: TicketId;
  readonly state: Extract<ChatState, { kind: 'ended' }>;
  readonly isOwn: boolean;
  readonly now: Instant;
};

export const ChatEnded = (props: ChatEndedProps): JSX.Element => {
  const { actions, person } = useSignedIn();
  const navigate = useNavigate();
  const chats = createChats();
  let words!: HTMLParagraphElement;
  // The box it stands in place of had the focus, and it would be nowhere.
  onMount(() => document.activeElement === document.body && words.focus({ preventScroll: true }));
  /** Where nobody can ask for a chat any more there is no next one. */
  const isOffered = (): boolean => props.page.partition.chat?.enabled === true;
  const canGoOn = (): boolean => props.isOwn && isOffered() && chats()?.obstacle === null && chats()?.me?.presence.availability !== 'available';
  const goOn = async (): Promise<void> => {
    await setAvailability(actions, person.id, 'available');
    navigate('/desk/chat');
  };
  const when = (): string => formatWhen(props.state.at - props.page.clockOffsetMs, props.now);
  const ender = (): string | null => {
    if (props.state.by === 'wait-limit') return null;
    if (props.state.by === 'person') return props.page.ticket.requester.name;
    return props.isOwn ? t('ticket.you') : (props.state.analyst?.name ?? t('ticket.desk'));
  };
  return (
    <div class="desk-chat-foot stack">
      <p ref={words} tabIndex={-1} role="status" class="desk-chat-end-words">
        <strong>{t('deskChat.ended')}.</strong> {t(ender() === null ? 'deskChat.endedInVain' : 'deskChat.endedBy', { name: ender() ?? '', when: when() })}
      </p>
      <Show when={heldSaid(props.page)}>
        {(held) => (
          <div class="row wrap">
            <span>{t('deskChat.late')}</span>
            <LateWords id={held().id} text={held().text} label={t('deskChat.lateReply')} />
          </div>
        )}
      </Show>
      <DraftKept page={props.page} ticketId={props.ticketId} />
      <div class="row wrap">
        <Show when={canGoOn()}>
          <button type="button" class="button primary" onClick={() => void goOn()}>
            {t('availability.be')}
          </button>
        </Show>
        <A class="button" href="/desk/chat">
          {t('deskChat.back')}
        </A>
      </div>
      <Show when={canGoOn()}>
        <small>{t('deskChat.next')}</small>
      </Show>
    </div>
  );
};
