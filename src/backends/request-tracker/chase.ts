/**
 * RT knows no chase: it is a correspondence that carries one in its id, judged here by what the history holds. Nothing in RT
 * keeps two devices from chasing at the same moment; each of them would count what it has read.
 */
import type { Answer } from '../../contract/receipt.ts';
import type { ActionOf } from '../../domain/action.ts';
import { decideChase } from '../../domain/chase-policy.ts';
import { writeClientId } from './client-id.ts';
import { correspond } from './correspond.ts';
import { find } from './find-written.ts';
import { chasePolicyOf } from './partition.ts';
import { applied, lookFrom, mayOtherTryRun, notYet, readOne, refused, writeOnce, type Context } from './write-once.ts';

export const chase = async (context: Context, action: ActionOf<'chase'>): Promise<Answer> => {
  const { reader, serverTime } = context;
  const policy = chasePolicyOf(reader.settings);
  const said = await readOne(context);
  if (!said) return refused(context, action, { kind: 'not-found' });
  const { chases, escalationCallId } = said.ticket;
  const made = chases.find(({ id }) => id === action.id);
  const decision = decideChase(said.ticket, policy, serverTime);
  if (!made && decision.kind !== 'allowed') return refused(context, action, decision);
  const answer = made ? applied(action, made.at) : await writeChase(context);
  if (answer.outcome !== 'applied') return answer;
  await mark(context);
  const count = chases.length + (made ? 0 : 1);
  if (count < policy.maxChases || escalationCallId !== null) return answer;
  if (mayOtherTryRun(context)) return notYet(action);
  await escalate(context, action);
  return answer;
};

const writeChase = (context: Context): Promise<Answer> => {
  const words = context.reader.settings.chase?.text ?? '';
  return writeOnce(context, { place: { kind: 'transaction' }, purpose: 'chase', write: () => correspond(context, words, 'chase') });
};

/**
 * Status and priority, where the deployment wants them set: a requestor who may not set them has chased all the same. Set
 * again, they are as they were.
 */
const mark = async ({ ask, reader, ticketId }: Context): Promise<void> => {
  const { chase: wanted } = reader.settings;
  const changes = {
    ...(wanted?.setStatus === undefined ? {} : { Status: wanted.setStatus }),
    ...(wanted?.setPriority === undefined ? {} : { Priority: wanted.setPriority }),
  };
  if (Object.keys(changes).length > 0) await ask.send('PUT', `/ticket/${ticketId}`, { json: changes });
};

/** The chase that reaches the maximum makes a ticket that refers to the chased one; where it may not, the desk reads it on that. */
const escalate = async (context: Context, action: ActionOf<'chase'>): Promise<void> => {
  const { ask, reader, ticketId } = context;
  const escalation = reader.settings.chase?.escalation;
  if (!escalation) return;
  const clientId = writeClientId(action.id, 'escalation');
  // Of one that is there the history tells, by its link; where that may not be made, its id does.
  if ((await find(lookFrom(context), { kind: 'ticket', queue: escalation.queue }, clientId)).length > 0) return;
  const title = `${escalation.title}: #${ticketId}`;
  const { location } = await ask.send('POST', '/ticket', {
    json: {
      Queue: escalation.queue,
      Requestor: [reader.person.id],
      Cc: escalation.cc,
      Subject: title,
      Content: title,
      ContentType: 'text/plain',
      RefersTo: [ticketId],
      CustomFields: { [reader.settings.requestIdField]: clientId },
    },
  });
  const isSaid = location !== null || (await find(lookFrom(context), { kind: 'transaction' }, clientId)).length > 0;
  if (!isSaid) await correspond(context, title, 'escalation');
};
