/** Live reads: what a screen shows follows what the databases hold, whichever tab or worker wrote it. */
import { liveQuery } from 'dexie';
import type { PersonStore } from '../person-store.ts';

/** What every live read returns; Solid's `from` takes it as it is. */
export type Live<Value> = { readonly subscribe: (onValue: (value: Value) => void) => { readonly unsubscribe: () => void } };

/** Reads anew whenever what it read has changed. A read that fails is told to `onFault`, and the last value stays. */
export const live = <Value>(read: () => Promise<Value>): Live<Value> => ({
  subscribe: (onValue) => liveQuery(read).subscribe({ next: onValue, error: reportFault }),
});

/**
 * The same, beginning with the last value that anybody was shown: a screen that is come back to is whole at once, and
 * stands where it was left. `name` tells the reads of one store apart.
 */
export const remembered = <Value>(store: PersonStore, name: string, observed: Live<Value>): Live<Value> => ({
  subscribe: (onValue) => {
    const memory = memories.get(store) ?? new Map<string, unknown>();
    memories.set(store, memory);
    if (memory.has(name)) onValue(memory.get(name) as Value);
    return observed.subscribe((value) => {
      memory.set(name, value);
      onValue(value);
    });
  },
});
const memories = new WeakMap<PersonStore, Map<string, unknown>>();

/** A live read that broke is a fault of the device, shown by whoever listens for unhandled ones: the page's fault bar. */
const reportFault = (fault: unknown): void => {
  globalThis.reportError(fault);
};
