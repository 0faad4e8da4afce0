/** The availability box of the banner (seed 002, statements 1 to 3): what one is, what one can be, and who waits. */
import { A, useNavigate } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { setAvailability } from '../../actions/chat-at-the-desk.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import type { Availability } from '../../domain/chat/presence.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatsAtTheDesk, PresenceNow } from '../../store/observe/chat-at-the-desk.ts';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toasts.tsx';
import { MenuButton } from '../menu-button.tsx';
import { AvailabilityChoice } from './availability-choice.tsx';
import { hindranceOf, isTalking } from './may-take-chats.ts';
import { PresenceDot } from './presence-dot.tsx';
import { afterChat, type PresenceShown } from './presence-words.ts';
import './availability-menu.css';

type AvailabilityMenuProps = { readonly chats: ChatsAtTheDesk; readonly person: Person; readonly partition: Partition };

export const AvailabilityMenu = (props: AvailabilityMenuProps): JSX.Element => {
  const shown = (): PresenceShown => {
    // A chat goes on, whatever was taken from them meanwhile.
    if (isTalking(props.chats, props.person)) return 'busy';
    return hindranceOf(props.chats, props.person) === 'cannot' ? 'cannot' : (props.chats.me?.presence.availability ?? 'cannot');
  };
  const waiting = (): number => props.chats.queue?.waiting.length ?? 0;
  /** Whoever takes no chats has the queue behind it. */
  const words = (): string => (shown() === 'cannot' ? t('chatQueue.places') : t(`availability.short.${shown()}`));
  const label = (): string => {
    const state = t('availability.label', { state: t(`availability.short.${shown()}`) });
    return waiting() > 0 ? `${state}. ${t('availability.waiting', { count: waiting() })}` : state;
  };
  return (
    <MenuButton
      class="availability"
      label={label()}
      button={
        <>
          <Icon name="chat" />
          <PresenceDot is={shown()} />
          <span class="availability-words">{words()}</span>
          <Show when={waiting() > 0}>
            <span class="availability-count" data-count={waiting()} />
          </Show>
          <Icon name="down" />
        </>
      }
    >
      {(close) => <Choices {...props} onClose={close} />}
    </MenuButton>
  );
};

const Choices = (props: AvailabilityMenuProps & { readonly onClose: () => void }): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const choose = async (to: Availability): Promise<void> => {
    props.onClose();
    await setAvailability(actions, props.person.id, to);
    // The box says that they are in a chat: what they chose would be seen nowhere.
    if (props.chats.me?.presence.chat) toast(t('availability.afterChat', { state: t(`availability.short.${afterChat(to)}`) }));
    // Seed 002, statement 2.
    if (to === 'available') navigate('/desk/chat');
  };
  return (
    <>
      <Switch>
        <Match when={props.chats.queue === null}>
          <p class="soft">{t('availability.unknown')}</p>
        </Match>
        <Match when={props.chats.obstacle}>
          {(obstacle) => (
            <p>
              <strong>{t('availability.cannot')}</strong>
              <br />
              <span class="soft">{t(`availability.why.${obstacle()}`, { partition: props.partition.name })}</span>
            </p>
          )}
        </Match>
        <Match when={props.chats.me}>
          {(me) => (
            <>
              <AvailabilityChoice chosen={me().presence.availability} onChoose={(to) => void choose(to)} />
              <Show when={me().presence.since > 0}>
                <Since me={me()} clockOffsetMs={props.chats.clockOffsetMs} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <hr />
      <Show when={props.chats.me?.presence.chat}>
        {(chat) => (
          <A class="choice-item" href={`/desk/chat/${chat().ticketId}`} onClick={() => props.onClose()}>
            <Icon name="chat" />
            {t('availability.yourChat', { name: chat().with })}
          </A>
        )}
      </Show>
      <A class="choice-item" href="/desk/chat" end onClick={() => props.onClose()}>
        <Icon name="people" />
        <span class="grow">{t('chatQueue.title')}</span>
        <Show when={(props.chats.queue?.waiting.length ?? 0) > 0}>
          <span class="availability-count">{props.chats.queue?.waiting.length}</span>
        </Show>
      </A>
      <Show when={props.person.rights.includes('chat-manager')}>
        <A class="choice-item" href="/desk/chat/manager" onClick={() => props.onClose()}>
          <Icon name="key" />
          {t('chatManager.title')}
        </A>
      </Show>
    </>
  );
};

/** Since when, and by whom where it was somebody else; or that the desk does not know it yet. */
const Since = (props: { readonly me: PresenceNow; readonly clockOffsetMs: number }): JSX.Element => {
  const now = createNow(30_000);
  const when = (): string => formatWhen(props.me.presence.since - props.clockOffsetMs, now());
  const setBy = () => props.me.presence.setBy;
  return (
    <p>
      <small>
        <Switch fallback={t('availability.since', { when: when() })}>
          <Match when={props.me.delivery !== null && props.me.delivery.state !== 'done'}>{t('availability.onItsWay')}</Match>
          <Match when={setBy()}>{(by) => t('availability.setBy', { name: by().name, when: when() })}</Match>
        </Switch>
      </small>
    </p>
  );
};
