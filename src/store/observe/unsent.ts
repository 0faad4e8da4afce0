/** Whether something waits that nobody is sending: for whoever might send it. */
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** Two counts, however long the queue is; and nothing that is only read makes it speak again. */
export const observeUnsent = ({ outbox }: PersonStore): Live<boolean> =>
  live(() =>
    outbox.transaction('r', outbox.actions, async () => {
      const waiting = await outbox.actions.where('state').equals('waiting').count();
      return waiting > 0 && (await outbox.actions.where('state').equals('sending').count()) === 0;
    }),
  );
