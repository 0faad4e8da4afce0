/** One action at a time, and never a blind re-send: success is what RT now holds, never the status of its answer. */
import type { Answer } from '../../contract/receipt.ts';
import type { Action, ActionOf } from '../../domain/action.ts';
import { maxTextLength } from '../../domain/action.ts';
import { neverInTheFeed } from '../../contract/receipt.ts';
import { decideChase } from '../../domain/chase-policy.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { isTexts } from '../../domain/accept-answer.ts';
import type { Answers, AnswerValue } from '../../domain/question-flow.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { decideReopen, isOpen } from '../../domain/ticket.ts';
import { writableLine } from '../../domain/writable-text.ts';
import type { Outgoing } from '../backend.ts';
import type { AskRt, RtAnswer } from './ask.ts';
import { writeClientId, type Purpose } from './client-id.ts';
import { find, findWritten, type Hit, type Look, type Memory, type Place } from './find-written.ts';
import { fieldOf } from './forms.ts';
import { chasePolicyOf, partitionOf } from './partition.ts';
import { readTickets } from './read-conversation.ts';
import type { Reader, TicketWithEntries } from './tickets.ts';

export type Performing = {
  readonly ask: AskRt;
  readonly reader: Reader;
  readonly memory: Memory;
  /** RT's clock. */ readonly serverTime: Instant;
  /** The device's. */ readonly now: Instant;
};

export const performOne = async (performing: Performing, outgoing: Outgoing): Promise<Answer> => {
  const { action } = outgoing;
  const ticketId = outgoing.mappedId ?? action.subject.id;
  if (action.kind !== 'raise-ticket' && !/^\d+$/.test(ticketId)) return refused(performing, action, { kind: 'not-found' });
  const context: Context = { ...performing, outgoing, ticketId: ticketId as TicketId };
  switch (action.kind) {
    case 'raise-ticket':
      return raise(context, action);
    case 'reply':
      return action.data.text.length > maxTextLength
        ? refused(performing, action, { kind: 'text-too-long', maxLength: maxTextLength })
        : writeOnce(context, 'transaction', writeClientId(action.id, null), () => correspond(context, action.data.text, null, null));
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

type Context = Performing & { readonly outgoing: Outgoing; readonly ticketId: TicketId };

/** Where a receipt stands in a feed that has no positions: it is seen by the first reading that begins after it. */
const seenByTheNextReading = Number.MAX_SAFE_INTEGER;

const applied = (action: Action, at: Instant, position = seenByTheNextReading): Extract<Answer, { outcome: 'applied' }> => ({
  outcome: 'applied',
  id: action.id,
  at,
  position,
});

const refused = ({ serverTime }: Performing, action: Action, refusal: Refusal): Answer => ({ outcome: 'refused', id: action.id, at: serverTime, refusal });

/** RT's no, of a resource that says it by status. Of a ticket that this person may not see nothing says that it is there. */
const refusalOf = async (context: Context, { status }: RtAnswer): Promise<Refusal> => {
  const isAboutTicket = context.outgoing.action.kind !== 'raise-ticket';
  if (isAboutTicket && !(await readOne(context))) return { kind: 'not-found' };
  return { kind: status === 403 ? 'not-allowed' : 'not-supported' };
};

const lookFrom = ({ ask, reader, memory }: Performing): Look => ({ ask, memory, person: reader.person.id, settings: reader.settings });

/** Writes under an id of ours unless RT holds it already; then reads back what it holds. */
const writeOnce = async (context: Context, place: Place, clientId: string, write: () => Promise<RtAnswer>): Promise<Answer> => {
  const { outgoing, now } = context;
  const { action } = outgoing;
  if (outgoing.outcomeUnknown) {
    const finding = await findWritten(lookFrom(context), place, clientId, now - (outgoing.unknownSince ?? 0));
    if (finding.kind === 'taken') return receiptOf(action, finding.hit);
    if (finding.kind === 'please-check') return refused(context, action, { kind: 'please-check' });
    if (finding.kind === 'wait') return { outcome: 'not-attempted', id: action.id, because: action.id };
  }
  const answer = await write();
  if (!answer.ok) return refused(context, action, await refusalOf(context, answer));
  const hits = await find(lookFrom(context), place, clientId);
  // Delivered twice on the way: no look-up beforehand could have seen that.
  if (hits.length > 1) return refused(context, action, { kind: 'please-check' });
  return receiptOf(action, hits[0] ?? { ticketId: (madeTicketId(answer) ?? context.ticketId) as TicketId, at: answer.serverTime });
};

const madeTicketId = ({ location }: RtAnswer): string | null => /\/ticket\/(\d+)$/.exec(location ?? '')?.[1] ?? null;

const receiptOf = (action: Action, { ticketId, at }: Hit): Answer =>
  action.kind === 'raise-ticket' ? { ...applied(action, at), madeId: ticketId, number: `#${ticketId}` } : applied(action, at);

const raise = (context: Context, action: ActionOf<'raise-ticket'>): Promise<Answer> => {
  const { ask, reader } = context;
  const { answers, serviceId } = action.data;
  return writeOnce(context, 'ticket', writeClientId(action.id, null), () =>
    ask.send('POST', '/ticket', {
      json: {
        Queue: serviceId.replace(/^queue-/, ''),
        // Without it the ticket is nobody's, and its maker may not see it.
        Requestor: [reader.person.id],
        Subject: lineOf(answers['subject' as never]),
        Content: textOf(answers['details' as never]),
        ContentType: 'text/plain',
        CustomFields: { ...fieldValues(answers), [reader.settings.requestIdField]: writeClientId(action.id, null) },
      },
    }),
  );
};

const textOf = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '');
/** A subject is one line: a line break in it would be a header of a mail. */
const lineOf = (value: AnswerValue | undefined): string => writableLine(textOf(value)).replaceAll(/\s+/gu, ' ').trim();

/** What was answered, by custom field; what was left out is not mentioned. */
const fieldValues = (answers: Answers): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([questionId, value]) => {
      const field = fieldOf(questionId);
      if (field === null) return [];
      return typeof value === 'string' || isTexts(value) ? [[field, value]] : [];
    }),
  );

