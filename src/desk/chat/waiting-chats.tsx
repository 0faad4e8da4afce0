/** Those who wait, the longest first, each with a button for whoever takes them. */
import { useNavigate } from '@solidjs/router';
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import { acceptChat, setAvailability } from '../../actions/chat-at-the-desk.ts';
import { useSignedIn } from '../../app-context.ts';
import { waitsSince } from '../../domain/chat/chat.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatsAtTheDesk, DeskChat } from '../../store/observe/chat-at-the-desk.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { hindranceOf, isForThem } from './may-take-chats.ts';
import { waitClock } from './wait-clock.ts';
import '../../ui/chip.css';
import './waiting-chats.css';

type WaitingChatsProps = { readonly chats: ChatsAtTheDesk; readonly person: Person; readonly deskNow: Instant };

export const WaitingChats = (props: WaitingChatsProps): JSX.Element => {
  const offlineSince = createOfflineSince();
  const hindrance = () => hindranceOf(props.chats, props.person);
  return (
    <section class="card stack" aria-labelledby="waiting-chats">
      <h2 id="waiting-chats">
        {t('chatQueue.waiting')} <Count of={props.chats.waiting.length} />
      </h2>
      <Show when={props.chats.waiting.length > 0} fallback={<NobodyWaits />}>
        <Hindered {...props} />
        <ol class="desk-chat-list" role="list">
          <KeyedFor each={props.chats.waiting} by={({ ticket }) => ticket.id}>
            {(chat) => (
              <WaitingRow
                chat={chat()}
                deskNow={props.deskNow}
                isForThem={isForThem(chat(), props.person)}
                canAccept={hindrance() === null && offlineSince() === null}
              />
            )}
          </KeyedFor>
        </ol>
      </Show>
    </section>
  );
};

export const Count = (props: { readonly of: number }): JSX.Element => (
  <Show when={props.of > 0}>
    <span class="desk-chat-count">{props.of}</span>
  </Show>
);

const NobodyWaits = (): JSX.Element => (
  <p class="soft">
    {t('chatQueue.noneWaiting')}. {t('chatQueue.noneWaitingWords')}
  </p>
);

/** Why none of the buttons works, and the way out. What is missing for good is said in the banner. */
const Hindered = (props: WaitingChatsProps): JSX.Element => {
  const { actions } = useSignedIn();
  const hindrance = () => hindranceOf(props.chats, props.person);
  return (
    <Switch>
      <Match when={hindrance() === 'unavailable'}>
        <div class="row between wrap desk-chat-hindered">
          <p class="grow">{t('chatQueue.unavailable')}</p>
          <button type="button" class="button" onClick={() => void setAvailability(actions, props.person.id, 'available')}>
            {t('availability.be')}
          </button>
        </div>
      </Match>
      <Match when={hindrance() === 'busy'}>
        <p class="soft">{t('chatQueue.busy')}</p>
      </Match>
      <Match when={hindrance() === 'cannot'}>
        <p class="soft">{t('availability.cannot')}.</p>
      </Match>
    </Switch>
  );
};

type WaitingRowProps = { readonly chat: DeskChat; readonly deskNow: Instant; readonly isForThem: boolean; readonly canAccept: boolean };

const WaitingRow = (props: WaitingRowProps): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const ticket = () => props.chat.ticket;
  /** Its place is the one it had; what was talked meanwhile was no wait. */
  const since = (): Instant => {
    const { chat } = ticket();
    return (chat && waitsSince(chat)) ?? props.deskNow;
  };
  const accept = createOneTap(async () => {
    if (!props.canAccept) return;
    await acceptChat(actions, ticket().id);
    navigate(`/desk/chat/${ticket().id}`);
  });
  return (
    <li class="desk-chat-row">
      <p class="grow">
        <strong>{ticket().title}</strong>
        <br />
        <small>
          {ticket().requester.name} · {ticket().number ?? t('tickets.notNumbered')}
        </small>
      </p>
      <span class="desk-chat-row-end">
        <Show when={props.chat.ticket.chat?.facts.at(-1)?.kind === 'given-back'}>
          <span class="chip warn">{t('chatQueue.back')}</span>
        </Show>
        <WaitClock since={since()} deskNow={props.deskNow} />
        <Show when={props.isForThem} fallback={<span class="chip plain">{t('chatQueue.own')}</span>}>
          <button
            type="button"
            class={`button ${props.canAccept ? 'primary' : ''}`}
            aria-disabled={!props.canAccept}
            aria-label={t('chatQueue.acceptOf', { name: ticket().requester.name })}
            onClick={() => void accept()}
          >
            {t('chatQueue.accept')}
          </button>
        </Show>
      </span>
    </li>
  );
};

const WaitClock = (props: { readonly since: Instant; readonly deskNow: Instant }): JSX.Element => (
  <span class="wait-clock">
    <span class="visually-hidden">{t('chatQueue.waitsFor')} </span>
    {waitClock(props.deskNow - props.since)}
  </span>
);

/** For who is no analyst: that somebody waits, and how long. */
export const WaitingUnnamed = (props: { readonly since: readonly Instant[]; readonly deskNow: Instant }): JSX.Element => (
  <section class="card stack" aria-labelledby="waiting-chats">
    <h2 id="waiting-chats">
      {t('chatQueue.waiting')} <Count of={props.since.length} />
    </h2>
    <Show when={props.since.length > 0} fallback={<NobodyWaits />}>
      <ol class="desk-chat-list" role="list">
        <For each={props.since}>
          {(since) => (
            <li class="desk-chat-row">
              <p class="grow">{t('chatQueue.somebody')}</p>
              <WaitClock since={since} deskNow={props.deskNow} />
            </li>
          )}
        </For>
      </ol>
    </Show>
  </section>
);
