/** A desk as the schedules see it: it answers requests, its analyst works, and at the end it is asked what it really holds. */
import type { Backend } from '../../backends/backend.ts';
import { aFlow, anAnalyst, aPartition, aPerson, aQuestion, aService, aStep, aTicket, minted, named } from '../../domain/builders.testing.ts';
import type { FlowId, PartitionId, PersonId, ServiceId, TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { SettingsPlace } from '../../domain/settings/settings-place.ts';
import type { Service } from '../../domain/service.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** One thing that the desk holds because of an action. */
export type Effect = {
  /** The id that the action had on the device. */
  readonly actionId: string;
  /** `settings` for what was saved for the partition. */
  readonly ticketId: string;
  readonly kind: 'raised' | 'message' | 'chase' | 'file' | 'resolved' | 'reopened' | 'saved' | 'said' | 'accepted' | 'ended' | 'done';
  readonly by: PersonId | null;
  /** The words in it, the name of the file, or the value that was set. */
  readonly text: string;
  /** Hash of the bytes of a file that has arrived. */
  readonly sha256: string | null;
};

export type TestDesk = {
  readonly serve: (request: Request) => Promise<Response>;
  readonly backendFor: (fetch: typeof globalThis.fetch) => Backend;
  /** Can a request that its sender gave up on still arrive without harm? */
  readonly bearsLateRequests: boolean;
  /** What it says when there is no session. */
  readonly signInAgain: () => Response;
  /** Of each ticket in the order things happened. */
  readonly effects: () => Promise<readonly Effect[]>;
  readonly analystWrites: (pick: number, text: string) => Promise<void>;
  readonly analystResolves: (pick: number) => Promise<void>;
  /** Another administrator, at the desk itself. */
  readonly savesSettings: (title: string) => Promise<void>;
  readonly endAllSessions: () => Promise<void>;
  readonly beginFeedAnew: () => Promise<void>;
  readonly offerPhones: (offered: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** All of them set what their partition decides. */
const asAdministrator = (person: Person): Person => ({ ...person, rights: [...person.rights, 'self-service-portal-setup'] });
export const ada = asAdministrator(aPerson());
export const ben = asAdministrator(aPerson({ id: named<PersonId>('ben'), name: 'Ben Okoro', email: 'ben@northwind.example' }));
export const people: readonly Person[] = [ada, ben, asAdministrator(anAnalyst())];

/** Something broken, with a photo if there is one; and a phone, which the desk may cease to offer. */
export const services: readonly Service[] = [
  aService(),
  aService({ id: named<ServiceId>('phone'), title: 'A phone', makes: 'request', flow: { id: named<FlowId>('phone'), version: 1 } }),
];
export const flows: readonly QuestionFlow[] = [
  aFlow(),
  aFlow({
    id: named<FlowId>('phone'),
    title: 'A phone',
    steps: [
      aStep('only', [
        aQuestion('short-text', 'what'),
        aQuestion('yes-no', 'urgent'),
        aQuestion('long-text', 'why', { when: { question: named('urgent'), is: 'equal', value: true } }),
      ]),
    ],
  }),
];

/** Three tickets of Ada's and one of Ben's; chases need no wait, so that most are accepted, and there are five of them. */
export const partition = (() => {
  const partition = aPartition();
  const policy = { ...partition.chase.call, waitMinutes: 1, maxChases: 5 };
  return { ...partition, id: named<PartitionId>('council'), chase: { call: policy, request: policy } };
})();

/** The one thing that anybody ever sets: what people are greeted with. */
export const placeToSet: SettingsPlace = 'look.greeting';

export const firstTickets = (now: Instant): readonly Ticket[] =>
  [ada, ada, ada, ben].map((person, index) =>
    aTicket({ id: minted<TicketId>(0xa1 + index), number: `R-${1001 + index}`, raisedAt: now, requester: { id: person.id, name: person.name } }),
  );
