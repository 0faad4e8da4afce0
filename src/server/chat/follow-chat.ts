import type { Transaction } from 'kysely';
import { chatStateOf } from '../../domain/chat/chat.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { changePresence, keepChat } from './chat-records.ts';

/** What an action on a ticket means for its chat's place in the queue and for its analyst, who is away when it is over (seed 002, statement 9). */
export const followChat = async (transaction: Transaction<Schema>, before: Ticket | null, after: Ticket, now: Instant): Promise<void> => {
  if (!after.chat || before?.chat?.facts.length === after.chat.facts.length) return;
  await keepChat(transaction, after);
  const was = before?.chat && chatStateOf(before.chat);
  if (was?.kind === 'open' && chatStateOf(after.chat).kind === 'ended') await changePresence(transaction, was.analyst.id, 'available', 'away', now);
};
