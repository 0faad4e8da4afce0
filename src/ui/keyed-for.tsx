/** A list whose rows follow their key: when things are read anew, the row of a thing, its focus and its pictures stay. */
import { createMemo, For, type Accessor, type JSX } from 'solid-js';

type KeyedForProps<Item> = {
  readonly each: readonly Item[];
  readonly by: (item: Item) => string;
  readonly children: (item: Accessor<Item>, index: Accessor<number>) => JSX.Element;
};

export const KeyedFor = <Item,>(props: KeyedForProps<Item>): JSX.Element => {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])));
  const keys = createMemo(() => [...byKey().keys()]);
  // A row that is about to go shows its last item until then.
  const itemOf = (key: string): Accessor<Item> => createMemo<Item>((before) => byKey().get(key) ?? before, byKey().get(key) as Item);
  // Accessors are passed on as they are, as `For` itself does: they are read where the row is rendered.
  // oxlint-disable-next-line solid/reactivity
  return <For each={keys()}>{(key, index) => props.children(itemOf(key), index)}</For>;
};
