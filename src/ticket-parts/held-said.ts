import type { ActionId } from '../domain/ids.ts';
import type { TicketPage } from '../store/observe/ticket.ts';

/** What was said when the chat was over already, or another's; it is asked about before it becomes anything else. */
export const heldSaid = ({ timeline }: TicketPage): ActionId | null =>
  timeline.find(({ entry, delivery }) => entry.body.kind === 'said' && delivery?.state === 'held')?.delivery?.actionId ?? null;
