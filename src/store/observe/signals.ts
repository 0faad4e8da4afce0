/** What other people signal this moment: heard by the tab that listens, and passed on to all of this person's. */
import * as v from 'valibot';
import { heardSignalSchema, type HeardSignal } from '../../contract/signal.ts';
import type { PersonStore } from '../person-store.ts';
import type { Live } from './live.ts';

const nameOf = ({ outbox }: PersonStore): string => `portico:signals:${outbox.name}`;

/** A message of another version of the portal in another tab is nothing to go by. */
export const observeSignals = (store: PersonStore): Live<HeardSignal> => ({
  subscribe: (onValue) => {
    const channel = new BroadcastChannel(nameOf(store));
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(heardSignalSchema, data);
      if (parsed.success) onValue(parsed.output);
    };
    return { unsubscribe: () => channel.close() };
  },
});

/** Tells every tab, this one included; returns how to close the line. */
export const createSignalLine = (store: PersonStore): { readonly tell: (heard: HeardSignal) => void; readonly close: () => void } => {
  const channel = new BroadcastChannel(nameOf(store));
  return { tell: (heard) => channel.postMessage(heard), close: () => channel.close() };
};
