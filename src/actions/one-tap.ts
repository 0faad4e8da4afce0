/** Things done with one tap: nothing is typed, so their ids are minted on the tap. */
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ActionDeps } from './action-deps.ts';
import { performOnTicket } from './perform.ts';

export const chaseTicket = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => performOnTicket(deps, ticketId, { kind: 'chase', data: {} });

export const resolveTicket = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => performOnTicket(deps, ticketId, { kind: 'resolve', data: {} });

export const reopenTicket = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => performOnTicket(deps, ticketId, { kind: 'reopen', data: {} });

/** Up to what the person saw: the time of the newest entry on the screen, by the desk's clock. */
export const markRead = (deps: ActionDeps, ticketId: TicketId, upTo: Instant): Promise<ActionId> =>
  performOnTicket(deps, ticketId, { kind: 'mark-read', data: { upTo } });
