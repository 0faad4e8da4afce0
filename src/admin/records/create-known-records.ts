import { createMemo, type Accessor } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { observeRecords, type RecordsView } from '../../store/observe/records.ts';
import { observeSettablePartitions, type KnownPartition } from '../../store/observe/settings.ts';

export type KnownRecords = { readonly view: RecordsView; readonly partitions: readonly KnownPartition[] };

/** What the desk keeps, and the partitions that it names: undefined before they are read, null before the first reading has told. */
export const createKnownRecords = (): Accessor<KnownRecords | null | undefined> => {
  const { store } = useSignedIn();
  const view = createLive(observeRecords(store));
  const partitions = createLive(observeSettablePartitions(store));
  return createMemo(() => {
    const [records, all] = [view(), partitions()];
    if (records === null || all === null) return null;
    return records && all && { view: records, partitions: all };
  });
};
