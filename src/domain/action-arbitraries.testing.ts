/** Random lives of a ticket: who does what, and how long after the thing before. */
import fc from 'fast-check';
import type { TicketAction, TicketActionBody } from './action.ts';
import { nobody } from './assignment/assignment.ts';
import { decideAtDesk } from './decide-at-desk.ts';
import { aManifest, aPerson, anAction, anAnalyst, anAssigned, aPartition, aScene, minted, noon } from './builders.testing.ts';
import { decideAction } from './decide-action.ts';
import type { Scene } from './scene.ts';
import type { ActionId, TicketId } from './ids.ts';
import { minutes } from './instant.ts';
import type { TicketView } from './lay-over.ts';
import type { Partition } from './partition.ts';
import type { Person } from './person.ts';
import { ticketStatuses, type Assigned, type Ticket } from './ticket.ts';

export type Doing = { readonly body: TicketActionBody; readonly by: 'person' | 'desk'; readonly afterMs: number };

export const anyDoing = (): fc.Arbitrary<Doing> =>
  fc.oneof(
    doing('person', { kind: 'chase', data: {} }),
    doing('person', { kind: 'reply', data: { text: 'Any news?' } }),
    doing('person', { kind: 'resolve', data: {} }),
    doing('person', { kind: 'reopen', data: {} }),
    doing('person', { kind: 'mark-read', data: { upTo: noon } }),
    doing('person', { kind: 'attach', data: { file: aManifest(), questionId: null } }),
    doing('person', { kind: 'reply', data: { text: ' ' } }),
    doing('desk', { kind: 'reply', data: { text: 'Please restart it.' } }),
    doing('desk', { kind: 'add-note', data: { text: 'Third one this week.' } }),
    doing('desk', { kind: 'attach', data: { file: aManifest(), questionId: null } }),
    fc.constantFrom(...ticketStatuses).chain((status) => doing('desk', { kind: 'set-status', data: { status } })),
    fc.record({ from: anyAssigned, to: anyAssigned }).chain((data) => doing('desk', { kind: 'assign', data })),
  );

/** Few, so that they often follow from each other. */
const anyAssigned = fc.constantFrom<Assigned>(nobody, anAssigned('network', null), anAssigned(null, 'gus'), anAssigned('network', 'hal'));

const doing = (by: Doing['by'], body: TicketActionBody): fc.Arbitrary<Doing> =>
  fc.record({
    body: fc.constant(body),
    by: fc.constant(by),
    afterMs: fc.oneof(fc.integer({ min: 1, max: minutes(300) }), fc.constantFrom(1, minutes(60), minutes(60 * 24 * 15))),
  });

export type Life = {
  /** What was taken, in order, with who did it. */
  readonly taken: readonly { readonly action: TicketAction; readonly by: Person }[];
  readonly refused: readonly TicketAction[];
  /** The ticket and its timeline in the end, as the desk holds them. */
  readonly view: TicketView;
  /** The other tickets that were made on the way. */
  readonly made: readonly Ticket[];
};

const people = { person: aPerson(), desk: anAnalyst() } as const;

/** Lives a ticket through, as the desk does it: with its own clock, one thing after the other. */
export const live = (ticket: Ticket, doings: readonly Doing[], partition: Partition = aPartition()): Life => {
  let life: Life = { taken: [], refused: [], view: { ticket, entries: [] }, made: [] };
  let now = ticket.updatedAt;
  doings.forEach(({ body, by, afterMs }, index) => {
    now += afterMs;
    const action = anAction(stampedAt(body, now, index), { id: minted<ActionId>(0x1000 + index), at: now, subject: { kind: 'ticket', id: ticket.id } });
    const scene: Scene = aScene({
      actor: people[by],
      partition,
      ticket: life.view.ticket,
      now,
      escalationCall: { id: minted<TicketId>(0x2000 + index), number: `R-${2000 + index}`, title: 'Chased to the maximum' },
    });
    life = next(life, scene, action);
  });
  return life;
};

const next = (life: Life, scene: Scene, action: TicketAction): Life => {
  const decision = decideAction(scene, action, undefined, decideAtDesk);
  if (!decision.ok) return { ...life, refused: [...life.refused, action] };
  const [ticket, ...made] = decision.value.tickets;
  return {
    ...life,
    taken: [...life.taken, { action, by: scene.actor }],
    view: { ticket, entries: [...life.view.entries, ...decision.value.entries.filter((entry) => entry.ticketId === ticket.id)] },
    made: [...life.made, ...made],
  };
};

/** Reading is up to the present, and each file is a file of its own. */
const stampedAt = (body: TicketActionBody, now: number, index: number): TicketActionBody => {
  if (body.kind === 'mark-read') return { kind: 'mark-read', data: { upTo: now } };
  if (body.kind === 'attach') return { kind: 'attach', data: { ...body.data, file: { ...body.data.file, id: minted<ActionId>(0x1000 + index) } } };
  return body;
};
