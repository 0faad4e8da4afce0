import { useParams } from '@solidjs/router';
import { Match, Switch, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { Person } from '../../domain/person.ts';
import { t } from '../../i18n/translate.ts';
import { observePerson } from '../../store/observe/person.ts';
import { NotForYou } from '../../ticket-parts/not-for-you.tsx';
import { chatsAtAll } from './chat-people.ts';

/** Shows chat to those who take chats or watch over them, and the manager's page to managers. */
export const OnlyChatPeople = (props: { readonly managers?: boolean; readonly children: JSX.Element }): JSX.Element => {
  const { store, person, capabilities } = useSignedIn();
  const known = createLive(observePerson(store));
  const now = (): Person => known()?.person ?? person;
  const params = useParams();
  const isInChat = (): boolean => !props.managers && params['ticketId'] !== undefined;
  /** Whoever may chat no more, in the middle of one, does not leave its person to an uncertain fate. */
  const andOfThisChat = (words: string): string => (isInChat() ? `${words} ${t('deskChat.wentBack')}` : words);
  return (
    <Switch fallback={props.children}>
      <Match when={!chatsAtAll(now())}>
        <NotForYou title={t('deskChat.notForYou')} words={andOfThisChat(t('deskChat.notForYouWords'))} />
      </Match>
      <Match when={props.managers && !now().rights.includes('chat-manager')}>
        <NotForYou title={t('chatManager.notForYou')} words={t('chatManager.notForYouWords')} />
      </Match>
      <Match when={!capabilities.chat || (known() && !known()?.partition.chat)}>
        <NotForYou title={t('deskChat.noChat')} words={andOfThisChat(t('deskChat.noChatWords'))} />
      </Match>
    </Switch>
  );
};
