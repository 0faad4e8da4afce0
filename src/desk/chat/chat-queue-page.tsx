/** The chat queue (seed 002, statements 4 and 5): who waits, who is talked to, and what became of the others, live. */
import { A } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import { formatAgo } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatsAtTheDesk } from '../../store/observe/chat-at-the-desk.ts';
import { observePerson } from '../../store/observe/person.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ChatFrame } from './chat-frame.tsx';
import { ChatRefusals } from './chat-refusals.tsx';
import { createChats } from './create-chats.ts';
import { EndedChats, TalkedTo } from './ended-chats.tsx';
import { isHeldBy } from './may-take-chats.ts';
import { OnlyChatPeople } from './only-chat-people.tsx';
import { queueStanding, type QueueStanding } from './queue-standing.ts';
import { QueueState } from './queue-state.tsx';
import { WaitingChats, WaitingUnnamed } from './waiting-chats.tsx';
import '../../ui/back-link.css';
import './chat-queue-page.css';

export const ChatQueuePage = (): JSX.Element => (
  <OnlyChatPeople>
    <ChatFrame>
      <Queue />
    </ChatFrame>
  </OnlyChatPeople>
);

const Queue = (): JSX.Element => {
  const { store } = useSignedIn();
  const chats = createChats();
  const known = createLive(observePerson(store));
  return (
    <div class="stack-wide">
      <QueueHead chats={chats()} partition={known()?.partition} isAnalyst={known()?.person.roles.includes('analyst') ?? false} />
      <ChatRefusals />
      <Show when={chats()}>
        {(read) => (
          <Show when={read().queue !== null} fallback={<NotHereYet />}>
            <Show when={known()}>{(found) => <Lists chats={read()} person={found().person} />}</Show>
          </Show>
        )}
      </Show>
    </div>
  );
};

type QueueHeadProps = { readonly chats: ChatsAtTheDesk | undefined; readonly partition: Partition | undefined; readonly isAnalyst: boolean };

const QueueHead = (props: QueueHeadProps): JSX.Element => {
  const now = createNow(15_000);
  const offlineSince = createOfflineSince();
  const standing = (queue: ChatQueue): QueueStanding => queueStanding(queue, props.partition?.chat, now() + (props.chats?.clockOffsetMs ?? 0));
  return (
    <div class="stack">
      <Show when={props.isAnalyst}>
        <A class="back-link" href="/desk">
          <Icon name="back" />
          {t('desk.back')}
        </A>
      </Show>
      <div class="row between wrap">
        <PageTitle>{t('chatQueue.title')}</PageTitle>
        <Show when={props.partition && props.chats?.queue}>{(queue) => <QueueState queue={queue()} standing={standing(queue())} />}</Show>
      </div>
      <p class="soft">{t('chatQueue.words', { partition: props.partition?.name ?? '' })}</p>
      <Show when={offlineSince()}>{(at) => <p class="soft">{t('chatQueue.asOf', { ago: formatAgo(at(), now()) })}</p>}</Show>
      <Show when={props.partition && props.chats?.queue}>{(queue) => <NobodyCanAsk standing={standing(queue())} />}</Show>
    </div>
  );
};

/** Outside the hours is no news: they come every day. */
const NobodyCanAsk = (props: { readonly standing: QueueStanding }): JSX.Element => (
  <Switch>
    <Match when={props.standing === 'off'}>
      <p class="card needs-you" role="status">
        <strong>{t('chatQueue.switchedOff')}.</strong> {t('chatQueue.switchedOffWords')}
      </p>
    </Match>
    <Match when={props.standing === 'offline'}>
      <p class="card needs-you" role="status">
        <strong>{t('chatQueue.closed')}.</strong> {t('chatQueue.closedWords')}
      </p>
    </Match>
  </Switch>
);

/** Whoever watches over the queue and is no analyst sees how many wait, and not who. */
const Lists = (props: { readonly chats: ChatsAtTheDesk; readonly person: Person }): JSX.Element => {
  const now = createNow(1_000);
  const deskNow = (): number => now() + props.chats.clockOffsetMs;
  const own = () => props.chats.open.find((chat) => isHeldBy(chat, props.person));
  const others = () => props.chats.open.filter((chat) => !isHeldBy(chat, props.person));
  return (
    <Switch fallback={<WaitingUnnamed since={props.chats.queue?.waiting ?? []} deskNow={deskNow()} />}>
      <Match when={props.person.roles.includes('analyst')}>
        <Show when={own()}>
          {(chat) => (
            <section class="card tinted row between wrap" aria-label={t('chatQueue.yours')}>
              <p class="grow">
                <strong>{t('deskChat.title', { name: chat().ticket.requester.name })}</strong>
                <br />
                <small>{chat().ticket.title}</small>
              </p>
              <A class="button primary" href={`/desk/chat/${chat().ticket.id}`}>
                <Icon name="chat" />
                {t('chatQueue.open')}
              </A>
            </section>
          )}
        </Show>
        <WaitingChats chats={props.chats} person={props.person} deskNow={deskNow()} />
        <Show when={others().length > 0}>
          <TalkedTo chats={others()} deskNow={deskNow()} />
        </Show>
        <div class="desk-chat-ended-lists">
          <EndedChats kind="unanswered" chats={props.chats.unanswered} now={now()} clockOffsetMs={props.chats.clockOffsetMs} />
          <EndedChats kind="answered" chats={props.chats.answered} now={now()} clockOffsetMs={props.chats.clockOffsetMs} />
        </div>
      </Match>
    </Switch>
  );
};
