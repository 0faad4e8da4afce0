/** A requestor says that it is solved, or that it is not. */
import type { Answer } from '../../contract/receipt.ts';
import type { Action, ActionOf } from '../../domain/action.ts';
import type { Instant } from '../../domain/instant.ts';
import { decideReopen, isOpen, type Ticket } from '../../domain/ticket.ts';
import { partitionOf } from './partition.ts';
import { applied, readOne, refused, type Context } from './write-once.ts';

/** Said of what is done already, by the try of which nothing was heard or by the desk, it is as it was wanted. */
export const resolve = async (context: Context, action: ActionOf<'resolve'>): Promise<Answer> => {
  const { resolveStatus } = context.reader.settings;
  if (resolveStatus === undefined) return refused(context, action, { kind: 'not-supported' });
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  if (!isOpen(said.ticket)) return applied(action, lastStatusAt(said.ticket, context));
  return setStatus(context, action, resolveStatus, (ticket) => !isOpen(ticket));
};

export const reopen = async (context: Context, action: ActionOf<'reopen'>): Promise<Answer> => {
  const { reader, serverTime, outgoing } = context;
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  const decision = decideReopen(said.ticket, partitionOf(reader.settings), serverTime);
  // It is open: by the try of which nothing was heard, or by somebody else since. Either way it is as it was wanted.
  if (decision.kind === 'not-resolved' && outgoing.outcomeUnknown) return applied(action, lastStatusAt(said.ticket, context));
  if (decision.kind === 'not-resolved') return refused(context, action, { kind: 'not-resolved' });
  if (decision.kind === 'window-over') return refused(context, action, { kind: 'reopen-window-over', endedAt: decision.endedAt });
  return setStatus(context, action, reader.settings.reopenStatus, isOpen);
};

/** RT answers 200 also where it refuses: what counts is what the ticket says afterwards. */
const setStatus = async (context: Context, action: Action, status: string, isRight: (ticket: Ticket) => boolean): Promise<Answer> => {
  await context.ask.send('PUT', `/ticket/${context.ticketId}`, { json: { Status: status } });
  const after = await readOne(context);
  return after && isRight(after.ticket) ? applied(action, lastStatusAt(after.ticket, context)) : refused(context, action, { kind: 'not-allowed' });
};

const lastStatusAt = ({ statuses }: Ticket, { serverTime }: Context): Instant => statuses.at(-1)?.at ?? serverTime;
