/** What a list of tickets shows. */
import { useSearchParams } from '@solidjs/router';
import type { Accessor } from 'solid-js';
import type { TicketKind } from '../domain/ticket.ts';
import { createKeptInAddress } from './create-kept-in-address.ts';
import type { TicketFilter } from './filter-tickets.ts';

export type TicketFilterState = {
  readonly filter: Accessor<TicketFilter>;
  readonly setQuery: (query: string) => void;
  readonly setKind: (kind: TicketKind | null) => void;
  readonly setStatus: (status: string | null) => void;
  /** Puts it into the address now, before anybody goes on from here. */
  readonly settle: () => void;
  /** Words, kind and status: back to everything. */
  readonly clear: () => void;
};

/** `statusesOf` are those that can be filtered by among the open or the closed ones. */
export const createTicketFilter = (statusesOf: (open: boolean) => readonly string[]): TicketFilterState => {
  const [params] = useSearchParams<{ show: string }>();
  const { kept, set, settle } = createKeptInAddress(({ q, kind, status }) => ({ q: q ?? '', kind, status }));
  return {
    filter: () => {
      const open = params.show !== 'closed';
      return { open, kind: oneOf(['call', 'request'] as const, kept().kind), status: oneOf(statusesOf(open), kept().status), query: kept().q };
    },
    setQuery: (q) => set({ q }),
    setKind: (kind) => set({ kind }),
    setStatus: (status) => set({ status }),
    settle,
    clear: () => set({ q: '', kind: null, status: null }),
  };
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | null => values.find((value) => value === text) ?? null;
