/** What Request Tracker's REST 2.0 answers, as far as it is read here (RT 5, "REST2" in its documentation). */
import * as v from 'valibot';

/** Ids come as numbers in some answers and as texts in others. */
const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
);

/** Text, or nothing: RT says so with an empty string, a null, or by leaving it out. */
const text = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), ''),
  v.transform((value) => String(value)),
);

/** A moment in UTC; RT writes a date that was never set as the beginning of time. */
const moment = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((written) => {
    const at = Date.parse(written);
    return at > 0 ? at : null;
  }),
);

const reference = v.looseObject({ id, Name: text, RealName: text });

/** Oneself: of somebody else RT tells less to those who may know, and the id at the top is not among it. */
export const userSchema = v.object({ id: v.optional(id), Name: text, RealName: text, EmailAddress: text, Timezone: text });
export type RtUser = v.InferOutput<typeof userSchema>;

export const queueNameSchema = v.object({ id, Name: v.string(), Description: text });

export const queueSchema = v.object({
  id,
  Name: v.string(),
  Description: text,
  /** In the order of the form. */
  TicketCustomFields: v.optional(v.array(v.object({ id, name: v.string() })), []),
  _hyperlinks: v.array(v.looseObject({ ref: v.string(), type: v.optional(v.string()) })),
});
export type RtQueue = v.InferOutput<typeof queueSchema>;

/** Lists of fields give `BasedOn` as an empty text; one field by itself gives the field it is based on. */
const basedOn = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => {
      const parsed = v.safeParse(v.looseObject({ id }), value);
      return parsed.success ? parsed.output.id : null;
    }),
  ),
  '',
);
const values = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])),
  ),
  '',
);

export const fieldSchema = v.object({
  id,
  Name: v.string(),
  Description: text,
  Type: v.string(),
  Pattern: text,
  /** 1 takes one value, 0 any number. */
  MaxValues: v.pipe(text, v.transform(Number)),
  BasedOn: basedOn,
  Values: values,
});
export type RtField = v.InferOutput<typeof fieldSchema>;

/**
 * Most values are texts; the value of a file field is an object, and is left out. Of a queue that has no fields at all, RT
 * writes an empty text where a list would be.
 */
const listOf = <Schema extends v.GenericSchema>(item: Schema) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((list) => (Array.isArray(list) ? (list as unknown[]) : [])),
      v.array(item),
    ),
    [],
  );
const fieldValues = listOf(v.object({ id, name: text, values }));

/** The first value of a field, by its name. */
export const valueOf = (fields: v.InferOutput<typeof fieldValues>, name: string): string | undefined => fields.find((field) => field.name === name)?.values[0];

export const ticketIdSchema = v.object({ id });
/** `EffectiveId`: the ticket that it was merged into; itself for every other one. */
export const mergedTicketSchema = v.object({ id, EffectiveId: id });

export const ticketSchema = v.object({
  id,
  Subject: text,
  Status: v.string(),
  Created: moment,
  LastUpdated: moment,
  Resolved: moment,
  Due: moment,
  Queue: reference,
  /** All who asked for it, by their user names. */
  Requestor: listOf(reference),
  CustomFields: fieldValues,
});
export type RtTicket = v.InferOutput<typeof ticketSchema>;

export const transactionSchema = v.object({
  id,
  /** The ticket that it is on. */
  ObjectId: id,
  Type: v.string(),
  Field: text,
  OldValue: text,
  NewValue: text,
  Created: moment,
  Creator: reference,
  CustomFields: fieldValues,
});
export type RtTransaction = v.InferOutput<typeof transactionSchema>;

export const attachmentSchema = v.object({
  id,
  TransactionId: id,
  ContentType: text,
  Filename: text,
  ContentLength: v.pipe(text, v.transform(Number)),
  /** Left out where only sizes were asked for. */
  Content: v.optional(v.nullable(v.string())),
});
export type RtAttachment = v.InferOutput<typeof attachmentSchema>;

export const attachmentBodySchema = v.object({ Content: v.string() });

export const articleSchema = v.object({
  id,
  Name: v.string(),
  Summary: text,
  LastUpdated: moment,
  Class: v.optional(reference, { id: '' }),
  CustomFields: fieldValues,
});
export type RtArticle = v.InferOutput<typeof articleSchema>;

/** A ticket by itself tells what it refers to. */
export const linksSchema = v.object({ _hyperlinks: v.array(v.looseObject({ ref: v.string(), id: v.optional(id) })) });

/** Hits of a look-up by our own ids. */
export const foundTicketSchema = v.object({ id, EffectiveId: id, Created: moment, CustomFields: fieldValues });
export const foundTransactionSchema = v.object({ id, ObjectId: id, Created: moment, CustomFields: fieldValues });
