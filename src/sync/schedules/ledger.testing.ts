/** What people were promised: every action whose promise resolved, kept apart from the device so that it can be held against it. */
import type { PersonId } from '../../domain/ids.ts';

/** What is done in a chat and around it, and what is decided about those who register. */
type ItemOfChat = 'ask' | 'leave' | 'say' | 'accept' | 'end' | 'rate' | 'contact' | 'availability' | 'queue' | 'decide' | 'invite';

export type Item = {
  /** A word that occurs nowhere else: in the text, in the name of the file, in the answer that names the ticket. */
  readonly marker: string;
  readonly kind: 'raise' | 'reply' | 'attach' | 'chase' | 'resolve' | 'reopen' | 'read' | 'save' | ItemOfChat;
  readonly person: PersonId;
  /** `settings` for what is saved for the partition, the lane for what is about no ticket. */
  readonly ticketId: string;
  /** Every id it was performed under: a refused one that is sent again gets a new one. */
  readonly actionIds: Set<string>;
  /** Refused on purpose, as it stands. */
  readonly poison: boolean;
  readonly sha256: string | null;
  /** When its promise first resolved, in ticks; null while it has not. */
  performedAt: number | null;
  /** Its place among others: after everything that was in the queue when it was asked for, before everything asked for once it was there. */
  startedAt: number;
  queuedAt: number | null;
  /** The person let go of it, or may have: then it may be at the desk or not, but never twice. */
  letGo: boolean;
};

/** What was typed into a draft and is on the disk; it must stay there until the draft is sent. */
type TypedDraft = { readonly person: PersonId; readonly answers: Map<string, unknown>; sent: boolean };

export type Ledger = {
  readonly items: Item[];
  readonly drafts: Map<string, TypedDraft>;
  readonly tick: () => number;
  readonly newMarker: () => string;
};

export const createLedger = (): Ledger => {
  let ticks = 0;
  let markers = 0;
  return {
    items: [],
    drafts: new Map(),
    tick: () => (ticks += 1),
    newMarker: () => `m${(markers += 1)}`,
  };
};

export const marked = (marker: string): string => `«${marker}»`;

export const markersIn = (text: string): readonly string[] => [...text.matchAll(/«(m\d+)»/g)].map(([, marker]) => marker ?? '');

export const noteItem = (ledger: Ledger, item: Pick<Item, 'kind' | 'person' | 'ticketId'> & Partial<Item>): Item => {
  const whole: Item = {
    marker: ledger.newMarker(),
    actionIds: new Set(),
    poison: false,
    sha256: null,
    startedAt: ledger.tick(),
    performedAt: null,
    queuedAt: null,
    letGo: false,
    ...item,
  };
  ledger.items.push(whole);
  return whole;
};

export const itemsOfAction = (ledger: Ledger, actionId: string): readonly Item[] => ledger.items.filter((item) => item.actionIds.has(actionId));

export const itemsIn = (ledger: Ledger, text: string): readonly Item[] => {
  const markers = new Set(markersIn(text));
  return ledger.items.filter((item) => markers.has(item.marker));
};

/** Promised, and nobody took it back. */
export const isOwed = (item: Item): boolean => item.performedAt !== null && !item.letGo;
