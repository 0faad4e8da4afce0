import { Show, type JSX } from 'solid-js';
import { isOpen, statusOf } from '../../domain/ticket.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import '../../ui/bar.css';

/** When the desk promises it, while there is something left to promise. */
export const DueCard = (props: { readonly page: TicketPage; readonly now: number }): JSX.Element => (
  <Show when={isPromised(props.page) ? props.page.ticket.dueAt : null}>
    {(dueAt) => (
      <section class="card stack">
        <h2>{t('due.title')}</h2>
        <progress
          class="bar"
          max={1}
          value={shareGone(props.page.ticket.raisedAt, dueAt(), props.now + props.page.clockOffsetMs)}
          aria-label={t('due.progress')}
        />
        <p class="soft">{dueWords(dueAt() - props.page.clockOffsetMs, props.now)}</p>
        <Show when={statusOf(props.page.ticket) === 'waiting-for-person'}>
          <p class="soft">{t('due.waitsForYou')}</p>
        </Show>
      </section>
    )}
  </Show>
);

/** The desk promises nothing of what it has not got. */
const isPromised = ({ ticket, raising }: TicketPage): boolean => isOpen(ticket) && (raising === null || raising.state === 'done');

const dueWords = (dueAt: number, now: number): string => t(dueAt < now ? 'due.late' : 'due.by', { when: formatWhen(dueAt, now) });

const shareGone = (from: number, to: number, now: number): number => Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
