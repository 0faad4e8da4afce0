/** What a chat manager watches over (seed 002, statements 11 to 16): whether the queue is open, and who is there for it. */
import { Match, Show, Switch, type JSX } from 'solid-js';
import { setAvailability, setChatQueue } from '../../actions/chat-at-the-desk.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import { availabilities, type Availability } from '../../domain/chat/presence.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatsAtTheDesk, PresenceNow } from '../../store/observe/chat-at-the-desk.ts';
import { observePerson } from '../../store/observe/person.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { announce } from '../../ui/announcer.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import '../../ui/chip.css';
import { MenuButton } from '../menu-button.tsx';
import { AvailabilityChoice } from './availability-choice.tsx';
import { ChatFrame } from './chat-frame.tsx';
import { ChatRefusals } from './chat-refusals.tsx';
import { createChats } from './create-chats.ts';
import { OnlyChatPeople } from './only-chat-people.tsx';
import { PresenceDot } from './presence-dot.tsx';
import { queueStanding, type QueueStanding } from './queue-standing.ts';
import { StandingChip } from './queue-state.tsx';
import { afterChat, shownOf } from './presence-words.ts';
import './chat-manager-page.css';

export const ChatManagerPage = (): JSX.Element => (
  <OnlyChatPeople managers>
    <ChatFrame>
      <Manager />
    </ChatFrame>
  </OnlyChatPeople>
);

const Manager = (): JSX.Element => {
  const { store } = useSignedIn();
  const chats = createChats();
  const known = createLive(observePerson(store));
  return (
    <>
      <div class="stack">
        <PageTitle>{t('chatManager.title')}</PageTitle>
        <p class="soft">{t('chatManager.words')}</p>
      </div>
      <ChatRefusals />
      <Show when={chats()}>
        {(read) => (
          <Show when={known()}>
            {(found) => (
              <Switch>
                <Match when={read().queue === null}>
                  <NotHereYet />
                </Match>
                <Match when={read().me === null}>
                  <EmptyState icon="people" title={t('chatManager.notListed')} words={t('chatManager.notListedWords')} />
                </Match>
                <Match when={read().queue}>
                  {(queue) => (
                    <>
                      <Queues queue={queue()} partition={found().partition} clockOffsetMs={read().clockOffsetMs} />
                      <Analysts chats={read()} partition={found().partition} />
                    </>
                  )}
                </Match>
              </Switch>
            )}
          </Show>
        )}
      </Show>
    </>
  );
};

type QueuesProps = { readonly queue: ChatQueue; readonly partition: Partition; readonly clockOffsetMs: number };

