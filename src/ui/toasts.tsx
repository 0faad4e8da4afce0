/** Short words at the edge of the page after something was done, with a way back where that is kind. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import './toasts.css';

type Toast = { readonly id: number; readonly words: string; readonly undo: { readonly label: string; readonly run: () => void } | null };

const shownMs = 8_000;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let lastId = 0;

/** Hands back how to take it away before its time. */
export const toast = (words: string, undo: Toast['undo'] = null): (() => void) => {
  lastId += 1;
  const id = lastId;
  setToasts((shown) => [...shown.slice(-2), { id, words, undo }]);
  const takeBack = (): void => dismiss(id);
  setTimeout(takeBack, shownMs);
  return takeBack;
};

const dismiss = (id: number): void => {
  setToasts((shown) => shown.filter((other) => other.id !== id));
};

export const Toasts = (): JSX.Element => {
  let cameFrom: EventTarget | null = null;
  const undo = ({ id, undo: taken }: Toast): void => {
    taken?.run();
    dismiss(id);
    // The button is gone with its words: the keyboard goes on where it was before.
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  return (
    <div
      class="toasts"
      role="status"
      aria-live="polite"
      onFocusIn={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) cameFrom = event.relatedTarget;
      }}
    >
      <For each={toasts()}>
        {(item) => (
          <div class="toast">
            <span class="grow">{item.words}</span>
            <Show when={item.undo}>
              {(offered) => (
                <button type="button" class="button quiet" onClick={() => undo(item)}>
                  {offered().label}
                </button>
              )}
            </Show>
          </div>
        )}
      </For>
    </div>
  );
};
