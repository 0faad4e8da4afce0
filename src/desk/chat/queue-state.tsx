import type { JSX } from 'solid-js';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import { t } from '../../i18n/translate.ts';
import '../../ui/chip.css';

/** Online or not, and how many are there for those who wait. */
export const QueueState = (props: { readonly queue: ChatQueue }): JSX.Element => (
  <span class="row">
    <span class={`chip ${props.queue.isOnline ? 'good' : 'plain'}`}>{t(props.queue.isOnline ? 'chatQueue.online' : 'chatQueue.offline')}</span>
    <small>{props.queue.there === 0 ? t('chatQueue.nobodyThere') : t('chatQueue.there', { free: props.queue.free, there: props.queue.there })}</small>
  </span>
);