const Queues = (props: QueuesProps): JSX.Element => {
  const { actions } = useSignedIn();
  const now = createNow(15_000);
  const standing = (queue: ChatQueue): QueueStanding => queueStanding(queue, props.partition.chat, now() + props.clockOffsetMs);
  const set = async (isOnline: boolean): Promise<void> => {
    await setChatQueue(actions, props.queue.id, isOnline);
    announce(`${props.partition.name}: ${t(`chatQueue.${standing({ ...props.queue, isOnline })}`)}`);
  };
  return (
    <section class="card stack" aria-labelledby="chat-queues">
      <h2 id="chat-queues">{t('chatManager.queues')}</h2>
      <table class="desk-chat-table">
        <thead>
          <tr>
            <th scope="col">{t('chatManager.queue')}</th>
            <th scope="col">{t('chatManager.enabled')}</th>
            <th scope="col">{t('chatManager.state')}</th>
            <th scope="col">{t('chatManager.waiting')}</th>
            <th scope="col">{t('chatManager.free')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{props.partition.name}</th>
            <td data-label={t('chatManager.enabled')}>
              <label class="desk-chat-enabled">
                <input
                  type="checkbox"
                  aria-label={t('chatManager.enabledOf', { queue: props.partition.name })}
                  checked={props.queue.isOnline}
                  disabled={standing(props.queue) === 'off'}
                  onChange={(event) => void set(event.currentTarget.checked)}
                />
              </label>
            </td>
            <td>
              <StandingChip is={standing(props.queue)} />
            </td>
            <td data-label={t('chatManager.waiting')}>{props.queue.waiting.length}</td>
            <td data-label={t('chatManager.free')}>{t('chatManager.freeOf', { free: props.queue.free, there: props.queue.there })}</td>
          </tr>
        </tbody>
      </table>
      <Show when={standing(props.queue) === 'off'}>
        <p class="soft">{t('chatQueue.switchedOffWords')}</p>
      </Show>
    </section>
  );
};

const Analysts = (props: { readonly chats: ChatsAtTheDesk; readonly partition: Partition }): JSX.Element => {
  const now = createNow(30_000);
  return (
    <section class="card stack" aria-labelledby="chat-analysts">
      <h2 id="chat-analysts">{t('chatManager.analysts', { queue: props.partition.name })}</h2>
      <table class="desk-chat-table">
        <thead>
          <tr>
            <th scope="col">{t('chatManager.analyst')}</th>
            <th scope="col">{t('chatManager.state')}</th>
            <th scope="col">{t('chatManager.user')}</th>
            <th scope="col">{t('chatManager.since')}</th>
          </tr>
        </thead>
        <tbody>
          <KeyedFor each={props.chats.presences} by={({ presence }) => presence.id}>
            {(one) => <AnalystRow one={one()} now={now()} clockOffsetMs={props.chats.clockOffsetMs} />}
          </KeyedFor>
        </tbody>
      </table>
    </section>
  );
};

const AnalystRow = (props: { readonly one: PresenceNow; readonly now: Instant; readonly clockOffsetMs: number }): JSX.Element => {
  const presence = () => props.one.presence;
  const when = (): string => formatWhen(presence().since - props.clockOffsetMs, props.now);
  const sinceWords = (): string => {
    // Who was never there has been offline since nobody knows when.
    if (presence().since === 0) return '';
    const by = presence().setBy;
    return by ? t('availability.setBy', { name: by.name, when: when() }) : when();
  };
  const isOnItsWay = (): boolean => props.one.delivery !== null && props.one.delivery.state !== 'done';
  return (
    <tr>
      <th scope="row">{presence().name}</th>
      <td>
        <Show when={presence().obstacle} fallback={<StatusOf one={props.one} />}>
          {(obstacle) => <span class="soft">{t(`chatManager.cannot.${obstacle()}`)}</span>}
        </Show>
      </td>
      <td data-label={t('chatManager.user')}>
        <Show when={presence().chat} fallback={<span class="soft">{t('chatManager.nobody')}</span>}>
          {(chat) => <strong>{chat().with}</strong>}
        </Show>
      </td>
      <td>
        <small>{isOnItsWay() ? t('availability.onItsWay') : presence().obstacle === null ? sinceWords() : ''}</small>
      </td>
    </tr>
  );
};

/** The status is a button that opens the others (seed 002, statement 16). */
const StatusOf = (props: { readonly one: PresenceNow }): JSX.Element => {
  const { actions, person } = useSignedIn();
  const presence = () => props.one.presence;
  const set = async (to: Availability): Promise<void> => {
    await setAvailability(actions, presence().id, to);
    announce(t('chatManager.statusOf', { name: presence().name, state: t(`availability.${to}`) }));
  };
  const words = (): string => {
    const { chat, availability } = presence();
    return chat === null
      ? t(`availability.short.${shownOf(presence())}`)
      : t('chatManager.busyThen', { state: t(`availability.short.${afterChat(availability)}`) });
  };
  /** Nobody would answer in place of somebody who is not signed in. */
  const offers = (): readonly Availability[] => (presence().isThere === false && presence().id !== person.id ? ['offline'] : availabilities);
  return (
    <MenuButton
      class="availability"
      label={t('chatManager.statusOf', { name: presence().name, state: words() })}
      button={
        <>
          <PresenceDot is={shownOf(presence())} />
          {words()}
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <>
          <AvailabilityChoice
            chosen={presence().availability}
            offers={offers()}
            onChoose={(to) => {
              close();
              void set(to);
            }}
          />
          <Show when={offers().length === 1}>
            <p class="soft">{t('chatManager.notThere', { name: presence().name })}</p>
          </Show>
        </>
      )}
    </MenuButton>
  );
};
