/** The outbox database: what this person made on this device and the desk has not confirmed. Nothing here can be had again. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Receipt } from '../contract/receipt.ts';
import type { ActionId, PartitionId, QuestionId, RegistrationId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { SettingsChange } from '../domain/settings/settings-place.ts';
import type { RecordChange, RecordKey } from '../domain/records/desk-record.ts';
import type { Answers, QuestionFlow } from '../domain/question-flow.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Service } from '../domain/service.ts';
import type { FileManifest } from '../domain/ticket.ts';

/**
 * waiting → sending → done (until the cache shows the effect) | held (refused; visible until the person decides).
 * A row found *sending* by whoever holds the send lock was left by a crash: its outcome is unknown.
 */
export type DeliveryState = 'waiting' | 'sending' | 'held' | 'done';

export type OutboxRow = {
  /** The local, monotone order of everything made here; never a clock. */
  readonly seq: number;
  readonly id: ActionId;
  readonly lane: string;
  readonly state: DeliveryState;
  /** The action as it will be sent: parsed again before each send, never rewritten. */
  readonly action: unknown;
  /** A send was begun and nobody knows how it ended. */
  readonly outcomeUnknown: boolean;
  /** When the last such send was given up, by this device's clock; left out while none was. */
  readonly unknownSince?: Instant;
  readonly tries: number;
  readonly receipt: Receipt | null;
  readonly heldBecause: Refusal | null;
  /** What the screen needs to show a raised ticket, even when the catalogue has moved on. Never sent. */
  readonly shownWith: { readonly service: Service; readonly flow: QuestionFlow } | null;
};

export type DraftRow = {
  /** The id of the action it becomes, minted when the form opened. */
  readonly id: ActionId;
  readonly ticketId: TicketId;
  readonly service: Service;
  /** The questions it began with, whatever the catalogue says by now. */
  readonly flow: QuestionFlow;
  /** Everything that was answered, reachable or not: it comes back if the person returns. */
  readonly answers: Answers;
  readonly at: QuestionId | 'review' | null;
  readonly startedAt: Instant;
  readonly savedAt: Instant;
  readonly replaces: ActionId | null;
  /** Set while the deletion can still be undone. */
  readonly discardedAt: Instant | null;
};

export type ReplyDraftRow = {
  readonly ticketId: TicketId;
  readonly id: ActionId;
  readonly text: string;
  readonly savedAt: Instant;
  /** `desk` for an internal note; left out for a reply. */
  readonly audience?: 'desk';
  /** What stood there before something that was not taken came back in front of it; left out where nothing did. */
  readonly typedSince?: string;
  /** `chat` for the words that a chat is to begin with, on a call that is logged with them; left out for everything else. */
  readonly begins?: 'chat';
};

export type FileRow = {
  /** Also the id of its `attach` action. */
  readonly id: ActionId;
  readonly manifest: FileManifest;
  /** Whose it is while nothing was performed, as `draft:<id>` or `reply:<ticket>`; null once it is handed over. */
  readonly owner: string | null;
  readonly questionId: QuestionId | null;
  readonly ticketId: TicketId;
  readonly state: 'kept' | 'waiting' | 'arrived' | 'held';
  readonly sentBytes: number;
  /** Rounds in which it was tried in vain; left out for none. */
  readonly tries?: number;
};

/** What an administrator has changed on the page of a partition and not saved. */
export type SettingsDraftRow = {
  readonly partitionId: PartitionId;
  readonly changes: readonly SettingsChange[];
  readonly reason: string;
  readonly savedAt: Instant;
};

/** A record that an administrator has begun to change and not saved; of a new one the key ends in `new`. */
export type RecordDraftRow = { readonly key: RecordKey; readonly change: RecordChange; readonly savedAt: Instant };

/** The word that is to go with a decision about a registration, while nothing is decided. */
export type DecisionDraftRow = { readonly registrationId: RegistrationId; readonly reason: string; readonly savedAt: Instant };

/** Bytes in rows of their own, at most 1 MiB each: Blobs in IndexedDB are not safe in every browser. */
export type ChunkRow = { readonly fileId: ActionId; readonly index: number; readonly bytes: ArrayBuffer };

/** The desk's own id for a ticket made here, where it insisted on one. */
export type MappedIdRow = { readonly local: TicketId; readonly remote: TicketId };

export class OutboxDb extends Dexie {
  declare actions: EntityTable<OutboxRow, 'seq'>;
  declare drafts: EntityTable<DraftRow, 'id'>;
  declare replies: EntityTable<ReplyDraftRow, 'ticketId'>;
  declare files: EntityTable<FileRow, 'id'>;
  declare chunks: Table<ChunkRow, [ActionId, number]>;
  declare mappedIds: EntityTable<MappedIdRow, 'local'>;
  declare settingsDrafts: EntityTable<SettingsDraftRow, 'partitionId'>;
  declare recordDrafts: EntityTable<RecordDraftRow, 'key'>;
  declare decisionDrafts: EntityTable<DecisionDraftRow, 'registrationId'>;

  constructor(name: string) {
    // Strict: a promise that resolved is on the disk, also when the power goes (the default survives a crash only). Dexie's cache of
    // readings is off, as for the other database: what a screen shows is what the database holds.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    // Append only: a version that was once released is never edited.
    this.version(1).stores({
      actions: '++seq, &id, lane, state',
      drafts: 'id',
      replies: 'ticketId',
      files: 'id, owner, ticketId, state',
      chunks: '[fileId+index]',
      mappedIds: 'local',
    });
    this.version(2).stores({ settingsDrafts: 'partitionId' });
    this.version(3).stores({ recordDrafts: 'key' });
    this.version(4).stores({ decisionDrafts: 'registrationId' });
  }
}
