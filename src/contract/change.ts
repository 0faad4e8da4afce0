import * as v from 'valibot';
import { articleSchema, questionFlowSchema, serviceSchema } from './catalogue.ts';
import { givenId, instant } from './ids.ts';
import { partitionSchema } from './partition.ts';
import { personSchema } from './person.ts';
import { entrySchema, ticketSchema } from './ticket.ts';

const stamped = { position: v.number() };

/** One thing as the desk holds it now, or word that this person no longer sees it. */
export const changeSchema = v.variant('kind', [
  v.object({ ...stamped, kind: v.literal('person'), body: personSchema }),
  v.object({ ...stamped, kind: v.literal('partition'), body: partitionSchema }),
  v.object({ ...stamped, kind: v.literal('service'), body: serviceSchema }),
  v.object({ ...stamped, kind: v.literal('flow'), body: questionFlowSchema }),
  v.object({ ...stamped, kind: v.literal('article'), body: articleSchema }),
  v.object({ ...stamped, kind: v.literal('ticket'), body: ticketSchema }),
  v.object({ ...stamped, kind: v.literal('entry'), body: entrySchema }),
  /** `of` and `id` name what is gone (for a flow the id is `<id>@<version>`). */
  v.object({ ...stamped, kind: v.literal('gone'), of: v.picklist(['partition', 'service', 'flow', 'article', 'ticket', 'entry']), id: v.string() }),
]);

export type Change = v.InferOutput<typeof changeSchema>;

/** Where a device has read to: the feed it read, and how far. Opaque to everybody but the backend that gave it. */
const cursorSchema = givenId<Cursor>();
export type Cursor = string & { readonly __cursor: true };

export const changesPageSchema = v.object({
  portico: v.literal(1),
  changes: v.array(changeSchema),
  /** How far the device has read once it has stored this page. */
  position: v.number(),
  cursor: cursorSchema,
  more: v.boolean(),
  serverTime: instant,
});

/** One page of changes; a change that this version cannot read was left out by whoever parsed it. */
export type ChangesPage = v.InferOutput<typeof changesPageSchema>;
