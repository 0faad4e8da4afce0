/** A request becomes a ticket in its queue, its answers the values of custom fields. */
import type { Answer } from '../../contract/receipt.ts';
import { isTexts } from '../../domain/accept-answer.ts';
import type { ActionOf } from '../../domain/action.ts';
import type { Answers, AnswerValue } from '../../domain/question-flow.ts';
import { writableLine } from '../../domain/writable-text.ts';
import { writeClientId } from './client-id.ts';
import { contentOf, correspond } from './correspond.ts';
import { fieldOf, isOfLines } from './forms.ts';
import { readRows } from './read-conversation.ts';
import { fieldSchema } from './wire.ts';
import { mayOtherTryRun, notYet, readOne, writeOnce, type Context } from './write-once.ts';

/** Values by custom field, by its id in RT. */
type FieldValues = readonly (readonly [field: string, values: readonly string[]])[];

export const raise = async (context: Context, action: ActionOf<'raise-ticket'>): Promise<Answer> => {
  const { ask, reader } = context;
  const { answers, serviceId } = action.data;
  const queue = serviceId.replace(/^queue-/, '');
  const values = fieldValues(answers);
  const answer = await writeOnce(context, {
    place: { kind: 'ticket', queue },
    purpose: null,
    write: () =>
      ask.send('POST', '/ticket', {
        json: {
          Queue: queue,
          // Without it the ticket is nobody's, and its maker may not see it.
          Requestor: [reader.person.id],
          Subject: lineOf(answers['subject' as never]),
          Content: contentOf(textOf(answers['details' as never])),
          ContentType: 'text/plain',
          CustomFields: { ...Object.fromEntries(values), [reader.settings.requestIdField]: writeClientId(action.id, null) },
        },
      }),
  });
  if (answer.outcome !== 'applied' || !answer.madeId) return answer;
  const made = { ...context, ticketId: answer.madeId };
  const dropped = await droppedBy(made, values);
  if (dropped.length === 0) return answer;
  if (mayOtherTryRun(context)) return notYet(action);
  await sayWhatWasDropped(made, dropped);
  return answer;
};

const textOf = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '');
/** A subject is one line: a line break in it would be a header of a mail. */
const lineOf = (value: AnswerValue | undefined): string => oneLine(writableLine(textOf(value)));

/** What was answered, by field: the values of a cascading one are those of all its questions. What was left out is not mentioned. */
const fieldValues = (answers: Answers): FieldValues => {
  const values = new Map<string, readonly string[]>();
  for (const [questionId, value] of Object.entries(answers)) {
    const field = fieldOf(questionId);
    const more = valuesIn(questionId, value);
    // RT keeps each value once.
    if (field !== null && more.length > 0) values.set(field, [...new Set([...(values.get(field) ?? []), ...more])]);
  }
  return [...values];
};

const valuesIn = (questionId: string, value: AnswerValue): readonly string[] => {
  if (isTexts(value)) return value;
  if (typeof value !== 'string') return [];
  return isOfLines(questionId)
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [value];
};

/**
 * RT makes a ticket also where it does not take the value of a field (a pattern that only Perl understands, a right that is
 * missing), and leaves that empty. Then the desk reads on the ticket what was answered.
 */
const droppedBy = async ({ ask, ticketId }: Context, sent: FieldValues): Promise<FieldValues> => {
  const [row] = await readRows(ask, [ticketId]);
  const heldBy = new Map(row?.CustomFields.map(({ id, values }) => [id, values.length]));
  return row ? sent.filter(([field, values]) => (heldBy.get(field) ?? 0) < values.length) : [];
};

const sayWhatWasDropped = async (context: Context, dropped: FieldValues): Promise<void> => {
  const lines = await Promise.all(dropped.map(async ([field, values]) => `${await nameOf(context, field)}: ${values.join(', ')}`));
  const text = lines.join('\n');
  // An earlier try may have come so far, and no further than this.
  const said = context.outgoing.outcomeUnknown ? await readOne(context) : null;
  const isSaid = said?.entries.some(({ body }) => body.kind === 'message' && oneLine(body.text) === oneLine(text)) ?? false;
  if (!isSaid) await correspond(context, text, 'answers');
};

/** RT keeps neither every blank nor every line break as it was. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const nameOf = async ({ ask }: Context, field: string): Promise<string> => (await ask.read(`/customfield/${field}`, {}, fieldSchema)).Name;
