/** Somebody whose first registration is still open registers again: they are answered alike, and whoever decides is told what they say now. */
import type { Transaction } from 'kysely';
import { askedAgain, isNews, saidAnew } from '../../domain/registration/asked-again.ts';
import { callAskedAgain } from '../../domain/registration/registration-call.ts';
import type { AskedAgain, Registration } from '../../domain/registration/registration.ts';
import { createBatchRecords } from '../actions/batch-records.ts';
import { saveEntries } from '../actions/save-effects.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, type FeedRow } from '../feed/write-feed.ts';
import { labels } from './log-registration-call.ts';
import { keepRegistration, registrationRows } from './registration-records.ts';

/** What those who decide are to be told. */
export const takeAgain = async (
  transaction: Transaction<Schema>,
  first: Registration,
  asked: AskedAgain & Pick<Registration, 'id'>,
): Promise<readonly FeedRow[]> => {
  const { at, details, partitionName } = asked;
  const kept = askedAgain(first, { at, details, partitionName });
  await keepRegistration(transaction, kept);
  return [...registrationRows(kept), ...(isNews(first, asked) ? await tellOnCall(transaction, first, asked) : [])];
};

const tellOnCall = async (transaction: Transaction<Schema>, first: Registration, asked: AskedAgain & Pick<Registration, 'id'>): Promise<readonly FeedRow[]> => {
  if (!first.ticketId) return [];
  await lockLanes(transaction, [`ticket:${first.ticketId}`]);
  const records = await createBatchRecords(transaction, []);
  const call = await records.ticket(first.ticketId);
  if (!call) return [];
  const at = Math.max(asked.at, call.lastAt + 1);
  const { ticket, entries } = callAskedAgain(call.ticket, asked.id, wordsOf(first, asked), at);
  await saveEntries(transaction, entries);
  records.keepTicket({ ticket, lastAt: at });
  await records.saveTickets();
  return [...ticketRows(ticket), ...entries.flatMap((entry) => entryRows(entry, ticket))];
};

const wordsOf = (first: Registration, asked: AskedAgain): string => {
  const anew = saidAnew(first, asked);
  if (anew.length === 0) return 'Asked again, as at first.';
  return ['Asked again, and says now:', ...anew.map(({ detail, text }) => `${labels[detail]}: ${text || 'none'}`)].join('\n');
};
