import type { ActionId } from '../domain/ids.ts';
import type { TicketPage } from '../store/observe/ticket.ts';

/** What was said when the chat was over already, or another's; it is asked about before it becomes anything else. */
export const heldSaid = ({ timeline }: TicketPage): { readonly id: ActionId; readonly text: string } | null => {
  for (const { entry, delivery } of timeline)
    if (entry.body.kind === 'said' && delivery?.state === 'held') return { id: delivery.actionId, text: entry.body.text };
  return null;
};
