/** What a request may be raised for: the service, and the questions in the version that was answered. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { questionFlowSchema, serviceSchema } from '../../contract/catalogue.ts';
import type { ActionOf } from '../../domain/action.ts';
import type { Scene } from '../../domain/scene.ts';
import { days } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { Schema } from '../database/schema.ts';
import type { ServerDeps } from '../server-deps.ts';

/** How long drafts may still be sent on a version of the questions that was replaced. */
const oldFlowsKeptDays = 90;

type Raising = ActionOf<'raise-ticket'>['data'];
export type Offered = Pick<Scene, 'service' | 'flow'>;

/** Looks up each service and version of a batch once: they are the same to the end of its transaction. */
export const createOffered = (deps: ServerDeps, transaction: Transaction<Schema>): ((actor: Person, raising: Raising) => Promise<Offered>) => {
  const known = new Map<string, Offered>();
  return async (actor, raising) => {
    const key = JSON.stringify([actor.partitionId, raising.serviceId, raising.flow.id, raising.flow.version]);
    const offered = known.get(key) ?? (await readOffered(deps, transaction, actor, raising));
    known.set(key, offered);
    return offered;
  };
};

const readOffered = async (deps: ServerDeps, transaction: Transaction<Schema>, actor: Person, raising: Raising): Promise<Offered> => {
  const row = await transaction.selectFrom('services').select('body').where('id', '=', raising.serviceId).executeTakeFirst();
  const service = row && v.parse(serviceSchema, JSON.parse(row.body));
  if (!service?.partitionIds.includes(actor.partitionId) || service.flow.id !== raising.flow.id) return {};
  const flow = await transaction
    .selectFrom('flows')
    .selectAll()
    .where('id', '=', raising.flow.id)
    .where('version', '=', raising.flow.version)
    .executeTakeFirst();
  if (!flow || (await isTooOld(deps, transaction, raising.flow, service.flow.version))) return { service };
  return { service, flow: v.parse(questionFlowSchema, JSON.parse(flow.body)) };
};

/** Old once a newer version has been installed for longer than old ones are kept. */
const isTooOld = async (deps: ServerDeps, transaction: Transaction<Schema>, { id, version }: Raising['flow'], currentVersion: number): Promise<boolean> => {
  if (version >= currentVersion) return false;
  const newer = await transaction
    .selectFrom('flows')
    .select('installed_at')
    .where('id', '=', id)
    .where('version', '>', version)
    .orderBy('version')
    .executeTakeFirst();
  return newer !== undefined && Number(newer.installed_at) + days(oldFlowsKeptDays) < deps.now();
};
