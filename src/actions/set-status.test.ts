import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionSchema } from '../contract/action.ts';
import * as v from 'valibot';
import type { DeskPeople } from '../domain/assignment/desk-people.ts';
import { nobody } from '../domain/assignment/assignment.ts';
import { aPartition, aScene, aStatusRecord, aTicket, anAnalyst, anAssigned, named } from '../domain/builders.testing.ts';
import { decideAction } from '../domain/decide-action.ts';
import { decideAtDesk } from '../domain/decide-at-desk.ts';
import type { PersonId } from '../domain/ids.ts';
import { statusSeenOn } from '../domain/status-seen.ts';
import { statusOf, type SetStatus, type Ticket } from '../domain/ticket.ts';
import { readTicketPage } from '../store/observe/ticket.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { assignTicket } from './assign-ticket.ts';
import { setTicketStatus } from './set-status.ts';

let store: PersonStore;
let deps: ActionDeps;
const actor = anAnalyst();
const hal = anAssigned(null, 'hal');
const people: DeskPeople = {
  id: aPartition().id,
  groups: [],
  analysts: [
    { id: actor.id, name: actor.name },
    { id: named<PersonId>('hal'), name: 'Hal Novak' },
  ],
};
const gone = aStatusRecord();

beforeEach(async () => {
  store = openPersonStore(v7(), actor);
  deps = { store, now: () => 1, newId: v7, onPerformed: () => undefined };
  await store.cache.partitions.put({ id: aPartition().id, position: 1, body: aPartition() });
});
afterEach(() => deletePersonStore(store));

const said = (body: Ticket) => store.cache.tickets.put({ id: body.id, position: 1, body });
const onScreen = async (): Promise<Ticket> => {
  const page = await readTicketPage(store, aTicket().id);
  if (!page) throw new Error('no such ticket');
  return page.ticket;
};
const sets = async (to: SetStatus): Promise<void> => void (await setTicketStatus(deps, aTicket().id, statusSeenOn(await onScreen()), to));
const gives = async (to: typeof nobody): Promise<void> => void (await assignTicket(deps, aTicket().id, (await onScreen()).assigned ?? nobody, to));

/** What the desk makes of all that waits, in order: the ticket as it is then, and every no. */
const reaches = async (before: Ticket) => {
  const refusals: unknown[] = [];
  let ticket = before;
  for (const { action } of await store.outbox.actions.orderBy('seq').toArray()) {
    const parsed = v.parse(actionSchema, action);
    const decision = decideAction(aScene({ actor, ticket, deskPeople: people, statuses: [] }), parsed as never, undefined, decideAtDesk);
    if (decision.ok) ticket = decision.value.tickets[0];
    else refusals.push(decision.problem);
  }
  return { ticket, refusals };
};

test('what is set without a network after a status that is not there any more is set all the same', async () => {
  await said(aTicket());
  await sets({ status: gone.phase, named: { id: gone.id, name: gone.name, simple: null } });
  await sets({ status: 'waiting-for-supplier' });
  await sets({ status: 'resolved' });
  const { ticket, refusals } = await reaches(aTicket());
  expect(refusals).toEqual([{ kind: 'no-such-status' }]);
  expect(statusOf(ticket)).toBe('resolved');
});

test('and so it is in the middle of others, from what the one before it made of the ticket', async () => {
  await said(aTicket());
  await sets({ status: 'waiting-for-supplier' });
  await sets({ status: gone.phase, named: { id: gone.id, name: gone.name, simple: null } });
  await sets({ status: 'resolved' });
  const { ticket, refusals } = await reaches(aTicket());
  expect(refusals).toEqual([{ kind: 'no-such-status' }]);
  expect(statusOf(ticket)).toBe('resolved');
});

test('so is what is set after the ticket was given to somebody whom it cannot be given to', async () => {
  const theirs = aTicket({ assigned: hal });
  await said(theirs);
  await gives(anAssigned(null, 'left'));
  await sets({ status: 'resolved' });
  const { ticket, refusals } = await reaches(theirs);
  expect(refusals).toEqual([{ kind: 'cannot-look-after-it' }]);
  expect([statusOf(ticket), ticket.assigned]).toEqual(['resolved', hal]);
});

test('but not where a colleague was quicker to take it, or has set another status', async () => {
  await said(aTicket());
  await gives(anAssigned(null, actor.id));
  await sets({ status: 'resolved' });
  const taken = aTicket({ assigned: hal });
  expect(await reaches(taken)).toEqual({
    ticket: taken,
    refusals: [
      { kind: 'given-meanwhile', by: 'Hal Novak' },
      { kind: 'given-meanwhile', by: 'Hal Novak' },
    ],
  });
  const closed = aTicket({ statuses: [{ id: named('closed'), at: 0, status: 'closed' }] });
  expect((await reaches(closed)).refusals).toEqual([{ kind: 'status-set-meanwhile' }]);
});

test('what is set while nothing waits is set from what was seen alone', async () => {
  await said(aTicket());
  await sets({ status: 'resolved' });
  const [row] = await store.outbox.actions.toArray();
  expect(row?.action).toMatchObject({ data: { status: 'resolved', from: statusSeenOn(aTicket()) } });
  expect(row?.action).not.toHaveProperty('data.from.or');
});