type File = { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };

const correspond = ({ ask, reader, outgoing, ticketId }: Context, text: string, purpose: Purpose | null, file: File | null): Promise<RtAnswer> => {
  const message = {
    Content: text,
    ContentType: 'text/plain',
    TxnCustomFields: { [reader.settings.messageIdField]: writeClientId(outgoing.action.id, purpose) },
  };
  if (!file) return ask.send('POST', `/ticket/${ticketId}/correspond`, { json: message });
  const body = new FormData();
  body.set('JSON', JSON.stringify(message));
  body.append('Attachments', new File([file.bytes], file.name, { type: asBytes(file.type) }));
  return ask.send('POST', `/ticket/${ticketId}/correspond`, { body, timeoutMs: 600_000 });
};

/** RT writes what it takes for text in another encoding: a file is bytes. */
const asBytes = (type: string): string => (type.startsWith('text/') || type.startsWith('message/') ? 'application/octet-stream' : type);

const attach = async (context: Context, action: ActionOf<'attach'>): Promise<Answer> => {
  const { bytes } = context.outgoing;
  // Held by the device before it comes here; without its bytes there is nothing to send.
  if (!bytes) return refused(context, action, { kind: 'file-damaged' });
  const { name, type } = action.data.file;
  return writeOnce(context, 'transaction', writeClientId(action.id, 'file'), () => correspond(context, name, 'file', { name, type, bytes }));
};

/**
 * RT knows no chase: it is a correspondence that carries one in its id, judged here by what the history holds. Nothing in RT
 * keeps two devices from chasing at the same moment; each of them would count what it has read.
 */
const chase = async (context: Context, action: ActionOf<'chase'>): Promise<Answer> => {
  const { reader, serverTime } = context;
  const policy = chasePolicyOf(reader.settings);
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  const { chases, escalationCallId } = said.ticket;
  const made = chases.find(({ id }) => id === action.id);
  const decision = decideChase(said.ticket, policy, serverTime);
  if (!made && decision.kind !== 'allowed') return refused(context, action, decision);
  const answer = made ? applied(action, made.at) : await writeChase(context, action);
  if (answer.outcome !== 'applied') return answer;
  const count = chases.length + (made ? 0 : 1);
  if (count >= policy.maxChases && escalationCallId === null) await escalate(context, action);
  return answer;
};

