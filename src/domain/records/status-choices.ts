/** What can be chosen where a status is wanted: each phase, and after it those that administrators have named for it. */
import { statusNamed, type StatusRecord } from './status-record.ts';
import { statusKeyOf, ticketStatuses, type SetStatus, type StatusKey, type TicketKind, type TicketStatus } from '../ticket.ts';

export const statusChoices = (phases: readonly TicketStatus[], records: readonly StatusRecord[]): readonly SetStatus[] =>
  phases.flatMap((status): readonly SetStatus[] => [
    { status },
    ...records
      .filter(({ phase }) => phase === status)
      .toSorted((one, other) => one.name.localeCompare(other.name) || one.for.localeCompare(other.for))
      .map(statusNamed),
  ]);

/** `onlyFor` stands where another one is called the same: which tickets this one is for. */
export type StatusChoice = SetStatus & { readonly onlyFor?: TicketKind };

/** What tickets can be told apart by: also what was taken away and is still set on one of them. `of` is what that ticket is. */
export const statusChoicesAmong = (set: readonly (SetStatus & { readonly of: TicketKind })[], records: readonly StatusRecord[]): readonly StatusChoice[] => {
  const choices = new Map(statusChoices(ticketStatuses, records).map((choice) => [statusKeyOf(choice), choice]));
  const kinds = new Map(records.map((record) => [statusKeyOf(statusNamed(record)), record.for]));
  for (const { status, named, of } of set) {
    const key = named && statusKeyOf({ status, named });
    if (!key || choices.has(key)) continue;
    choices.set(key, { status, named });
    kinds.set(key, of);
  }
  return toldApart([...choices.values()], kinds);
};

const toldApart = (choices: readonly SetStatus[], kinds: ReadonlyMap<StatusKey, TicketKind>): readonly StatusChoice[] =>
  choices.map((choice) => {
    const onlyFor = kinds.get(statusKeyOf(choice));
    const isDoubled = choices.some((other) => other !== choice && nameOf(other) === nameOf(choice));
    return onlyFor && isDoubled ? { ...choice, onlyFor } : choice;
  });

const nameOf = ({ named }: SetStatus): string | undefined => named?.name.toLowerCase();
