import * as v from 'valibot';
import { articleSchema, questionFlowSchema, serviceSchema } from './catalogue.ts';
import type { Instant } from '../domain/instant.ts';
import type { Partition } from '../domain/partition.ts';
import type { Person } from '../domain/person.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import { givenId, instant } from './ids.ts';
import { partitionSchema } from './partition.ts';
import { personSchema } from './person.ts';
import { entrySchema, ticketSchema } from './ticket.ts';
import { unopenedRecord, unopenedSettings, unopenedThing, type UnopenedRecord, type UnopenedThing, type UnopenedSettings } from './unopened.ts';

const thingsThatGo = ['partition', 'service', 'flow', 'article', 'ticket', 'entry', 'record', 'chat-queue', 'presence'] as const;

/** One thing as the desk holds it now, or word that this person no longer sees it. */
export type News =
  | { readonly kind: 'person'; readonly body: Person }
  | { readonly kind: 'partition'; readonly body: Partition }
  | { readonly kind: 'service'; readonly body: Service }
  | { readonly kind: 'flow'; readonly body: QuestionFlow }
  | { readonly kind: 'article'; readonly body: Article }
  | { readonly kind: 'ticket'; readonly body: Ticket }
  | { readonly kind: 'entry'; readonly body: Entry }
  | { readonly kind: 'settings'; readonly body: UnopenedSettings }
  | { readonly kind: 'record'; readonly body: UnopenedRecord }
  | { readonly kind: 'settings-save'; readonly body: UnopenedThing }
  | { readonly kind: 'record-save'; readonly body: UnopenedThing }
  | { readonly kind: 'chat-queue'; readonly body: UnopenedThing }
  | { readonly kind: 'presence'; readonly body: UnopenedThing }
  /** `of` and `id` name what is gone (for a flow the id is `<id>@<version>`). */
  | { readonly kind: 'gone'; readonly of: (typeof thingsThatGo)[number]; readonly id: string };

/** News at its position: of two about one thing, the one at the higher position is the newer. */
export type Change = News & { readonly position: number };

const stamped = { position: v.number() };

export const changeSchema = v.variant('kind', [
  v.object({ ...stamped, kind: v.literal('person'), body: personSchema }),
  v.object({ ...stamped, kind: v.literal('partition'), body: partitionSchema }),
  v.object({ ...stamped, kind: v.literal('service'), body: serviceSchema }),
  v.object({ ...stamped, kind: v.literal('flow'), body: questionFlowSchema }),
  v.object({ ...stamped, kind: v.literal('article'), body: articleSchema }),
  v.object({ ...stamped, kind: v.literal('ticket'), body: ticketSchema }),
  v.object({ ...stamped, kind: v.literal('entry'), body: entrySchema }),
  v.object({ ...stamped, kind: v.literal('settings'), body: unopenedSettings }),
  v.object({ ...stamped, kind: v.literal('record'), body: unopenedRecord }),
  v.object({ ...stamped, kind: v.picklist(['settings-save', 'record-save', 'chat-queue', 'presence']), body: unopenedThing }),
  v.object({ ...stamped, kind: v.literal('gone'), of: v.picklist(thingsThatGo), id: v.string() }),
]) satisfies v.GenericSchema<unknown, Change>;

/** Where a device has read to: the feed it read, and how far. Opaque to everybody but the backend that gave it. */
const cursorSchema = givenId<Cursor>();
export type Cursor = string & { readonly __cursor: true };

/** One page of changes; a change that this version cannot read was left out by whoever parsed it. */
export type ChangesPage = {
  /** Version of the exchange. */
  readonly portico: 1;
  readonly changes: readonly Change[];
  /** How far the device has read once it has stored this page. */
  readonly position: number;
  readonly cursor: Cursor;
  /** Whether there is more to read at once. */
  readonly more: boolean;
  /** The desk's clock: what a device shows of waits and deadlines is corrected by it. */
  readonly serverTime: Instant;
};

export const changesPageSchema = v.object({
  portico: v.literal(1),
  changes: v.array(changeSchema),
  position: v.number(),
  cursor: cursorSchema,
  more: v.boolean(),
  serverTime: instant,
}) satisfies v.GenericSchema<unknown, ChangesPage>;
