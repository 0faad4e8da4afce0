import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { chatStateOf, type Chat } from '../../domain/chat/chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';

/** On the call itself, while its chat waits or is held: an answer belongs into the chat. */
export const ChatOfCall = (props: { readonly chat: Chat; readonly ticketId: TicketId }): JSX.Element => (
  <Show when={chatStateOf(props.chat).kind !== 'ended'}>
    <section class="card tinted row between wrap">
      <p class="grow">{t('deskChat.going')}</p>
      <A class="button" href={`/desk/chat/${props.ticketId}`}>
        <Icon name="chat" />
        {t('deskChat.reopen')}
      </A>
    </section>
  </Show>
);
