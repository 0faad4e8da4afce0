/** A chat that is over, or a message that was left: what comes of it, and the way on. */
import { A } from '@solidjs/router';
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import { rateChat } from '../../actions/chat.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import { chatRatings, type ChatRating } from '../../domain/chat/chat.ts';
import { t } from '../../i18n/translate.ts';
import type { OwnChat } from '../../store/observe/chat.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { heldSaid } from '../../ticket-parts/held-said.ts';
import { LateWords } from '../../ticket-parts/late-words.tsx';
import { announce } from '../../ui/announcer.tsx';
import { saveAsFile } from '../../ui/save-as-file.ts';
import { BegunWords } from './begun-words.tsx';
import { ChatMessages } from './chat-messages.tsx';
import { overWords } from './over-words.ts';
import { transcriptOf } from './transcript.ts';

type ChatOverProps = { readonly chat: OwnChat; readonly page: TicketPage; readonly onAgain: (() => void) | undefined; readonly onLeave: () => void };

export const ChatOver = (props: ChatOverProps): JSX.Element => {
  const now = createNow(30_000);
  const ticket = () => props.page.ticket;
  const isAnswered = (): boolean => props.chat.state?.kind === 'ended' && props.chat.state.analyst !== null;
  let words!: HTMLDivElement;
  // The box it stands in place of had the focus, and it would be nowhere.
  onMount(() => document.activeElement === document.body && words.focus({ preventScroll: true }));
  const save = (): void =>
    saveAsFile(`${t('chat.transcript.file')} ${ticket().number ?? ''}.txt`, new Blob([transcriptOf(props.page)], { type: 'text/plain;charset=utf-8' }));
  return (
    <>
      <div ref={words} tabIndex={-1} class="chat-state">
        <strong>{overWords(props.chat, props.page)}</strong>
      </div>
      <ChatMessages page={props.page} now={now()} />
      <div class="chat-over stack">
        <Show when={heldSaid(props.page)}>
          {(held) => (
            <div class="card needs-you stack">
              <p>{t('chat.late')}</p>
              <LateWords id={held().id} text={held().text} label={t('chat.late.reply')} />
            </div>
          )}
        </Show>
        <BegunWords page={props.page} onSettled={() => words.focus({ preventScroll: true })} />
        <Show when={isAnswered()}>
          <Rating chat={props.chat} />
        </Show>
        <A class="button primary wide" href={`/tickets/${props.chat.ticket.id}`} onClick={() => props.onLeave()}>
          {ticket().number ? t('chat.ticket', { ticket: ticket().number ?? '' }) : t('chat.ticketUnnumbered')}
        </A>
        <div class="row wrap">
          <Show when={props.onAgain}>
            {(again) => (
              <button type="button" class="button quiet" onClick={() => again()()}>
                {t('chat.again')}
              </button>
            )}
          </Show>
          <Show when={isAnswered()}>
            <button type="button" class="button quiet" onClick={save}>
              {t('chat.transcript')}
            </button>
          </Show>
        </div>
      </div>
    </>
  );
};

const Rating = (props: { readonly chat: OwnChat }): JSX.Element => {
  const { actions } = useSignedIn();
  const [isThanked, setThanked] = createSignal(false);
  const rate = async (rating: ChatRating): Promise<void> => {
    await rateChat(actions, props.chat.ticket.id, rating);
    setThanked(true);
    announce(t('chat.rate.thanks'));
  };
  return (
    <fieldset class="chat-rating row">
      <legend class="label">{t('chat.rate')}</legend>
      {chatRatings.map((rating) => (
        <button type="button" class="button" aria-pressed={props.chat.ticket.chat?.rating === rating} onClick={() => void rate(rating)}>
          {t(`chat.rate.${rating}`)}
        </button>
      ))}
      <span class="soft">{isThanked() ? t('chat.rate.thanks') : ''}</span>
    </fieldset>
  );
};
