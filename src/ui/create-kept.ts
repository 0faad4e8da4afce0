import { createSignal, type Accessor } from 'solid-js';
import { createLater } from './create-later.ts';

type Kept = {
  /** Bytes; null where the browser does not say. */
  readonly usage: Accessor<number | null | undefined>;
  readonly isPromised: Accessor<boolean | undefined>;
  /** What the browser said when it was asked here; undefined until then. */
  readonly answer: Accessor<boolean | undefined>;
  readonly ask: () => Promise<boolean>;
};

/** What the browser keeps here, and whether it has promised to. */
export const createKept = (): Kept => {
  const usage = createLater(async () => (await navigator.storage?.estimate?.())?.usage ?? null);
  const before = createLater(async () => (await navigator.storage?.persisted?.()) ?? false);
  const [answer, setAnswer] = createSignal<boolean>();
  const ask = async (): Promise<boolean> => setAnswer(await navigator.storage.persist());
  return { usage, isPromised: () => answer() ?? before(), answer, ask };
};
