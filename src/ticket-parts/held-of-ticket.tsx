/** What was done on this ticket and left no mark on it, because the desk said no: a chase, a reopening, a status, who looks after it. */
import { type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { observeOutbox, type OutboxItem } from '../store/observe/outbox.ts';
import { HeldCard } from './held-card.tsx';
import { KeyedFor } from '../ui/keyed-for.tsx';

export const HeldOfTicket = (props: { readonly ticketId: TicketId; readonly ticketHref: string }): JSX.Element => {
  const { store } = useSignedIn();
  const outbox = createLive(observeOutbox(store));
  const held = (): readonly OutboxItem[] =>
    (outbox()?.items ?? []).filter((item) => item.ticketId === props.ticketId && item.state === 'held' && !isOnTimeline(item));
  return (
    <KeyedFor each={held()} by={(item) => item.id}>
      {(item) => <HeldCard item={item()} href={props.ticketHref} />}
    </KeyedFor>
  );
};

/** Somebody's words are in these: they stand where they were written, with the same choices. */
const isOnTimeline = ({ action }: OutboxItem): boolean =>
  action !== null && ['raise-ticket', 'reply', 'attach', 'add-note', 'ask-chat', 'leave-message', 'say'].includes(action.kind);
