/** What can be chosen where a status is wanted: each phase, and after it those that administrators have named for it. */
import { statusNamed, type StatusRecord } from './status-record.ts';
import { statusKeyOf, ticketStatuses, type SetStatus, type TicketStatus } from '../ticket.ts';

export const statusChoices = (phases: readonly TicketStatus[], records: readonly StatusRecord[]): readonly SetStatus[] =>
  phases.flatMap((status): readonly SetStatus[] => [
    { status },
    ...records
      .filter(({ phase }) => phase === status)
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(statusNamed),
  ]);

/** What tickets can be told apart by: also what was taken away and is still set on one of them. */
export const statusChoicesAmong = (set: readonly SetStatus[], records: readonly StatusRecord[]): readonly SetStatus[] => {
  const choices = new Map(statusChoices(ticketStatuses, records).map((choice) => [statusKeyOf(choice), choice]));
  for (const { status, named } of set) {
    const key = named && statusKeyOf({ status, named });
    if (key && !choices.has(key)) choices.set(key, { status, named });
  }
  return [...choices.values()];
};
