/** Where an address of chat leads: to the queue, to the manager's page, or to the chat that it names. */
import { useParams } from '@solidjs/router';
import { Match, Switch, type JSX } from 'solid-js';
import { ChatManagerPage } from './chat-manager-page.tsx';
import { ChatPage } from './chat-page.tsx';
import { ChatQueuePage } from './chat-queue-page.tsx';

/** One screen rather than three: each route is known to everybody who signs in, and few of them chat at the desk. */
export const ChatScreen = (): JSX.Element => {
  const params = useParams();
  return (
    <Switch fallback={<ChatPage />}>
      <Match when={params['ticketId'] === undefined}>
        <ChatQueuePage />
      </Match>
      <Match when={params['ticketId'] === 'manager'}>
        <ChatManagerPage />
      </Match>
    </Switch>
  );
};
