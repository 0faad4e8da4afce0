/** Queues, their forms and the knowledge base: what changes seldom, read whole. */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Article, Service } from '../../domain/service.ts';
import { loadFlow } from '../../contract/load-flow.ts';
import { BackendFailure } from '../backend.ts';
import type { AskRt } from './ask.ts';
import { serviceOf, type RtFormField } from './forms.ts';
import { textOfHtml } from './html-to-text.ts';
import { rtPartitionId } from './partition.ts';
import { inTurn } from './in-turn.ts';
import { articleSchema, fieldSchema, queueNameSchema, queueSchema, type RtArticle, type RtField, type RtQueue } from './wire.ts';

export type Offer = { readonly service: Service; readonly flow: QuestionFlow };

/** A service for each queue in which this person may make tickets, and whose form can be filled in here. */
export const readOffers = async (ask: AskRt, settings: RequestTrackerSettings): Promise<readonly Offer[]> => {
  const names = await ask.readAll('/queues/all', { fields: 'Name,Description' }, queueNameSchema, 'may-hide');
  const shown = names.filter(({ Name }) => settings.queues[Name]?.hidden !== true);
  const queues = (await inTurn(shown, ({ id }) => ask.read(`/queue/${id}`, {}, queueSchema))).filter(mayCreateIn);
  const fields = await readFields(ask, queues);
  return queues.flatMap((queue) => {
    const form = queue.TicketCustomFields.flatMap(({ id }) => fields.get(id) ?? []);
    const offer = serviceOf(queue, form, settings);
    // A form that nobody could walk to its end is not offered: it would take answers and then not be sent.
    return offer && loadFlow(offer.flow).ok ? [offer] : [];
  });
};

const mayCreateIn = (queue: RtQueue): boolean => queue._hyperlinks.some(({ ref, type }) => ref === 'create' && type === 'ticket');

/** Each field once, though several queues have it: a list leaves out its values, so it is asked for by itself. */
const readFields = async (ask: AskRt, queues: readonly RtQueue[]): Promise<ReadonlyMap<string, RtFormField>> => {
  const ids = [...new Set(queues.flatMap((queue) => queue.TicketCustomFields.map(({ id }) => id)))];
  const known = (await inTurn(ids, (id) => readField(ask, id))).filter((field) => field !== null);
  const byId = new Map(known.map((field) => [field.id, field]));
  const forms = await inTurn(known, async (field) => ({ field, valuesByParent: await readValuesByParent(ask, field, byId) }));
  return new Map(forms.map((form) => [form.field.id, form]));
};

const readField = async (ask: AskRt, id: string): Promise<RtField | null> => {
  try {
    return await ask.read(`/customfield/${id}`, {}, fieldSchema);
  } catch (fault) {
    // A field that this person may not see is not on their form.
    if (fault instanceof BackendFailure && fault.kind === 'not-there') return null;
    throw fault;
  }
};

const readValuesByParent = async (ask: AskRt, field: RtField, byId: ReadonlyMap<string, RtField>): Promise<RtFormField['valuesByParent']> => {
  const parent = field.BasedOn === null ? undefined : byId.get(field.BasedOn);
  if (!parent) return null;
  const pairs = await inTurn(parent.Values, async (value) => {
    const { Values } = await ask.read(`/customfield/${field.id}`, { category: value }, fieldSchema);
    return [value, Values] as const;
  });
  return new Map(pairs);
};

/** The whole knowledge base, bodies and all: so that it can be read without a network. */
export const readArticles = async (ask: AskRt): Promise<readonly Article[]> => {
  const query = JSON.stringify([{ field: 'id', operator: '>', value: 0 }]);
  const params = { query, fields: 'Name,Summary,Class,LastUpdated,CustomFields', 'fields[Class]': 'Name' };
  return (await ask.readAll('/articles', params, articleSchema)).map(articleOf);
};

const articleOf = (row: RtArticle): Article => {
  const filled = row.CustomFields.filter(({ values }) => values.length > 0);
  // One field is the text; several have names, as in RT itself.
  const html = filled.map(({ name, values }) => [filled.length > 1 ? `<h2>${escaped(name)}</h2>` : '', ...values.map(asHtml)].join('\n')).join('\n');
  return {
    id: `article-${row.id}` as ArticleId,
    partitionIds: [rtPartitionId],
    title: row.Name,
    summary: row.Summary,
    html,
    keywords: row.Class.Name === '' ? [] : [row.Class.Name],
    updatedAt: row.LastUpdated ?? 0,
    readingMinutes: Math.max(1, Math.round(textOfHtml(html).split(' ').length / 200)),
  };
};

/** A body without markup is text, and its lines are paragraphs. */
const asHtml = (body: string): string =>
  /<[a-z][^>]*>/i.test(body)
    ? body
    : escaped(body)
        .split(/\n+/)
        .map((line) => `<p>${line}</p>`)
        .join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
