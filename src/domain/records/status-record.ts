/** A status that an administrator has named (seed 000, statements 11 and 20: "Call Status" and "Request Completion Status"). */
import type { StatusId } from '../ids.ts';
import type { NamedStatus, SetStatus, SimpleStatus, TicketKind, TicketStatus } from '../ticket.ts';

export type StatusRecord = {
  readonly id: StatusId;
  /** What the desk calls it. */
  readonly name: string;
  readonly for: TicketKind;
  /** What the rules take it for. */
  readonly phase: TicketStatus;
  /** The word people see; null for the one that their partition has for the phase. */
  readonly simple: SimpleStatus | null;
};

/** As a ticket holds it. */
export const statusNamed = ({ id, name, phase, simple }: StatusRecord): SetStatus & { readonly named: NamedStatus } => ({
  status: phase,
  named: { id, name, simple },
});
