/** What was begun on this device and handed over to nobody: asked about before somebody signs out. */
import type { Table } from 'dexie';
import type { PersonStore } from '../person-store.ts';

/** What was typed at the desk and goes with nothing yet: settings of a partition, a record, the word with a decision. */
export const countBegunAtTheDesk = async ({ outbox }: PersonStore): Promise<number> => {
  const counts = await Promise.all([outbox.settingsDrafts, outbox.recordDrafts, outbox.decisionDrafts].map((drafts: Table) => drafts.count()));
  return counts.reduce((sum, count) => sum + count);
};

/** On how many tickets a reply or a note was begun and not sent: its text, or files chosen for it. */
export const countBegunReplies = ({ outbox }: PersonStore): Promise<number> =>
  outbox.transaction('r', outbox.replies, outbox.files, async () => {
    const texts = await outbox.replies.filter(({ text }) => text.trim() !== '').toArray();
    const files = await outbox.files.filter(({ state, owner }) => state === 'kept' && owner?.startsWith('reply:') === true).toArray();
    return new Set([...texts, ...files].map(({ ticketId }) => ticketId)).size;
  });
