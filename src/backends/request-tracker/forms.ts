/** Queues and their custom fields as services and question flows. Pure: RT's words in, ours out. */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { FlowId, QuestionId, ServiceId, StepId } from '../../domain/ids.ts';
import type { Condition, Option, Question, QuestionFlow } from '../../domain/question-flow.ts';
import type { Service } from '../../domain/service.ts';
import { rtPartitionId } from './partition.ts';
import type { RtField, RtQueue } from './wire.ts';

/** A field with what RT tells only when it is asked: for a cascading one, the values by the value they belong to. */
export type RtFormField = { readonly field: RtField; readonly valuesByParent: ReadonlyMap<string, readonly string[]> | null };

/** Null where the queue has a mandatory field that cannot be answered here: half a form would be refused. */
export const serviceOf = (
  queue: RtQueue,
  fields: readonly RtFormField[],
  settings: RequestTrackerSettings,
): { service: Service; flow: QuestionFlow } | null => {
  const asked = questionsOf(fields, settings);
  if (asked === null) return null;
  const look = settings.queues[queue.Name];
  const title = look?.title ?? queue.Name;
  const unversioned: Omit<QuestionFlow, 'version'> = {
    id: `queue-${queue.id}` as FlowId,
    title,
    titleFrom: 'subject' as QuestionId,
    steps: [{ id: 'form' as StepId, questions: [...aboutIt(settings), ...asked, filesToAdd(settings)] }],
  };
  const version = versionOf(unversioned);
  return {
    flow: { ...unversioned, version },
    service: {
      id: `queue-${queue.id}` as ServiceId,
      partitionIds: [rtPartitionId],
      title,
      summary: look?.summary ?? queue.Description,
      category: { id: look?.category ?? 'all', title: look?.category ?? 'Everything', icon: look?.icon ?? 'desk' },
      icon: look?.icon ?? 'desk',
      makes: look?.makes ?? 'call',
      flow: { id: unversioned.id, version },
      keywords: [queue.Name, queue.Description].filter((word) => word !== ''),
      oftenAsked: 1,
      articleIds: [],
      targetHours: null,
    },
  };
};

const aboutIt = ({ questions }: RequestTrackerSettings): readonly Question[] => [
  { kind: 'short-text', id: 'subject' as QuestionId, label: questions.subject, help: questions.subjectHelp, minLength: 3, maxLength: 100 },
  { kind: 'long-text', id: 'details' as QuestionId, label: questions.details, help: questions.detailsHelp, maxLength: 20_000 },
];

const filesToAdd = ({ questions }: RequestTrackerSettings): Question => ({
  kind: 'file',
  id: 'files' as QuestionId,
  label: questions.files,
  maxFiles: 5,
  optional: true,
});

/** In the order of the queue's form; null when one that must be answered is of a kind that cannot be answered here. */
const questionsOf = (fields: readonly RtFormField[], settings: RequestTrackerSettings): readonly Question[] | null => {
  const all: Question[] = [];
  for (const form of fields) {
    if (form.field.Name === settings.requestIdField) continue;
    const questions = questionsOfField(form, all, settings);
    if (questions.length === 0 && isMandatory(form.field)) return null;
    all.push(...questions);
  }
  return all;
};

/**
 * One question for a field; for a field whose values depend on another's, one for each value of the other, asked when
 * that is the answer. None where a value to choose is not there, or of a kind that the portal has no question for.
 */
const questionsOfField = ({ field, valuesByParent }: RtFormField, before: readonly Question[], settings: RequestTrackerSettings): readonly Question[] => {
  const parents = before.filter(({ id }) => field.BasedOn !== null && fieldOf(id) === field.BasedOn);
  if (field.BasedOn === null || !valuesByParent || parents.length === 0) return questionOf(field, `cf-${field.id}`, field.Values, settings);
  return [...valuesByParent].flatMap(([parentValue, values]) =>
    questionOf(field, `cf-${field.id}.${hashOf(parentValue)}`, values, settings, {
      when: { any: parents.map(({ id, kind }) => isAnswer(id, kind, parentValue)) },
    }),
  );
};

const isAnswer = (question: QuestionId, kind: Question['kind'], value: string): Condition =>
  kind === 'several-choices' ? { question, is: 'including', value } : { question, is: 'equal', value };

