/** What a list of tickets shows, kept in the address: coming back to it, and reloading, find it as it was left. */
import { useSearchParams } from '@solidjs/router';
import { createComputed, createEffect, createSignal, on, onCleanup, type Accessor, type Setter } from 'solid-js';
import type { TicketKind } from '../domain/ticket.ts';
import type { TicketFilter } from './filter-tickets.ts';

export type TicketFilterState = {
  readonly filter: Accessor<TicketFilter>;
  readonly setQuery: Setter<string>;
  readonly setKind: Setter<TicketKind | null>;
  readonly setStatus: Setter<string | null>;
  /** Puts it into the address now, before anybody goes on from here. */
  readonly settle: () => void;
  /** Words, kind and status: back to everything. */
  readonly clear: () => void;
};

const restMs = 300;

/** `statusesOf` are those that can be filtered by among the open or the closed ones. */
export const createTicketFilter = (statusesOf: (open: boolean) => readonly string[]): TicketFilterState => {
  const [params, setParams] = useSearchParams<{ show: string; q: string; kind: string; status: string }>();
  const [query, setQuery] = createSignal('');
  const [kind, setKind] = createSignal<TicketKind | null>(null);
  const [status, setStatus] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    setParams({ q: query() || null, kind: kind(), status: status() }, { replace: true });
  };
  // Another address, such as that of the way back, says anew what is shown.
  createComputed(() => {
    const { q = '', kind: named, status: set = null } = params;
    if (timer !== undefined) return;
    setQuery(q);
    setKind(oneOf(['call', 'request'] as const, named));
    setStatus(set);
  });
  createEffect(
    on(
      [query, kind, status],
      () => {
        clearTimeout(timer);
        timer = setTimeout(settle, restMs);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return {
    filter: () => {
      const open = params.show !== 'closed';
      return { open, kind: kind(), status: oneOf(statusesOf(open), status()), query: query() };
    },
    setQuery,
    setKind,
    setStatus,
    settle,
    clear: () => {
      setQuery('');
      setKind(null);
      setStatus(null);
    },
  };
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | null => values.find((value) => value === text) ?? null;
