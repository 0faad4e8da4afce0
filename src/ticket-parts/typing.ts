/** That somebody types, to and fro: told now and then while it is so, and shown until nothing has been heard for a moment. */
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { EntryId, TicketId } from '../domain/ids.ts';
import { observeSignals } from '../store/observe/signals.ts';

const toldEveryMs = 3_000;
const shownForMs = 5_000;

/** What was said last ends the mark: whoever typed it is done. */
export const createTyping = (
  ticketId: Accessor<TicketId>,
  lastSaid: Accessor<EntryId | undefined>,
): { readonly who: Accessor<string | null>; readonly tell: () => void } => {
  const { store, sendSignal, person } = useSignedIn();
  const [who, setWho] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = -Infinity;
  const fade = (): void => void setWho(null);
  createEffect(on(lastSaid, fade));
  createEffect(() => {
    const id = ticketId();
    const heard = observeSignals(store).subscribe((signal) => {
      if (signal.ticketId !== id || signal.by.id === person.id) return;
      setWho(signal.by.name);
      clearTimeout(timer);
      timer = setTimeout(fade, shownForMs);
    });
    onCleanup(() => heard.unsubscribe());
  });
  onCleanup(() => clearTimeout(timer));
  return {
    who,
    tell: () => {
      if (performance.now() - toldAt < toldEveryMs) return;
      toldAt = performance.now();
      sendSignal({ kind: 'typing', ticketId: ticketId() });
    },
  };
};
