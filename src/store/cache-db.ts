/** The cache database: what the desk last said, and nothing else. It may be thrown away and read anew at any time. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Cursor } from '../contract/change.ts';
import type { UnopenedRecord, UnopenedThing, UnopenedSettings } from '../contract/unopened.ts';
import type { ArticleId, EntryId, PartitionId, PersonId, ServiceId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Partition } from '../domain/partition.ts';
import type { Person } from '../domain/person.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';

/** A thing as the desk holds it at a feed position; null once this person no longer sees it. */
export type CacheRow<Id, Body> = { readonly id: Id; readonly position: number; readonly body: Body | null };
export type EntryRow = CacheRow<EntryId, Entry> & { readonly ticketId: TicketId };

/** How the device and the desk get on: shared by all tabs, so that they wait and pause together. */
export type SyncStatus = {
  readonly key: 'sync';
  readonly paused: 'sign-in-again' | 'update-the-app' | null;
  /** How often a pause was ended here: an answer to a request from before the last time says nothing about now. */
  readonly resumed: number;
  /** Tries in a row that came to nothing. */
  readonly failures: number;
  /** No try before this moment, unless the person asks. */
  readonly retryAt: Instant | null;
  readonly failingSince: Instant | null;
  readonly lastContactAt: Instant | null;
  /** The desk's clock minus this device's, in milliseconds. */
  readonly clockOffsetMs: number;
};

export type CursorRow = { readonly key: 'cursor'; readonly cursor: Cursor; readonly position: number; readonly caughtUp: boolean };

export class CacheDb extends Dexie {
  declare people: EntityTable<CacheRow<PersonId, Person>, 'id'>;
  declare partitions: EntityTable<CacheRow<PartitionId, Partition>, 'id'>;
  declare services: EntityTable<CacheRow<ServiceId, Service>, 'id'>;
  /** Keyed `<id>@<version>`. */
  declare flows: EntityTable<CacheRow<string, QuestionFlow>, 'id'>;
  declare articles: EntityTable<CacheRow<ArticleId, Article>, 'id'>;
  declare tickets: EntityTable<CacheRow<TicketId, Ticket>, 'id'>;
  declare entries: EntityTable<EntryRow, 'id'>;
  declare settings: EntityTable<CacheRow<string, UnopenedSettings>, 'id'>;
  declare settingsSaves: EntityTable<CacheRow<string, UnopenedThing>, 'id'>;
  /** Keyed `<kind>/<id>`. */
  declare records: EntityTable<CacheRow<string, UnopenedRecord>, 'id'>;
  declare recordSaves: EntityTable<CacheRow<string, UnopenedThing>, 'id'>;
  declare chatQueues: EntityTable<CacheRow<string, UnopenedThing>, 'id'>;
  declare presences: EntityTable<CacheRow<string, UnopenedThing>, 'id'>;
  declare meta: Table<SyncStatus | CursorRow, 'sync' | 'cursor'>;

  constructor(name: string) {
    // Dexie would keep readings in memory beside the database: what a screen shows is what the database holds.
    super(name, { cache: 'disabled' });
    this.version(1).stores({
      people: 'id',
      partitions: 'id',
      services: 'id',
      flows: 'id',
      articles: 'id',
      tickets: 'id, position',
      entries: 'id, ticketId',
      meta: 'key',
    });
    this.version(2).stores({ settings: 'id', settingsSaves: 'id' });
    // Few tickets have a source: those that came by chat are found without reading the others.
    this.version(3).stores({ records: 'id', recordSaves: 'id', tickets: 'id, position, body.source', chatQueues: 'id', presences: 'id' });
  }
}
