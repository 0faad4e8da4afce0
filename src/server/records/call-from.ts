/** A call as its template makes it, with whoever the routing rules give it to. */
import type { CallToLog } from '../../domain/scene.ts';
import type { CallTemplate } from '../../domain/records/call-template.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import { assignedTo } from '../../domain/records/recipient.ts';
import { recipientOf, type CallFacts } from '../../domain/records/routing-rule.ts';
import { namesIn } from './read-records.ts';

/** `text` is what people wrote, for rules that look for a word; the template's subject is looked at too. */
export const callFrom = (
  template: CallTemplate,
  known: DeskRecords,
  { text, ...facts }: Pick<CallFacts, 'source' | 'partitionId' | 'text'>,
): Omit<CallToLog, 'id' | 'number'> => {
  const { subject, callType, priority } = template;
  const recipient = recipientOf(template, known['routing-rule'], { ...facts, callType, priority, text: `${subject}\n${text}` });
  const assigned = assignedTo(recipient, namesIn(known));
  return { title: subject, callType, priority, ...(assigned ? { assigned } : {}) };
};
