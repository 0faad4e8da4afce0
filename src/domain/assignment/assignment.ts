/** Who looks after a ticket: a group, an analyst, both, or nobody yet. */
import type { Assigned, Ticket } from '../ticket.ts';

export const nobody: Assigned = { group: null, analyst: null };

export const assignedOf = ({ assigned }: Pick<Ticket, 'assigned'>): Assigned => assigned ?? nobody;

/** Whatever they are called by now. */
export const isSameAssigned = (one: Assigned, other: Assigned): boolean => one.group?.id === other.group?.id && one.analyst?.id === other.analyst?.id;

/** The analyst, or else the group; empty for nobody. */
export const nameOfAssigned = ({ group, analyst }: Assigned): string => analyst?.name ?? group?.name ?? '';
