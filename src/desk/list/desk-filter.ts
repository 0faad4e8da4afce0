/** What the desk narrows its list by, beside what everybody does. */
import { assignedOf } from '../../domain/assignment/assignment.ts';
import type { DeskPeople } from '../../domain/assignment/desk-people.ts';
import { priorities, priorityOf, type Priority } from '../../domain/call.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { isLate } from '../is-late.ts';

export const onlyKinds = ['chased', 'unanswered', 'late'] as const;
type Only = (typeof onlyKinds)[number];

/** Beside the ids of groups and analysts; none of those begins so. */
export const mine = '_mine';
export const none = '_none';

/** Null narrows nothing. */
export type DeskFilter = {
  readonly only: Only | null;
  /** An id, `mine` or `none`. */
  readonly group: string | null;
  readonly analyst: string | null;
  readonly priority: Priority | null;
  readonly place: string | null;
};

export type Viewer = { readonly personId: string; readonly groupIds: ReadonlySet<string>; readonly now: number };

/** As it stands in an address; what nobody knows there narrows nothing. */
export const readDeskFilter = (params: Readonly<Partial<Record<keyof DeskFilter, string | null>>>): DeskFilter => ({
  only: onlyKinds.find((kind) => kind === params.only) ?? null,
  group: params.group || null,
  analyst: params.analyst || null,
  priority: priorities.find((priority) => priority === params.priority) ?? null,
  place: params.place || null,
});

/** Groups and analysts that nobody knows, as in an old link, narrow nothing either. */
export const knownFilter = (filter: DeskFilter, { groups, analysts }: Holders): DeskFilter => {
  const known = (id: string | null, all: readonly Named[]): string | null => (id === mine || id === none || all.some((one) => one.id === id) ? id : null);
  return { ...filter, group: known(filter.group, groups), analyst: known(filter.analyst, analysts) };
};

export const setCount = (filter: DeskFilter): number => Object.values(filter).filter((value) => value !== null).length;

export const fitsDesk = (summary: TicketSummary, filter: DeskFilter, viewer: Viewer): boolean =>
  fitsOnly(summary, filter.only, viewer.now) &&
  fitsGroup(assignedOf(summary.ticket).group?.id, filter.group, viewer) &&
  fitsAnalyst(assignedOf(summary.ticket).analyst?.id, filter.analyst, viewer) &&
  (filter.priority === null || priorityOf(summary.ticket) === filter.priority) &&
  (filter.place === null || summary.ticket.place === filter.place);

const fitsOnly = (summary: TicketSummary, only: Only | null, now: number): boolean => {
  switch (only) {
    case 'chased':
      return summary.ticket.chases.length > 0;
    case 'unanswered':
      return summary.unanswered;
    case 'late':
      return isLate(summary, now);
    case null:
      return true;
  }
};

const fitsGroup = (id: string | undefined, wanted: string | null, { groupIds }: Viewer): boolean => {
  if (wanted === null) return true;
  if (wanted === none) return id === undefined;
  return id !== undefined && (wanted === mine ? groupIds.has(id) : id === wanted);
};

const fitsAnalyst = (id: string | undefined, wanted: string | null, { personId }: Viewer): boolean => {
  if (wanted === null) return true;
  return id === (wanted === none ? undefined : wanted === mine ? personId : wanted);
};

type Named = { readonly id: string; readonly name: string };
export type Holders = { readonly groups: readonly Named[]; readonly analysts: readonly Named[] };

/** Who may have a ticket, and who has one though they cannot be given any more: an analyst who has left, a group that nobody is in. */
export const holdersOf = (tickets: readonly TicketSummary[], people: DeskPeople): Holders => {
  const groups = new Map<string, Named>(people.groups.map((group) => [group.id, group]));
  const analysts = new Map<string, Named>(people.analysts.map((analyst) => [analyst.id, analyst]));
  for (const { ticket } of tickets) {
    const { group, analyst } = assignedOf(ticket);
    if (group && !groups.has(group.id)) groups.set(group.id, group);
    if (analyst && !analysts.has(analyst.id)) analysts.set(analyst.id, analyst);
  }
  return { groups: [...groups.values()], analysts: [...analysts.values()] };
};

/** As many as can be looked through; the others are found by searching. */
const mostPlaces = 100;

/** Where tickets are, the most frequent ones, in the order of their names; with the one that is looked for. */
export const placesOf = (tickets: readonly TicketSummary[], wanted: string | null): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { ticket } of tickets) if (ticket.place !== undefined) counts.set(ticket.place, (counts.get(ticket.place) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostPlaces);
  return [...new Set([...frequent.map(([place]) => place), ...(wanted === null ? [] : [wanted])])].sort((one, other) => one.localeCompare(other));
};
