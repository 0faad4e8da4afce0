/** Typing, told and heard: a mark that fades, and that nobody keeps. */
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/ticket.ts';
import { observeSignals } from '../../store/observe/signals.ts';

/** Said again while somebody goes on typing; a mark that was not renewed for longer is over. */
const saidEveryMs = 3_000;
const fadesAfterMs = 6_000;

/** Who types in this chat; nobody any more once a line of it has come. */
export const createTypist = (ticketId: Accessor<TicketId>, last: Accessor<Entry | undefined>): Accessor<string | null> => {
  const { store, person } = useSignedIn();
  const heard = createLive(observeSignals(store));
  const [name, setName] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fade = (): void => {
    clearTimeout(timer);
    setName(null);
  };
  createEffect(
    on(heard, (signal) => {
      if (signal?.ticketId !== ticketId() || signal.by.id === person.id) return;
      fade();
      setName(signal.by.name);
      timer = setTimeout(fade, fadesAfterMs);
    }),
  );
  createEffect(on(last, fade, { defer: true }));
  onCleanup(() => clearTimeout(timer));
  return name;
};

/** Tells the other side that somebody types here, now and then. */
export const createTypingSignal = (ticketId: Accessor<TicketId>): (() => void) => {
  const { sendSignal } = useSignedIn();
  let saidAt = -Infinity;
  return () => {
    if (performance.now() - saidAt < saidEveryMs) return;
    saidAt = performance.now();
    sendSignal({ kind: 'typing', ticketId: ticketId() });
  };
};
