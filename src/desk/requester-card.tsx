import { Show, type JSX } from 'solid-js';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import './requester-card.css';

/** Who raised it and where, how often they asked how it gets on, and what they were promised. */
export const RequesterCard = (props: { readonly page: TicketPage; readonly now: number }): JSX.Element => {
  const ticket = () => props.page.ticket;
  const when = (at: number): string => formatWhen(at - props.page.clockOffsetMs, props.now);
  return (
    <section class="card stack">
      <h2>{t('desk.requester')}</h2>
      <p>
        <bdi>{ticket().requester.name}</bdi>
      </p>
      <Show when={ticket().place}>{(place) => <p>{t('desk.where', { place: place() })}</p>}</Show>
      <Show when={ticket().chases.at(-1)}>{(last) => <p class="chased">{t('desk.chases', { count: ticket().chases.length, when: when(last().at) })}</p>}</Show>
      <Show when={ticket().dueAt}>{(dueAt) => <p class="soft">{t('desk.due', { when: when(dueAt()) })}</p>}</Show>
    </section>
  );
};
