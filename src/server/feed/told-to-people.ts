/**
 * What people are told. Of statuses that an administrator has named: the simple word; what the desk calls them stays at the
 * desk (seed 003, statement 8). Of who looks after a ticket: nothing.
 */
import type { ChasePolicy } from '../../domain/chase-policy.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Entry, NamedStatus, Ticket } from '../../domain/ticket.ts';

export const ticketForPeople = ({ assigned: _atTheDesk, ...ticket }: Ticket): Ticket => ({ ...ticket, statuses: ticket.statuses.map(withoutName) });

export const entryForPeople = (entry: Entry): Entry => (entry.body.kind === 'status' ? { ...entry, body: withoutName(entry.body) } : entry);

export const partitionForPeople = ({ chase, ...partition }: Partition): Partition => ({
  ...partition,
  chase: { call: policyForPeople(chase.call), request: policyForPeople(chase.request) },
});

const policyForPeople = (policy: ChasePolicy): ChasePolicy => (policy.setNamed ? { ...policy, setNamed: unnamed(policy.setNamed) } : policy);

const withoutName = <Held extends { readonly named?: NamedStatus }>(held: Held): Held => (held.named ? { ...held, named: unnamed(held.named) } : held);

const unnamed = (named: NamedStatus): NamedStatus => ({ ...named, name: '' });
