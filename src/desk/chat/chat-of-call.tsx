import { A } from '@solidjs/router';
import { Match, Switch, type JSX } from 'solid-js';
import { chatStateOf, type Chat } from '../../domain/chat/chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';

/** On the call itself: while its chat waits or is held an answer belongs there, and afterwards whether it helped stands here. */
export const ChatOfCall = (props: { readonly chat: Chat; readonly ticketId: TicketId; readonly name: string }): JSX.Element => (
  <Switch>
    <Match when={chatStateOf(props.chat).kind !== 'ended'}>
      <section class="card tinted row between wrap">
        <p class="grow">{t('deskChat.going')}</p>
        <A class="button" href={`/desk/chat/${props.ticketId}`}>
          <Icon name="chat" />
          {t('deskChat.reopen')}
        </A>
      </section>
    </Match>
    <Match when={props.chat.rating}>{(rating) => <p class="soft">{t(`deskChat.rated.${rating()}`, { name: props.name })}</p>}</Match>
  </Switch>
);
