/** Whom the chat is with and how long it lasts, and the ways to end it (seed 002, statement 8). */
import { A, useNavigate } from '@solidjs/router';
import { createSignal, Show, type JSX } from 'solid-js';
import { endChat } from '../../actions/chat.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import type { ChatState } from '../../domain/chat/chat.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { MenuButton } from '../menu-button.tsx';
import { waitClock } from './wait-clock.ts';

type ChatHeadProps = {
  readonly page: TicketPage;
  readonly state: ChatState;
  readonly isOwn: boolean;
  readonly showsDetails: boolean;
  readonly onDetails: () => void;
};

export const ChatHead = (props: ChatHeadProps): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  let closing!: HTMLButtonElement;
  const keep = (): void => {
    setAsking(false);
    closing.focus();
  };
  const now = createNow(1_000);
  const ticket = () => props.page.ticket;
  const canEnd = (): boolean => props.isOwn && props.state.kind === 'open';
  const lasts = (): string => {
    if (props.state.kind === 'ended') return t('deskChat.ended');
    const duration = waitClock(now() + props.page.clockOffsetMs - props.state.since);
    if (props.state.kind === 'waiting') return t('deskChat.waits', { duration });
    return props.isOwn ? t('deskChat.since', { duration }) : t('deskChat.sinceOther', { name: props.state.analyst.name, duration });
  };
  /** A window is easily closed by mistake, and the person would be left alone: it asks. The menu was opened to do it. */
  const closeWindow = (): void => {
    if (canEnd()) setAsking(true);
    else navigate('/desk/chat');
  };
  const endAndLeave = async (): Promise<void> => {
    await endChat(actions, ticket().id);
    navigate('/desk/chat');
  };
  return (
    <header class="desk-chat-head">
      <A class="button quiet icon-only desk-chat-to-queue" href="/desk/chat" aria-label={t('deskChat.back')}>
        <Icon name="back" />
      </A>
      <div class="grow">
        <PageTitle>{t('deskChat.title', { name: ticket().requester.name })}</PageTitle>
        <small class="desk-chat-sub">
          {ticket().number ?? t('tickets.notNumbered')} · {lasts()}
        </small>
      </div>
      <MenuButton class="button quiet icon-only" label={t('deskChat.menu')} button={<Icon name="more" />}>
        {(close) => (
          <>
            <button
              type="button"
              class="choice-item"
              aria-pressed={props.showsDetails}
              onClick={() => {
                close();
                props.onDetails();
              }}
            >
              <Icon name="note" />
              {t('deskChat.details')}
            </button>
            <A class="choice-item" href={`/desk/tickets/${ticket().id}`} onClick={() => close()}>
              <Icon name="ticket" />
              {t('deskChat.ticket')}
            </A>
            <Show when={canEnd()}>
              <button
                type="button"
                class="choice-item danger"
                onClick={() => {
                  close();
                  void endChat(actions, ticket().id);
                }}
              >
                <Icon name="close" />
                {t('deskChat.close')}
              </button>
            </Show>
          </>
        )}
      </MenuButton>
      <button ref={closing} type="button" class="button quiet icon-only" aria-label={t('deskChat.closeWindow')} onClick={closeWindow}>
        <Icon name="close" />
      </button>
      <Show when={isAsking()}>
        <Dialog title={t('deskChat.endTitle')} onClose={keep}>
          <p>{t('deskChat.endWords', { name: ticket().requester.name })}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={keep}>
              {t('deskChat.keep')}
            </button>
            <button type="button" class="button primary" onClick={() => void endAndLeave()}>
              {t('deskChat.close')}
            </button>
          </div>
        </Dialog>
      </Show>
    </header>
  );
};
