import { Show, type JSX } from 'solid-js';
import type { SimpleStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import '../ui/chip.css';

const tones = { received: 'plain', 'in-progress': '', 'needs-you': 'warn', done: 'good' } as const satisfies Readonly<Record<SimpleStatus, string>>;

/** The simple status; before it whatever of the ticket has not reached the desk. */
export const StatusChip = (props: { readonly summary: Pick<TicketSummary, 'status' | 'pending'> }): JSX.Element => (
  <Show when={props.summary.pending} fallback={<span class={`chip ${tones[props.summary.status]}`}>{t(`status.${props.summary.status}`)}</span>}>
    {(pending) => <span class={`chip ${pending().endsWith('held') ? 'bad' : 'warn'}`}>{t(`delivery.${pending()}`)}</span>}
  </Show>
);
