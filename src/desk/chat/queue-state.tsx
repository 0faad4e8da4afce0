import { Show, type JSX } from 'solid-js';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import { t } from '../../i18n/translate.ts';
import type { QueueStanding } from './queue-standing.ts';
import '../../ui/chip.css';

/** Can people ask, and how many are there for those who wait. */
export const QueueState = (props: { readonly queue: ChatQueue; readonly standing: QueueStanding }): JSX.Element => (
  <span class="row wrap">
    <StandingChip is={props.standing} />
    <Show when={props.standing !== 'off'}>
      <small>{props.queue.there === 0 ? t('chatQueue.nobodyThere') : t('chatQueue.there', { free: props.queue.free, there: props.queue.there })}</small>
    </Show>
  </span>
);

export const StandingChip = (props: { readonly is: QueueStanding }): JSX.Element => (
  <span class={`chip ${props.is === 'online' ? 'good' : 'plain'}`}>{t(`chatQueue.${props.is}`)}</span>
);
