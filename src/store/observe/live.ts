/** Live reads: what a screen shows follows what the databases hold, whichever tab or worker wrote it. */
import { liveQuery } from 'dexie';

/** What every live read returns; Solid's `from` takes it as it is. */
export type Live<Value> = { readonly subscribe: (onValue: (value: Value) => void) => { readonly unsubscribe: () => void } };

/** Reads anew whenever what it read has changed. A read that fails is told to `onFault`, and the last value stays. */
export const live = <Value>(read: () => Promise<Value>): Live<Value> => ({
  subscribe: (onValue) => liveQuery(read).subscribe({ next: onValue, error: reportFault }),
});

/** A live read that broke is a fault of the device, shown by whoever listens for unhandled ones: the page's fault screen. */
const reportFault = (fault: unknown): void => {
  globalThis.reportError(fault);
};
