/** A database from before administrators kept records: roles are what they were, an escalation's title becomes a template, and nobody registers. */
import * as v from 'valibot';
import type { Transaction } from 'kysely';
import type { CallTemplateId } from '../../domain/ids.ts';
import { roles } from '../../domain/person.ts';
import type { DeskRecord } from '../../domain/records/desk-record.ts';
import { usualPortal } from '../../domain/records/portal-record.ts';
import { usualRights } from '../../domain/rights.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { writeFeed } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import { insertRecord, recordRows } from './keep-record.ts';
import { readRecords } from './read-records.ts';

/** What each role may where nobody has said otherwise. */
export const usualRoles: readonly DeskRecord[] = roles.map((id) => ({ of: 'role', body: { id, rights: usualRights([id]) } }));

/** Does nothing where it was done. */
export const holdRecords = (deps: Pick<ServerDeps, 'database' | 'newId'>): Promise<void> =>
  deps.database.transaction().execute(async (transaction) => {
    await lockLanes(transaction, ['organisation']);
    const known = await readRecords(transaction);
    if (known.person.length === 0) return;
    const portal: readonly DeskRecord[] = known.portal.length === 0 ? [{ of: 'portal', body: usualPortal }] : [];
    const isNew = known.role.length === 0;
    const made = [...portal, ...(isNew ? [...usualRoles, ...(await templatesOfTitles(transaction, deps.newId))] : [])];
    for (const record of made) await insertRecord(transaction, record);
    const people = isNew ? known.person.map((body): DeskRecord => ({ of: 'person', body })) : [];
    if (made.length === 0) return;
    await writeFeed(
      transaction,
      [...made, ...people].flatMap((record) => recordRows(record, [])),
    );
  });

const titledSchema = v.looseObject({ escalation: v.looseObject({ title: v.string() }) });
const chasingSchema = v.looseObject({ chase: v.looseObject({ call: v.unknown(), request: v.unknown() }) });

/** One template for each title that a partition or its settings say; the settings then name it. */
const templatesOfTitles = async (transaction: Transaction<Schema>, newId: () => string): Promise<readonly DeskRecord[]> => {
  const templates = new Map<string, CallTemplateId>();
  const named = (policy: unknown): unknown => {
    const parsed = v.safeParse(titledSchema, policy);
    if (!parsed.success) return policy;
    const { title } = parsed.output.escalation;
    const id = templates.get(title) ?? (newId() as CallTemplateId);
    templates.set(title, id);
    return { ...parsed.output, escalation: id };
  };
  const withNames = (body: string): string => {
    const parsed = v.parse(chasingSchema, JSON.parse(body));
    return JSON.stringify({ ...parsed, chase: { call: named(parsed.chase.call), request: named(parsed.chase.request) } });
  };
  // A partition keeps its title: that is what people are told.
  for (const { body } of await transaction.selectFrom('partitions').select('body').execute()) withNames(body);
  for (const { partition_id, body } of await transaction.selectFrom('partition_settings').selectAll().execute())
    await transaction
      .updateTable('partition_settings')
      .set({ body: withNames(body) })
      .where('partition_id', '=', partition_id)
      .execute();
  return [...templates].map(([title, id]) => ({
    of: 'call-template',
    body: { id, name: title, subject: title, callType: 'complaint', priority: 'high', recipient: null },
  }));
};
