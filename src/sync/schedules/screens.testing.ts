/** Somebody looks at the screens while everything goes on: what they show must be true at every single moment. */
import type { TicketId } from '../../domain/ids.ts';
import { readCursor } from '../../store/cache.ts';
import { readOutbox, type OutboxView } from '../../store/observe/outbox.ts';
import { readTicketPage, type TicketPage } from '../../store/observe/ticket.ts';
import type { Device, Session } from './device.testing.ts';
import { isOwed, marked, markersIn, type Item, type Ledger } from './ledger.testing.ts';
import type { Effect, TestDesk } from './test-desk.testing.ts';

type Looking = { readonly session: Session; readonly device: Device; readonly ledger: Ledger; readonly desk: Pick<TestDesk, 'effects'> };

/** One look at the sync centre and at one ticket; resolves with what was wrong about them. */
export const look = async ({ session, device, ledger, desk }: Looking, pick: number): Promise<readonly string[]> => {
  const { store, person } = session;
  const owed = ledger.items.filter((item) => item.person === person.id && isOwed(item));
  const startedAt = ledger.tick();
  const knewAll = await isCaughtUp(session);
  const { startedOver } = device;
  const outbox = await readOutbox(store);
  const ticketId = owed[pick % Math.max(1, owed.length)]?.ticketId as TicketId | undefined;
  const page = ticketId === undefined ? null : await readTicketPage(store, ticketId);
  const boxes = await readBoxes(session);
  const effects = await desk.effects();
  // What was taken back, moved or sent again while we looked is judged next time.
  const isSteady = (item: Item): boolean => isOwed(item) && (item.performedAt ?? 0) < startedAt && item.startedAt < startedAt;
  // What is back in its box to be edited is there to be seen, and nowhere else.
  const steady = owed.filter((item) => isSteady(item) && !boxes.includes(item.marker));
  const listed = listedItems(outbox);
  return [
    ...countsProblems(outbox, listed),
    ...steady
      .filter((item) => item.kind !== 'read' && !isListed(listed, item) && !isAtDesk(effects, item))
      .map((item) => `${item.kind} ${item.marker} is not at the desk, and the sync centre does not list it`),
    // A cache that was thrown away and read anew while we looked was known to be empty in between.
    ...(ticketId === undefined || !knewAll || !(await isCaughtUp(session)) || device.startedOver !== startedOver
      ? []
      : pageProblems(
          page,
          steady.filter((item) => item.ticketId === ticketId),
          listed,
          effects,
        )),
  ];
};

const isCaughtUp = async ({ store }: Session): Promise<boolean> => (await readCursor(store.cache))?.caughtUp ?? false;

const readBoxes = async ({ store: { outbox } }: Session): Promise<readonly string[]> => [
  ...(await outbox.replies.toArray()).flatMap(({ text }) => markersIn(text)),
  ...(await outbox.settingsDrafts.toArray()).flatMap((draft) => markersIn(JSON.stringify(draft))),
];

type Listed = { readonly actionIds: ReadonlySet<string>; readonly markers: readonly string[]; readonly heldIds: ReadonlySet<string> };

const listedItems = (outbox: OutboxView): Listed => ({
  actionIds: new Set(outbox.items.map(({ id }) => id)),
  markers: outbox.items.flatMap(({ action }) => markersIn(JSON.stringify(action))),
  heldIds: new Set(outbox.items.filter(({ state }) => state === 'held').map(({ id }) => id)),
});

const isListed = (listed: Listed, item: Item): boolean => listed.markers.includes(item.marker) || [...item.actionIds].some((id) => listed.actionIds.has(id));

export const effectsOf = (effects: readonly Effect[], item: Item): readonly Effect[] =>
  effects.filter((effect) => effect.text.includes(marked(item.marker)) || item.actionIds.has(effect.actionId));

const isAtDesk = (effects: readonly Effect[], item: Item): boolean => effectsOf(effects, item).length > 0;

const countsProblems = (outbox: OutboxView, listed: Listed): readonly string[] => {
  const ids = [...outbox.items.map(({ id }) => id), ...outbox.files.map(({ file }) => file.id)];
  const held = outbox.items.filter(({ state }) => state === 'held').length + outbox.files.filter(({ file }) => file.state === 'held').length;
  return [
    ...(new Set(ids).size === ids.length ? [] : ['the sync centre lists something twice']),
    ...(outbox.waiting + outbox.held === ids.length && outbox.held === held
      ? []
      : [`the counts ${outbox.waiting} + ${outbox.held} are not those of the ${ids.length} things listed`]),
    ...(outbox.items.some(({ id }) => !listed.actionIds.has(id)) ? ['an item without an id'] : []),
  ];
};

/** Each thing made here is shown exactly once, from the moment its promise resolved; and never as received before it was. */
const pageProblems = (page: TicketPage | null, items: readonly Item[], listed: Listed, effects: readonly Effect[]): readonly string[] =>
  // Of a request that was let go of only what was written to it is left, and that is in the sync centre.
  page === null && !items.some(({ kind }) => beginsATicket.includes(kind))
    ? []
    : items.flatMap((item) => {
        const shown = shownOf(page, item);
        const problems = shown.length > 1 ? [`${item.kind} ${item.marker} is shown ${shown.length} times`] : [];
        if (shown.length === 0 && mustBeShown(item, listed)) problems.push(`${item.kind} ${item.marker} is not shown`);
        const received = shown.some(({ delivery }) => delivery === null || delivery.state === 'done');
        return received && !isAtDesk(effects, item)
          ? [...problems, `${item.kind} ${item.marker} is shown as received, and the desk does not have it`]
          : problems;
      });

const beginsATicket: readonly Item['kind'][] = ['raise', 'ask', 'leave'];

/** What a chat began with came along with the question, which is shown once. */
const shownOf = (page: TicketPage | null, item: Item): TicketPage['timeline'] =>
  (page?.timeline ?? []).filter(({ entry, delivery }) => {
    const { body } = entry;
    if (body.kind === 'message' || body.kind === 'said') return !entry.id.includes('/') && body.text.includes(marked(item.marker));
    if (body.kind === 'file') return body.file.name.includes(marked(item.marker));
    return item.actionIds.has(entry.id) || (delivery !== null && item.actionIds.has(delivery.actionId) && entry.id === (delivery.actionId as string));
  });

/**
 * Words and files always are. A chase that waits may be foreseen as refused, and one that was refused leaves no mark;
 * but what is no longer listed was taken by the desk.
 */
const mustBeShown = (item: Item, listed: Listed): boolean => {
  if (item.kind === 'chase' || item.kind === 'resolve' || item.kind === 'reopen') return !isListed(listed, item);
  return !leavesNoEntry.includes(item.kind);
};

/** Told by how things stand, or already as it was wanted. */
const leavesNoEntry: readonly Item['kind'][] = ['read', 'accept', 'end', 'rate', 'contact', 'availability', 'queue', 'decide', 'invite'];