const questionOf = (
  field: RtField,
  id: string,
  values: readonly string[],
  { questions }: RequestTrackerSettings,
  when: { readonly when?: Condition } = {},
): readonly Question[] => {
  const asked = {
    id: id as QuestionId,
    label: field.Name,
    ...(field.Description === '' ? {} : { help: field.Description }),
    ...(isMandatory(field) ? {} : { optional: true }),
    ...when,
  };
  switch (field.Type) {
    case 'Select': {
      const options = optionsOf(values);
      if (options.length === 0) return [];
      return field.MaxValues === 1
        ? [{ kind: 'one-choice', ...asked, options }]
        : [{ kind: 'several-choices', ...asked, options, ...(field.MaxValues > 1 ? { maxChoices: Math.min(field.MaxValues, options.length) } : {}) }];
    }
    case 'Freeform':
    case 'Autocomplete':
    case 'Combobox':
    case 'IPAddress':
      // A field of many values takes one on each line.
      return [field.MaxValues === 1 ? { kind: 'short-text', ...asked, ...patternOf(field) } : { kind: 'long-text', ...asked, id: `${id}.lines` as QuestionId }];
    case 'Text':
    case 'Wikitext':
      return [{ kind: 'long-text', ...asked }];
    case 'Date':
      return [{ kind: 'date', ...asked }];
    case 'DateTime':
      // RT reads it in the time zone that the person has set there.
      return [
        { kind: 'short-text', ...asked, help: `${field.Description} ${questions.dateTimeHelp}`.trim(), ...writtenMoment, patternHelp: questions.dateTimeHelp },
      ];
    default:
      return [];
  }
};

const writtenMoment = { pattern: String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d` };

const optionsOf = (values: readonly string[]): readonly Option[] =>
  [...new Set(values)].filter((value) => value !== '' && value.length <= 200).map((value) => ({ id: value, label: value }));

/** RT's pattern without the words that it carries as a comment, `(?#Mandatory).`, in the words of this language; empty for none. */
const bare = ({ Pattern }: RtField): string =>
  Pattern.replaceAll(/\(\?#[^)]*\)/g, '')
    .replaceAll(String.raw`\A`, '^')
    .replaceAll(/\\[zZ]/g, '$')
    .replaceAll(/\[:(\w+):\]/g, (whole, name: string) => posixClasses[name] ?? whole)
    // Perl lets every mark be escaped, also where it has no meaning of its own.
    .replaceAll(/\\([^\w\s^$\\.*+?()[\]{}|/])/g, (_, mark: string) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
const posixClasses: Readonly<Record<string, string>> = { alpha: 'a-zA-Z', digit: '0-9', alnum: 'a-zA-Z0-9', upper: 'A-Z', lower: 'a-z', space: String.raw`\s` };
const wordsIn = ({ Pattern }: RtField): string => /\(\?#([^)]*)\)/.exec(Pattern)?.[1] ?? '';

/** Mandatory is a field whose pattern does not let an empty value pass: RT has no other word for it. */
const isMandatory = (field: RtField): boolean => {
  // Whether capitals count makes no difference to nothing at all.
  const pattern = compiled(bare(field).replaceAll('(?i)', ''));
  return pattern !== null && !pattern.test('');
};

/** Perl's pattern where it means the same here; RT looks for it anywhere in the value, the portal wants the whole. */
const patternOf = (field: RtField): { readonly pattern?: string; readonly patternHelp?: string } => {
  const pattern = bare(field);
  if (compiled(pattern) === null || pattern === '.') return {};
  const words = wordsIn(field);
  return { pattern: `(?=[^]*(?:${pattern}))[^]*`, ...(words === '' ? {} : { patternHelp: words }) };
};

/** Null for no pattern, and for one that only Perl understands: RT judges that one alone. */
const compiled = (pattern: string): RegExp | null => {
  if (pattern === '') return null;
  try {
    return new RegExp(pattern, 'u');
  } catch {
    // What is wrong with it does not matter.
    return null;
  }
};

/** The custom field behind a question, by its id in RT; null for a question of our own. */
export const fieldOf = (questionId: string): string | null => /^cf-(\d+)(?:\.|$)/.exec(questionId)?.[1] ?? null;

/** Is each line of the answer a value of its own? */
export const isOfLines = (questionId: string): boolean => questionId.endsWith('.lines');

/** RT numbers no versions: one is made of the questions themselves, so that other questions are another version. */
const versionOf = (flow: unknown): number => hashOf(JSON.stringify(flow)) + 1;

/** FNV-1a, 32 bits: short, and the same on every device. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
};
