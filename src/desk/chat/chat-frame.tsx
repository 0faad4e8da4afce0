/** Queue and manager's page side by side: which of them is shown is chosen on the left (seed 002, statement 12). */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observePerson } from '../../store/observe/person.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/back-link.css';
import './chat-frame.css';

export const ChatFrame = (props: { readonly children: JSX.Element }): JSX.Element => {
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  const isManager = (): boolean => (known()?.person ?? person).rights.includes('chat-manager');
  return (
    <Show when={isManager()} fallback={props.children}>
      <div class="desk-chat-frame">
        <nav class="desk-chat-places" aria-label={t('chatQueue.places')}>
          <A href="/desk/chat" end>
            <Icon name="people" />
            {t('chatQueue.title')}
          </A>
          <A href="/desk/chat/manager">
            <Icon name="key" />
            {t('chatManager.title')}
          </A>
        </nav>
        <div class="stack-wide">{props.children}</div>
      </div>
    </Show>
  );
};