const writeChase = async (context: Context, action: ActionOf<'chase'>): Promise<Answer> => {
  const words = context.reader.settings.chase?.text ?? '';
  const answer = await writeOnce(context, 'transaction', writeClientId(action.id, 'chase'), () => correspond(context, words, 'chase', null));
  if (answer.outcome === 'applied') await mark(context);
  return answer;
};

/** Status and priority, where the deployment wants them set: a requestor who may not set them has chased all the same. */
const mark = async ({ ask, reader, ticketId }: Context): Promise<void> => {
  const { chase: wanted } = reader.settings;
  const changes = {
    ...(wanted?.setStatus === undefined ? {} : { Status: wanted.setStatus }),
    ...(wanted?.setPriority === undefined ? {} : { Priority: wanted.setPriority }),
  };
  if (Object.keys(changes).length > 0) await ask.send('PUT', `/ticket/${ticketId}`, { json: changes });
};

/** The chase that reaches the maximum makes a ticket that refers to the chased one. */
const escalate = async (context: Context, action: ActionOf<'chase'>): Promise<void> => {
  const { ask, reader, ticketId } = context;
  const escalation = reader.settings.chase?.escalation;
  if (!escalation) return;
  const clientId = writeClientId(action.id, 'escalation');
  if ((await find(lookFrom(context), 'ticket', clientId)).length > 0) return;
  await ask.send('POST', '/ticket', {
    json: {
      Queue: escalation.queue,
      Requestor: [reader.person.id],
      Cc: escalation.cc,
      Subject: `${escalation.title}: #${ticketId}`,
      Content: `${escalation.title}: #${ticketId}`,
      ContentType: 'text/plain',
      RefersTo: [ticketId],
      CustomFields: { [reader.settings.requestIdField]: clientId },
    },
  });
};

/** Said of what is resolved already, by the try of which nothing was heard or by the desk, it is as it was wanted. */
const resolve = async (context: Context, action: ActionOf<'resolve'>): Promise<Answer> => {
  const { reader, serverTime } = context;
  const { resolveStatus } = reader.settings;
  if (resolveStatus === undefined) return refused(context, action, { kind: 'not-supported' });
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  const decision = decideReopen(said.ticket, partitionOf(reader.settings), serverTime);
  if (decision.kind === 'window-over') return refused(context, action, { kind: 'reopen-window-over', endedAt: decision.endedAt });
  if (isOpen(said.ticket)) await setStatus(context, resolveStatus);
  const after = isOpen(said.ticket) ? await readOne(context) : said;
  return after && !isOpen(after.ticket) ? applied(action, lastStatusAt(after, context)) : refused(context, action, { kind: 'not-allowed' });
};

/** RT answers 200 also where it refuses: who sets a status reads the ticket again. */
const setStatus = ({ ask, ticketId }: Context, status: string): Promise<RtAnswer> => ask.send('PUT', `/ticket/${ticketId}`, { json: { Status: status } });

const lastStatusAt = ({ ticket }: TicketWithEntries, { serverTime }: Context): Instant => ticket.statuses.at(-1)?.at ?? serverTime;

const reopen = async (context: Context, action: ActionOf<'reopen'>): Promise<Answer> => {
  const { reader, serverTime, outgoing } = context;
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  const decision = decideReopen(said.ticket, partitionOf(reader.settings), serverTime);
  // It is open: by the try of which nothing was heard, or by somebody else since. Either way it is as it was wanted.
  if (decision.kind === 'not-resolved' && outgoing.outcomeUnknown) return applied(action, lastStatusAt(said, context));
  if (decision.kind === 'not-resolved') return refused(context, action, { kind: 'not-resolved' });
  if (decision.kind === 'window-over') return refused(context, action, { kind: 'reopen-window-over', endedAt: decision.endedAt });
  await setStatus(context, reader.settings.reopenStatus);
  const after = await readOne(context);
  const isOpenNow = after !== null && decideReopen(after.ticket, partitionOf(reader.settings), serverTime).kind === 'not-resolved';
  return isOpenNow ? applied(action, lastStatusAt(after, context)) : refused(context, action, { kind: 'not-allowed' });
};

const readOne = async ({ ask, reader, ticketId }: Context): Promise<TicketWithEntries | null> => (await readTickets(ask, [ticketId], reader))[0] ?? null;
