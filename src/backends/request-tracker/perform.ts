/** One action at a time: what each kind becomes in RT. */
import { neverInTheFeed, type Answer } from '../../contract/receipt.ts';
import { maxTextLength, type ActionOf } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Outgoing } from '../backend.ts';
import { reopen, resolve } from './change-status.ts';
import { chase } from './chase.ts';
import { correspond } from './correspond.ts';
import { raise } from './raise.ts';
import { readAttachmentsOf } from './read-conversation.ts';
import { applied, refused, writeOnce, type Context, type Performing } from './write-once.ts';

export const performOne = async (performing: Performing, outgoing: Outgoing): Promise<Answer> => {
  const { action } = outgoing;
  const ticketId = outgoing.mappedId ?? action.subject.id;
  if (action.kind !== 'raise-ticket' && !/^\d+$/.test(ticketId)) return refused(performing, action, { kind: 'not-found' });
  const context: Context = { ...performing, outgoing, ticketId: ticketId as TicketId };
  switch (action.kind) {
    case 'raise-ticket':
      return raise(context, action);
    case 'reply':
      return reply(context, action);
    case 'attach':
      return attach(context, action);
    case 'chase':
      return chase(context, action);
    case 'resolve':
      return resolve(context, action);
    case 'reopen':
      return reopen(context, action);
    case 'mark-read':
      // RT has no place for it: the device keeps the mark.
      return applied(action, performing.serverTime, neverInTheFeed);
    default:
      return refused(performing, action, { kind: 'not-supported' });
  }
};

const reply = async (context: Context, action: ActionOf<'reply'>): Promise<Answer> => {
  const { text } = action.data;
  return text.length > maxTextLength
    ? refused(context, action, { kind: 'text-too-long', maxLength: maxTextLength })
    : writeOnce(context, { place: { kind: 'transaction' }, purpose: null, write: () => correspond(context, text, null) });
};

const attach = async (context: Context, action: ActionOf<'attach'>): Promise<Answer> => {
  const { bytes } = context.outgoing;
  // Held by the device before it comes here; without its bytes there is nothing to send.
  if (!bytes) return refused(context, action, { kind: 'file-damaged' });
  const { name, type } = action.data.file;
  return writeOnce(context, {
    place: { kind: 'transaction' },
    purpose: 'file',
    write: () => correspond(context, name, 'file', { name, type, bytes }),
    faultOf: ({ transactionId }) => fileFault(context, transactionId, bytes),
  });
};

/** Where a file is longer than RT may keep, it takes the correspondence and drops the file, or cuts it off. */
const fileFault = async ({ ask }: Context, transactionId: string | null, { byteLength }: ArrayBuffer): Promise<Refusal | null> => {
  const held = transactionId === null ? [] : await readAttachmentsOf(ask, [transactionId]);
  return held.some(({ ContentLength }) => ContentLength === byteLength) ? null : { kind: 'file-not-accepted', reason: 'too-large' };
};
