/** What was begun on this device and handed over to nobody: asked about before somebody signs out. */
import type { PersonStore } from '../person-store.ts';

/** For how many partitions settings were changed and not saved. */
export const countBegunSettings = ({ outbox }: PersonStore): Promise<number> => outbox.settingsDrafts.count();

/** On how many tickets a reply or a note was begun and not sent: its text, or files chosen for it. */
export const countBegunReplies = ({ outbox }: PersonStore): Promise<number> =>
  outbox.transaction('r', outbox.replies, outbox.files, async () => {
    const texts = await outbox.replies.filter(({ text }) => text.trim() !== '').toArray();
    const files = await outbox.files.filter(({ state, owner }) => state === 'kept' && owner?.startsWith('reply:') === true).toArray();
    return new Set([...texts, ...files].map(({ ticketId }) => ticketId)).size;
  });
