/** Passes on what is told at once and kept nowhere, to the open lines of one person; on PostgreSQL also to those of other servers. */
import { PostgresAdapter, sql } from 'kysely';
import * as v from 'valibot';
import { givenId } from '../../contract/ids.ts';
import { heardSignalSchema, type HeardSignal } from '../../contract/signal.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Database } from '../database/schema.ts';

export type Signals = {
  readonly tell: (to: PersonId, heard: HeardSignal) => Promise<void>;
  readonly onSignal: (personId: PersonId, listener: (heard: HeardSignal) => void) => () => void;
  /** What another server told; nothing is done where it came from this one. */
  readonly hearOther: (notice: string) => void;
};

export const signalChannel = 'portico_signal';
const noticeSchema = v.object({ from: v.string(), to: givenId<PersonId>(), heard: heardSignalSchema });

/** `serverId` tells this server's notices from those of others. */
export const createSignals = (database: Database, serverId: string): Signals => {
  const listenersByPerson = new Map<PersonId, Set<(heard: HeardSignal) => void>>();
  const hear = (to: PersonId, heard: HeardSignal): void => listenersByPerson.get(to)?.forEach((listener) => listener(heard));
  const isShared = database.getExecutor().adapter instanceof PostgresAdapter;
  return {
    tell: async (to, heard) => {
      hear(to, heard);
      if (isShared) await sql`select pg_notify(${signalChannel}, ${JSON.stringify({ from: serverId, to, heard })})`.execute(database);
    },
    onSignal: (personId, listener) => {
      const listeners = listenersByPerson.get(personId) ?? new Set();
      listenersByPerson.set(personId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) listenersByPerson.delete(personId);
      };
    },
    hearOther: (notice) => {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), noticeSchema), notice);
      if (parsed.success && parsed.output.from !== serverId) hear(parsed.output.to, parsed.output.heard);
    },
  };
};
