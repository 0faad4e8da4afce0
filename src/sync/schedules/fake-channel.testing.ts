/** BroadcastChannel between the tabs of one device, delivered by the event loop that the test holds. */
import { replace } from './virtual-time.testing.ts';

type Channel = { readonly name: string; onmessage: ((message: { readonly data: unknown }) => void) | null };

/** Returns how to undo it. */
export const installFakeChannels = (): (() => void) => {
  const open = new Set<Channel>();
  const FakeChannel = function (this: object, name: string) {
    const channel: Channel = { name, onmessage: null };
    open.add(channel);
    return Object.assign(channel, {
      postMessage: (data: unknown) => {
        for (const other of open)
          if (other !== channel && other.name === name) setImmediate(() => open.has(other) && other.onmessage?.({ data: structuredClone(data) }));
      },
      close: () => open.delete(channel),
    });
  };
  return replace(globalThis, 'BroadcastChannel', FakeChannel);
};
