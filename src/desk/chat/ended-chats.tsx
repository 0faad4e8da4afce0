/** Chats that others hold, and those that are over: each leads to its call (seed 002, statement 5). */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { ChatRating } from '../../domain/chat/chat.ts';
import type { Instant } from '../../domain/instant.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { DeskChat } from '../../store/observe/chat-at-the-desk.ts';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { Count } from './waiting-chats.tsx';
import { waitClock } from './wait-clock.ts';

export const TalkedTo = (props: { readonly chats: readonly DeskChat[]; readonly deskNow: Instant }): JSX.Element => (
  <section class="card stack" aria-labelledby="talking-chats">
    <h2 id="talking-chats">
      {t('chatQueue.talking')} <Count of={props.chats.length} />
    </h2>
    <ul class="desk-chat-list" role="list">
      <KeyedFor each={props.chats} by={({ ticket }) => ticket.id}>
        {(chat) => (
          <ChatLink chat={chat()} href={`/desk/chat/${chat().ticket.id}`}>
            {chat().ticket.requester.name} · {t('chatQueue.with', { name: analystOf(chat()) })} ·{' '}
            <span class="wait-clock">{talkedFor(chat(), props.deskNow)}</span>
          </ChatLink>
        )}
      </KeyedFor>
    </ul>
  </section>
);

const talkedFor = ({ state }: DeskChat, deskNow: Instant): string => waitClock(state.kind === 'open' ? deskNow - state.since : 0);
const analystOf = ({ state }: DeskChat): string => (state.kind === 'waiting' ? '' : (state.analyst?.name ?? ''));

type EndedChatsProps = {
  readonly kind: 'answered' | 'unanswered';
  readonly chats: readonly DeskChat[];
  readonly now: number;
  readonly clockOffsetMs: number;
};

/** So many of the last ones; the others are found among the tickets. */
const shownChats = 30;

export const EndedChats = (props: EndedChatsProps): JSX.Element => (
  <section class="card stack" aria-labelledby={`${props.kind}-chats`}>
    <h2 id={`${props.kind}-chats`}>
      {t(`chatQueue.${props.kind}`)} <Count of={props.chats.length} />
    </h2>
    <Show when={props.chats.length > 0} fallback={<p class="soft">{t(props.kind === 'answered' ? 'chatQueue.noneAnswered' : 'chatQueue.noneUnanswered')}</p>}>
      <ul class="desk-chat-list" role="list">
        <KeyedFor each={props.chats.slice(0, shownChats)} by={({ ticket }) => ticket.id}>
          {(chat) => (
            <ChatLink chat={chat()} href={`/desk/tickets/${chat().ticket.id}`}>
              {[chat().ticket.requester.name, endWords(chat()), endedWhen(chat(), props.now, props.clockOffsetMs), ratingWords(chat())]
                .filter(Boolean)
                .join(' · ')}
            </ChatLink>
          )}
        </KeyedFor>
      </ul>
      <Show when={ratingsOf(props.chats).length > 0}>
        <small>
          {t('chatQueue.helped', { count: ratingsOf(props.chats).filter((rating) => rating === 'good').length, of: ratingsOf(props.chats).length })}
        </small>
      </Show>
      <Show when={props.chats.length > shownChats}>
        <small>{t('chatQueue.someLeftOut', { count: props.chats.length - shownChats })}</small>
      </Show>
    </Show>
  </section>
);

const ChatLink = (props: { readonly chat: DeskChat; readonly href: string; readonly children: JSX.Element }): JSX.Element => (
  <li class="desk-chat-row">
    <A class="desk-chat-link" href={props.href}>
      <strong>{props.chat.ticket.title}</strong>
      <small>{props.children}</small>
    </A>
  </li>
);

const endWords = ({ state }: DeskChat): string => {
  if (state.kind !== 'ended') return '';
  return state.analyst ? t('chatQueue.answeredBy', { name: state.analyst.name }) : t(`chatQueue.ended.${state.by}`);
};

const ratingsOf = (chats: readonly DeskChat[]): readonly ChatRating[] => chats.flatMap(({ ticket }) => ticket.chat?.rating ?? []);
const ratingWords = (chat: DeskChat): string =>
  ratingsOf([chat])
    .map((rating) => t(`chatQueue.rated.${rating}`))
    .join('');

const endedWhen = ({ state }: DeskChat, now: number, clockOffsetMs: number): string =>
  state.kind === 'ended' ? formatWhen(state.at - clockOffsetMs, now) : '';
