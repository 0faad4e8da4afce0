/** What narrows the desk's list, kept in the address like the rest of it. */
import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { readDeskFilter, type DeskFilter } from './desk-filter.ts';

type DeskFilterState = {
  readonly filter: Accessor<DeskFilter>;
  /** An empty text lets go of it. */
  readonly set: (name: keyof DeskFilter, value: string) => void;
  /** Puts it into the address now, before anybody goes on from here. */
  readonly settle: () => void;
};

const restMs = 300;

/** The list follows at once, and the address when there is a rest: a router that goes somewhere is slower than a list that is narrowed. */
export const createDeskFilter = (): DeskFilterState => {
  const [params, setParams] = useSearchParams<Record<keyof DeskFilter, string>>();
  const [filter, setFilter] = createSignal(readDeskFilter(params), { equals: isSame });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    setParams(filter(), { replace: true });
  };
  // Another address, such as that of the way back, says anew what is shown.
  createEffect(
    on(
      () => readDeskFilter(params),
      (said) => timer === undefined && setFilter(said),
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return {
    filter,
    set: (name, value) => {
      setFilter(readDeskFilter({ ...filter(), [name]: value }));
      clearTimeout(timer);
      timer = setTimeout(settle, restMs);
    },
    settle,
  };
};

const isSame = (one: DeskFilter, other: DeskFilter): boolean => JSON.stringify(one) === JSON.stringify(other);
