import { createEffect, createSignal, on, type Accessor, type Setter } from 'solid-js';

type Choice<Value> = {
  readonly chosen: Accessor<Value>;
  readonly setChosen: Setter<Value>;
  /** What it was chosen from is not so any more. */
  readonly isOvertaken: Accessor<boolean>;
};

/** Chosen from what was seen: a choice stays where somebody else sets another meanwhile, and that is said beside it. */
export const createChoice = <Value>(current: Accessor<Value>, isSame: (one: Value, other: Value) => boolean = (one, other) => one === other): Choice<Value> => {
  const [chosen, setChosen] = createSignal(current());
  const [seen, setSeen] = createSignal(current());
  createEffect(
    on(
      current,
      (now) => {
        if (!isSame(chosen(), seen()) && !isSame(chosen(), now)) return;
        setChosen(() => now);
        setSeen(() => now);
      },
      { defer: true },
    ),
  );
  return { chosen, setChosen, isOvertaken: () => !isSame(seen(), current()) };
};
