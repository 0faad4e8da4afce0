/** A chat that waits for somebody, or is talked in. */
import { createEffect, createMemo, on, Show, type JSX } from 'solid-js';
import { endChat } from '../../actions/chat.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import { placeInQueue, waitEstimateMs } from '../../domain/chat/chat-queue.ts';
import { t } from '../../i18n/translate.ts';
import { durationWords } from '../../i18n/duration-words.ts';
import type { ChatDesk, OwnChat } from '../../store/observe/chat.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { SayBox } from '../../ticket-parts/say-box.tsx';
import { createTyping } from '../../ticket-parts/typing.ts';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { ChatMessages } from './chat-messages.tsx';

export const GoingChat = (props: { readonly desk: ChatDesk; readonly chat: OwnChat; readonly page: TicketPage }): JSX.Element => {
  const { actions } = useSignedIn();
  const offlineSince = createOfflineSince();
  const now = createNow(1_000);
  const typing = createTyping(
    () => props.chat.ticket.id,
    createMemo(() => props.page.timeline.at(-1)?.entry.id),
  );
  const isUnasked = (): boolean => props.page.raising !== null && props.page.raising.state !== 'done';
  const analyst = (): string | null => (props.chat.state?.kind === 'open' ? props.chat.state.analyst.name : null);
  const words = createMemo(() => analyst() ?? waitingWords(props.desk, props.chat, isUnasked(), offlineSince() !== null));
  createEffect(on(words, () => announce(stateWords()), { defer: true }));
  const stateWords = (): string => {
    const name = analyst();
    return name === null ? words() : t('chat.with', { name });
  };
  const end = createOneTap(() => endChat(actions, props.chat.ticket.id));
  return (
    <>
      <div class="chat-state">
        <div class="grow">
          <strong>{stateWords()}</strong>
          <Show when={props.chat.state?.kind === 'waiting' && !isUnasked()}>
            <small>{estimateWords(props.desk)}</small>
          </Show>
          <Show when={offlineSince() !== null && !isUnasked()}>
            <small>{t('chat.offlineHere')}</small>
          </Show>
        </div>
        <button type="button" class="button" onClick={() => void end()}>
          {t(analyst() === null ? (isUnasked() ? 'chat.waiting.leaveUnsent' : 'chat.waiting.leave') : 'chat.end')}
        </button>
      </div>
      <ChatMessages page={props.page} now={now()} />
      <p class="chat-typing" aria-live="off">
        {typing.who() === null ? '' : t('chat.typing', { name: typing.who() ?? '' })}
      </p>
      <SayBox ticketId={props.chat.ticket.id} page={props.page} label={t('chat.say.label')} onTyping={() => analyst() !== null && typing.tell()} />
    </>
  );
};

const waitingWords = ({ queue }: ChatDesk, { state }: OwnChat, isUnasked: boolean, isOffline: boolean): string => {
  if (isUnasked) return t(isOffline ? 'chat.waiting.unsent' : 'chat.waiting.sending');
  if (queue && (!queue.isOnline || queue.there === 0)) return t('chat.waiting.nobody');
  return t('chat.waiting', { count: placeInQueue(queue?.waiting ?? [], state?.kind === 'waiting' ? state.since : 0) });
};

const estimateWords = ({ queue }: ChatDesk): string => {
  if (queue && (!queue.isOnline || queue.there === 0)) return t('chat.waiting.nobodyWords');
  const free = queue?.free ?? 0;
  const estimate = waitEstimateMs(queue?.recentWaitsMs ?? []);
  const parts = [
    t(free > 0 ? 'chat.waiting.free' : 'chat.waiting.noneFree', { count: free }),
    ...(estimate === null ? [] : [t('chat.waiting.estimate', { duration: durationWords(estimate) })]),
  ];
  return parts.join(' ');
};
