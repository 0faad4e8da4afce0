import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { DraftRow } from '../outbox-db.ts';
import { rowById, ticketOf } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, remembered, type Live } from './live.ts';

/** Drafts that were begun and not sent, the last saved first. */
export const observeDrafts = (store: PersonStore): Live<readonly DraftRow[]> =>
  remembered(
    store,
    'drafts',
    live(() => readDrafts(store)),
  );

/** The same, once. */
export const readDrafts = async (store: PersonStore): Promise<readonly DraftRow[]> =>
  (await store.outbox.drafts.filter((draft) => draft.discardedAt === null).toArray()).sort((one, other) => other.savedAt - one.savedAt);

export type DraftPage =
  | { readonly kind: 'draft'; readonly draft: DraftRow }
  /** It was sent, here or in another tab. */
  | { readonly kind: 'sent'; readonly ticketId: TicketId }
  | { readonly kind: 'none' };

export const observeDraft = (store: PersonStore, draftId: ActionId): Live<DraftPage> =>
  live(async (): Promise<DraftPage> => {
    const draft = await store.outbox.drafts.get(draftId);
    if (draft && draft.discardedAt === null) return { kind: 'draft', draft };
    const row = await rowById(store.outbox, draftId);
    const ticketId = row && ticketOf(row);
    if (ticketId) return { kind: 'sent', ticketId };
    // Long sent, and its row was let go: the desk's own entry carries the same id.
    const entry = await store.cache.entries.get(draftId as never);
    return entry ? { kind: 'sent', ticketId: entry.ticketId } : { kind: 'none' };
  });
