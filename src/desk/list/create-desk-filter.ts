/** What narrows the desk's list, kept in the address like the rest of it. */
import type { Accessor } from 'solid-js';
import { createKeptInAddress } from '../../ticket-parts/create-kept-in-address.ts';
import { readDeskFilter, type DeskFilter } from './desk-filter.ts';

type DeskFilterState = {
  readonly filter: Accessor<DeskFilter>;
  /** An empty text lets go of it. */
  readonly set: (name: keyof DeskFilter, value: string) => void;
  /** Puts it into the address now, before anybody goes on from here. */
  readonly settle: () => void;
};

export const createDeskFilter = (): DeskFilterState => {
  const { kept, set, settle } = createKeptInAddress(readDeskFilter);
  return { filter: kept, set: (name, value) => set({ [name]: value }), settle };
};
