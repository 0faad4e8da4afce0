/** What a list shows, kept in the address: coming back to it, and reloading, find it as it was left. */
import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

type Params = Readonly<Record<string, string | null | undefined>>;

export type KeptInAddress<Kept> = {
  readonly kept: Accessor<Kept>;
  readonly set: (change: Params) => void;
  /** Puts it into the address now, before anybody goes on from here. */
  readonly settle: () => void;
};

const restMs = 300;

/** The list follows at once, and the address when there is a rest: a router that goes somewhere is slower than a list that is narrowed. */
export const createKeptInAddress = <Kept extends Params>(read: (params: Params) => Kept): KeptInAddress<Kept> => {
  const [params, setParams] = useSearchParams<Record<string, string>>();
  const [kept, setKept] = createSignal(read(params), { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    setParams(kept(), { replace: true });
  };
  // Another address, such as that of the way back, says anew what is shown.
  createEffect(() => {
    const said = read(params);
    if (timer === undefined) setKept(() => said);
  });
  onCleanup(() => clearTimeout(timer));
  return {
    kept,
    set: (change) => {
      setKept((before) => read({ ...before, ...change }));
      clearTimeout(timer);
      timer = setTimeout(settle, restMs);
    },
    settle,
  };
};
