/** A list that may be 10,000 long: shows a page of it, and more as the end comes near. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, type Accessor, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { KeyedFor } from './keyed-for.tsx';
import { moveByArrows } from './move-by-arrows.ts';
import './long-list.css';

type LongListProps<Item> = {
  readonly items: readonly Item[];
  readonly by: (item: Item) => string;
  readonly label: string;
  /** When this changes it is another list, and begins at its start. */
  readonly startOver: string;
  /** Renders a list item; `position` counts from one, over the whole list. */
  readonly children: (item: Accessor<Item>, position: Accessor<number>) => JSX.Element;
};

const pageLength = 50;
/** There is one on a page: where arrow down leads from its search. */
export const longListId = 'long-list';

export const LongList = <Item,>(props: LongListProps<Item>): JSX.Element => {
  const [shown, setShown] = createSignal(pageLength);
  const startOver = createMemo(() => props.startOver);
  createEffect(on(startOver, () => setShown(pageLength), { defer: true }));
  const showMore = (): void => void setShown((count) => count + pageLength);
  return (
    <>
      <ul role="list" id={longListId} class="long-list" aria-label={props.label} onKeyDown={moveByArrows}>
        <KeyedFor each={props.items.slice(0, shown())} by={props.by}>
          {(item, index) => props.children(item, () => index() + 1)}
        </KeyedFor>
      </ul>
      <Show when={shown() < props.items.length}>
        <MoreBelow shown={shown()} count={props.items.length} onMore={showMore} />
      </Show>
    </>
  );
};

/** Comes before the end is in sight; the button is for whoever gets there faster. */
const MoreBelow = (props: { readonly shown: number; readonly count: number; readonly onMore: () => void }): JSX.Element => {
  let element!: HTMLDivElement;
  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && props.onMore(), { rootMargin: '800px' });
    // Looked at anew after each page: a short page may leave the end in sight, and that is no crossing.
    createEffect(
      on(
        () => props.shown,
        () => {
          observer.unobserve(element);
          observer.observe(element);
        },
      ),
    );
    onCleanup(() => observer.disconnect());
  });
  return (
    <div ref={element} class="more-below">
      <small>{t('list.shown', { shown: props.shown, count: props.count })}</small>
      <button type="button" class="button quiet" onClick={() => props.onMore()}>
        {t('list.more')}
      </button>
    </div>
  );
};
