/**
 * Time that only moves when the test says so. While it is installed, timers are entries in a list, and everything that
 * is still to happen at this moment is counted: the test can run one turn of the event loop, or until nothing is left.
 */
import { createHash } from 'node:crypto';

export type VirtualTime = {
  /** True time; devices may show another. */
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** One turn of the event loop. */
  readonly turn: () => Promise<void>;
  /** Turns until nothing is left to do at this moment. */
  readonly idle: () => Promise<void>;
  /** Lets so much time pass, idle after each timer. */
  readonly pass: (durationMs: number) => Promise<void>;
  /** Drives time until the promise is settled; says what never ended. */
  readonly until: (what: string, promise: Promise<unknown>) => Promise<void>;
  /** Work that the event loop alone does not show. */
  readonly busy: <Value>(work: Promise<Value>) => Promise<Value>;
  readonly uninstall: () => void;
};

type Timer = { readonly dueAt: number; readonly order: number; readonly task: () => void };

const realImmediate = globalThis.setImmediate;
const realNow = globalThis.performance.now.bind(globalThis.performance);
/** Both must be over: hashing a password takes real time, in threads of its own, and on a busy machine a lot of it. */
const mostTurns = 20_000;
const mostMs = 10_000;

export const installVirtualTime = (startAt: number): VirtualTime => {
  let now = startAt;
  let lastOrder = 0;
  let pending = 0;
  const timers = new Map<number, Timer>();

  const schedule = (delayMs: number, task: () => void): number => {
    lastOrder += 1;
    timers.set(lastOrder, { dueAt: now + Math.max(0, Math.ceil(delayMs)), order: lastOrder, task });
    return lastOrder;
  };
  const soon = (task: () => void): void => {
    pending += 1;
    realImmediate(() => {
      pending -= 1;
      task();
    });
  };
  const turn = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));
  const idle = async (): Promise<void> => {
    let calm = 0;
    const beganAt = realNow();
    for (let turns = 0; calm < 2; turns += 1) {
      if (turns > mostTurns && realNow() - beganAt > mostMs) throw new Error('the device never comes to rest');
      await turn();
      calm = pending === 0 ? calm + 1 : 0;
    }
  };
  const nextDue = (): number => Math.min(...[...timers.values()].map(({ dueAt }) => dueAt));
  const fireDue = (): void => {
    const due = [...timers.values()].filter(({ dueAt }) => dueAt <= now).sort((one, other) => one.dueAt - other.dueAt || one.order - other.order);
    for (const { order, task } of due) if (timers.delete(order)) task();
  };
  const pass = async (durationMs: number): Promise<void> => {
    const end = now + durationMs;
    await idle();
    for (let due = nextDue(); due <= end; due = nextDue()) {
      now = Math.max(now, due);
      fireDue();
      await idle();
    }
    now = end;
  };
  const until = async (what: string, promise: Promise<unknown>): Promise<void> => {
    let settled = false;
    void promise.finally(() => (settled = true)).catch(() => undefined);
    await idle();
    for (let steps = 0; !settled; steps += 1) {
      const due = nextDue();
      if (steps > 500) throw new Error(`${what} never ended`);
      await pass(due === Infinity ? 1_000 : Math.max(0, due - now));
    }
    await promise;
  };
  const busy = <Value>(work: Promise<Value>): Promise<Value> => {
    pending += 1;
    return work.finally(() => (pending -= 1));
  };

  const undo = [replaceGlobals(soon, schedule, (timer) => timers.delete(timer)), replace(globalThis.performance, 'now', () => now)];
  return {
    now: () => now,
    after: (delayMs, task) => {
      const timer = schedule(delayMs, task);
      return () => timers.delete(timer);
    },
    turn,
    idle,
    pass,
    until,
    busy,
    uninstall: () => undo.forEach((step) => step()),
  };
};

type Task = (...args: readonly unknown[]) => void;

/** Everything in the process that would wait for real time, or come back at a moment of its own choosing. */
const replaceGlobals = (
  soon: (task: () => void) => void,
  schedule: (delayMs: number, task: () => void) => number,
  cancel: (timer: number) => void,
): (() => void) => {
  const intervals = new Map<number, number>();
  const repeat = (id: number, delayMs: number, task: () => void): void => {
    intervals.set(
      id,
      schedule(Math.max(1, delayMs), () => {
        repeat(id, delayMs, task);
        task();
      }),
    );
  };
  let lastInterval = 0;
  const stand = {
    setImmediate: (task: Task, ...args: readonly unknown[]) => soon(() => task(...args)),
    setTimeout: (task: Task, delayMs = 0, ...args: readonly unknown[]) => (delayMs <= 1 ? soon(() => task(...args)) : schedule(delayMs, () => task(...args))),
    clearTimeout: (timer: number | undefined) => timer !== undefined && cancel(timer),
    setInterval: (task: Task, delayMs = 0, ...args: readonly unknown[]) => {
      lastInterval -= 1;
      repeat(lastInterval, delayMs, () => task(...args));
      return lastInterval;
    },
    clearInterval: (id: number) => {
      cancel(intervals.get(id) ?? 0);
      intervals.delete(id);
    },
  };
  const restore = [
    ...Object.entries(stand).map(([name, value]) => replace(globalThis, name, value)),
    // In the thread pool a digest would take as long as it likes.
    replace(
      globalThis.crypto.subtle,
      'digest',
      async (_name: string, bytes: ArrayBuffer) => new Uint8Array(createHash('sha256').update(new Uint8Array(bytes)).digest()).buffer,
    ),
  ];
  return () => restore.forEach((undo) => undo());
};

/** Puts something in the place of a property; returns how to undo it. */
export const replace = (on: object, name: string, value: unknown): (() => void) => {
  const before = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(on, name, before);
    else Reflect.deleteProperty(on, name);
  };
};
