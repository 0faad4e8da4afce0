/** What records are called, and a line of what is in them. */
import type { DeskRecord, DeskRecords } from '../../domain/records/desk-record.ts';
import type { Recipient } from '../../domain/records/recipient.ts';
import type { FieldProblem } from '../../domain/records/field-problem.ts';
import type { RoutingRule } from '../../domain/records/routing-rule.ts';
import { roles } from '../../domain/person.ts';
import { rights } from '../../domain/rights.ts';
import { callTypes, priorities, ticketSources } from '../../domain/call.ts';
import { simpleStatuses, ticketStatuses, type SimpleStatus } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import type { KnownPartition } from '../../store/observe/settings.ts';

export const recordTitle = (record: DeskRecord): string => {
  if (record.of === 'portal') return t('registration.title');
  return record.of === 'role' ? t(`role.${record.body.id}`) : record.body.name;
};

export const recordDetail = (record: DeskRecord, records: DeskRecords, partitions: readonly KnownPartition[]): string => {
  switch (record.of) {
    case 'group':
      return record.body.memberIds.map((id) => personName(id, records)).join(', ') || t('records.group.empty');
    case 'call-template':
      return [
        `“${record.body.subject}”`,
        t(`callType.${record.body.callType}`),
        t(`priority.${record.body.priority}`),
        recipientWords(record.body.recipient, records),
      ].join(' · ');
    case 'routing-rule':
      return `${[String(record.body.rank), ...conditionWords(record.body, partitions)].join(' · ')} → ${recipientWords(record.body.recipient, records)}`;
    case 'status': {
      const { phase, simple } = record.body;
      const seen = simple ? t('records.status.seenAs', { words: t(`status.${simple}`) }) : t('records.status.seenAsPartition');
      return [t(`records.status.${record.body.for}`), t(`deskStatus.${phase}`), seen].join(' · ');
    }
    case 'role':
      return record.body.rights.map((right) => t(`right.${right}`)).join(', ') || t('records.role.empty');
    case 'person':
      return [record.body.email, partitionName(record.body.partitionId, partitions), ...record.body.roles.map((role) => t(`role.${role}`))].join(' · ');
    case 'portal':
      return t(record.body.registrationIsOpen ? 'admin.value.on' : 'admin.value.off');
  }
};

export const recipientWords = (recipient: Recipient | null, records: DeskRecords): string => {
  if (recipient === null) return t('records.recipient.nobody');
  if (recipient.kind === 'analyst') return personName(recipient.id, records);
  return records.group.find(({ id }) => id === recipient.id)?.name ?? recipient.id;
};

const personName = (id: string, records: DeskRecords): string => records.person.find((person) => person.id === id)?.name ?? id;

export const partitionName = (id: string, partitions: readonly KnownPartition[]): string => partitions.find((partition) => partition.id === id)?.name ?? id;

/** What people see of a status: its own word, or whatever their partition has. */
export const simpleWords = (simple: SimpleStatus | null): string => (simple ? t(`status.${simple}`) : t('records.status.asPartition'));

const conditionWords = ({ when }: RoutingRule, partitions: readonly KnownPartition[]): readonly string[] => {
  const words = [
    when.source && t(`source.${when.source}`),
    when.callType && t(`callType.${when.callType}`),
    when.priority && t(`priority.${when.priority}`),
    when.partitionId && partitionName(when.partitionId, partitions),
    when.contains && `“${when.contains}”`,
  ].filter((part): part is string => Boolean(part));
  return words.length > 0 ? words : [t('records.routing-rule.always')];
};

/** What a field is called, in the form and in the log. */
export const fieldWords = (field: string): string => {
  const known = recordFields.find((one) => one === field);
  return known ? t(`field.${known}`) : field;
};

const recordFields = [
  'name',
  'memberIds',
  'subject',
  'callType',
  'priority',
  'recipient',
  'rank',
  'when',
  'rights',
  'email',
  'partitionId',
  'roles',
  'for',
  'phase',
  'simple',
  'userName',
  'hasLeft',
  'registrationIsOpen',
  'registrationLogsCall',
  'registrationDomains',
] as const;

/** Whatever a field may name. */
type Nameable = { readonly records: DeskRecords; readonly partitions: readonly KnownPartition[] };

/** What somebody wrote, which may be spelled like the id of something else. */
const written: readonly string[] = ['name', 'subject', 'contains', 'email', 'userName'];

/** A value of a field, in words: ids by the names they stand for. */
export const valueWords = (field: string, value: unknown, known: Nameable): string => {
  if (written.includes(field) && typeof value === 'string' && value !== '') return value;
  const [phase, simple] = [ticketStatuses.find((one) => one === value), simpleStatuses.find((one) => one === value)];
  if (field === 'phase' && phase) return t(`deskStatus.${phase}`);
  if (field === 'simple' && (simple || value === null)) return simpleWords(simple ?? null);
  if (field === 'partitionId' && typeof value === 'string') return partitionName(value, known.partitions);
  return field === 'for' && (value === 'call' || value === 'request') ? t(`records.status.${value}`) : anyWords(value, known);
};

const anyWords = (value: unknown, known: Nameable): string => {
  if (typeof value === 'boolean') return t(value ? 'admin.value.on' : 'admin.value.off');
  if (Array.isArray(value)) return value.map((part) => anyWords(part, known)).join(', ') || t('admin.value.nothing');
  if (typeof value === 'object' && value !== null)
    return (
      Object.entries(value)
        .filter(([name, part]) => name !== 'kind' && part !== null && part !== '')
        .map(([name, part]) => valueWords(name, part, known))
        .join(', ') || t('admin.value.nothing')
    );
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? namedWords(value, known.records) : t('admin.value.nothing');
};

const namedWords = (text: string, records: DeskRecords): string => {
  const named = [...records.person, ...records.group].find(({ id }) => id === text);
  if (named) return named.name;
  const [role, right] = [roles.find((one) => one === text), rights.find((one) => one === text)];
  const [type, priority, source] = [callTypes.find((one) => one === text), priorities.find((one) => one === text), ticketSources.find((one) => one === text)];
  if (role) return t(`role.${role}`);
  if (right) return t(`right.${right}`);
  if (type) return t(`callType.${type}`);
  if (priority) return t(`priority.${priority}`);
  return source ? t(`source.${source}`) : text;
};

/** What is wrong with a field, and what to do about it. */
export const problemWords = (problem: FieldProblem['problem'] | null, field: string = ''): string | null => {
  if (problem === 'taken' && (field === 'email' || field === 'userName')) return t(`problem.record.taken.${field}`);
  if (problem === 'needed' && field === 'hasLeft') return t('problem.record.needed.hasLeft');
  return problem && t(`problem.record.${problem}`);
};
