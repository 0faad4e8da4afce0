/** The Web Locks of one device, shared by its tabs; a tab that dies lets go of what it held. */
import type { Locks } from '../ports.ts';

export type FakeLocks = {
  readonly forTab: (tabId: number) => Locks;
  readonly tabDied: (tabId: number) => void;
};

type Wish = { readonly tabId: number; readonly grant: () => void };
type Lock = { holder: Wish | null; readonly waiting: Wish[] };

export const createFakeLocks = (): FakeLocks => {
  const locks = new Map<string, Lock>();
  const lockOf = (name: string): Lock => {
    const lock = locks.get(name) ?? { holder: null, waiting: [] };
    locks.set(name, lock);
    return lock;
  };
  const giveOn = (lock: Lock): void => {
    if (lock.holder) return;
    lock.holder = lock.waiting.shift() ?? null;
    lock.holder?.grant();
  };
  const leave = (lock: Lock, wish: Wish): void => {
    if (lock.holder === wish) lock.holder = null;
    const place = lock.waiting.indexOf(wish);
    if (place >= 0) lock.waiting.splice(place, 1);
    giveOn(lock);
  };
  return {
    forTab: (tabId) => ({
      withLock: async (name, task, signal) => {
        const lock = lockOf(name);
        let wish: Wish | null = null;
        try {
          await new Promise<void>((resolve, reject) => {
            wish = { tabId, grant: resolve };
            lock.waiting.push(wish);
            signal?.addEventListener('abort', () => reject(new DOMException('gave up waiting', 'AbortError')), { once: true });
            giveOn(lock);
          });
          return await task();
        } finally {
          if (wish) leave(lock, wish);
        }
      },
    }),
    tabDied: (tabId) => {
      for (const lock of locks.values()) for (const wish of [lock.holder, ...lock.waiting]) if (wish?.tabId === tabId) leave(lock, wish);
    },
  };
};
