/** The tables, as Kysely sees them. JSON is text on both engines: it is only ever read and written whole. */
import type { Generated, Kysely } from 'kysely';

export type Schema = {
  people: { id: string; user_name: string; password_hash: string; body: string; has_left: Generated<number> };
  records: { key: string; body: string };
  record_saves: { action_id: string; record_key: string; at: number; body: string };
  partitions: { id: string; body: string };
  partition_settings: { partition_id: string; body: string };
  settings_saves: { action_id: string; partition_id: string; at: number; body: string };
  services: { id: string; body: string };
  flows: { id: string; version: number; body: string; installed_at: number };
  articles: { id: string; body: string };
  tickets: { id: string; requester_id: string; partition_id: string; last_at: number; body: string };
  entries: { id: string; ticket_id: string; at: number; desk_only: number; body: string };
  receipts: { action_id: string; person_id: string; payload_hash: string; answer: string };
  feed: { audience: string; kind: string; entity_id: string; position: number; body: string | null };
  feed_head: { id: number; feed_id: string; position: number };
  numbers: { kind: string; last: number };
  /** Attachments whose manifest is known; `bytes_of` names the one whose chunks hold the bytes, null until they arrived. */
  files: { entry_id: string; ticket_id: string; person_id: string; sha256: string; size_bytes: number; received_bytes: number; bytes_of: string | null };
  file_chunks: { entry_id: string; starts_at: number; bytes: Uint8Array };
  /** Letters to be sent, and those that were; `try_at` is when the next try is due. */
  mails: { id: string; at: number; address: string; subject: string; body: string; sent_at: number | null; tries: number; try_at: number };
  /** Links that set a password; only the hash of what is in the letter. */
  password_links: { token_hash: string; person_id: string; expires_at: number };
  /** Whoever asked for an account. `follows` names the registration whose answer this one is told; empty for none. */
  registrations: { id: string; secret_hash: string; email: string; follows: string; is_open: number; body: string };
  /** Where the chat of a ticket stands; the ticket itself holds what happened. */
  chats: {
    ticket_id: string;
    partition_id: string;
    requester_id: string;
    requester_name: string;
    state: string;
    /** What its place in the queue goes by. */
    asked_at: number;
    /** What its wait goes by: it began when it was asked for, and anew each time it was given back. */
    waits_since: number;
    answered_at: number | null;
    analyst_id: string | null;
  };
  presences: { person_id: string; availability: string; since: number; set_by: string; lease_until: number };
  chat_queues: { partition_id: string; is_online: number };
  sessions: {
    token_hash: string;
    person_id: string;
    expires_at: number;
    /** As long as it is known to listen; 0 for a session without a line, and for one of somebody who may take no chats. */
    line_until: Generated<number>;
    /** The server that says so; empty where none ever did. */
    line_server: Generated<string>;
  };
};

export type Database = Kysely<Schema>;
