/** Unsent actions laid over what the desk last said: what a screen shows. */
import type { TicketAction } from './action.ts';
import { decideAction, type DecideAtDesk, type DecideChat } from './decide-action.ts';
import type { Scene } from './scene.ts';
import type { Entry, EntryBody, Ticket } from './ticket.ts';
import { entryOf } from './traces.ts';

export type TicketView = { readonly ticket: Ticket; readonly entries: readonly Entry[] };

/** Everything the device knows that the rules need, but for the ticket and the moment. */
export type KnownScene = (action: TicketAction) => Omit<Scene, 'ticket' | 'now'>;

/**
 * Lays the actions of one ticket, in the order they were made, over its last known state (null: not known to the desk).
 * What the desk already holds wins, by id. An action that the rules would refuse changes nothing here, and the desk has the
 * last word; but the words and files in it stay where they were written, and what the desk took (`isTaken`) while it knew
 * more than this device is shown as done. Without the rules of a chat its words are shown, and nothing else that is done in
 * it; without those of the desk its words are shown, too. Null when there is still no ticket.
 */
export const layOver = (
  said: TicketView | null,
  actions: readonly TicketAction[],
  known: KnownScene,
  isTaken: (action: TicketAction) => boolean = () => false,
  decideChat?: DecideChat,
  decideAtDesk?: DecideAtDesk,
): TicketView | null =>
  actions.reduce<TicketView | null>((view, action) => {
    if (view?.entries.some((entry) => entry.id === (action.id as string))) return view;
    const scene = { ...known(action), ticket: view?.ticket ?? null, now: action.at };
    const decision = decideAction(scene, action, decideChat, decideAtDesk);
    if (!decision.ok)
      return (
        view && {
          ticket: view.ticket,
          entries: withNew(
            view.entries,
            [...wordsOf(action), ...(isTaken(action) ? factsOf(scene, view.ticket, action) : [])].map((body) => entryOf(scene, action, body)),
          ),
        }
      );
    return { ticket: decision.value.tickets[0], entries: withNew(view?.entries ?? [], decision.value.entries) };
  }, said);

const withNew = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => [
  ...entries,
  ...more.filter((entry) => !entries.some((known) => known.id === entry.id)),
];

const wordsOf = (action: TicketAction): readonly EntryBody[] => {
  switch (action.kind) {
    case 'reply':
      return [{ kind: 'message', text: action.data.text }];
    case 'say':
      return [{ kind: 'said', text: action.data.text }];
    case 'add-note':
      return [{ kind: 'note', text: action.data.text }];
    case 'attach':
      return [{ kind: 'file', ...action.data, arrived: false }];
    default:
      return [];
  }
};

const factsOf = (scene: Scene, ticket: Ticket, action: TicketAction): readonly EntryBody[] => {
  switch (action.kind) {
    case 'resolve':
      return [{ kind: 'status', to: 'resolved' }];
    case 'reopen':
      return [{ kind: 'reopened' }];
    case 'assign':
      return [{ kind: 'assigned', to: action.data.to }];
    case 'chase': {
      const count = ticket.chases.length + 1;
      return [{ kind: 'chase', count, of: Math.max(count, scene.partition.chase[ticket.kind].maxChases) }];
    }
    default:
      return [];
  }
};
