/** What must be true when the faults have stopped and everything has come to rest. */
import type { OutboxRow } from '../../store/outbox-db.ts';
import { holdsItsLane } from '../../store/outbox.ts';
import { valueAt } from '../../domain/settings/partition-settings.ts';
import { readSettingsPage } from '../../store/observe/settings.ts';
import { readTicketPage } from '../../store/observe/ticket.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Session } from './device.testing.ts';
import type { FaultyNetwork } from './faulty-network.testing.ts';
import { isOwed, markersIn, type Item, type Ledger } from './ledger.testing.ts';
import { effectsOf } from './screens.testing.ts';
import { placeToSet, type Effect } from './test-desk.testing.ts';

/** What is left on a device that has been let to send everything it could. */
export type Remains = { readonly rows: readonly OutboxRow[]; readonly texts: string; readonly session: Session };

export const readRemains = async (session: Session): Promise<Remains> => {
  const { outbox } = session.store;
  const [rows, drafts, replies, settings, files] = await Promise.all([
    outbox.actions.toArray(),
    outbox.drafts.toArray(),
    outbox.replies.toArray(),
    outbox.settingsDrafts.toArray(),
    outbox.files.toArray(),
  ]);
  return {
    session,
    rows,
    texts: JSON.stringify([
      rows.filter(({ state }) => state !== 'done').map(({ action }) => action),
      drafts,
      replies,
      settings,
      files.filter(({ state }) => state === 'kept'),
    ]),
  };
};

/** I1: everything promised is at the desk once, or visible on the device. I2: nothing is there twice. I4: under the right person. */
export const deliveryProblems = (ledger: Ledger, effects: readonly Effect[], remains: readonly Remains[]): readonly string[] =>
  ledger.items.flatMap((item) => {
    const done = effectsOf(effects, item);
    const problems = done.length > 1 ? [`I2: ${item.kind} ${item.marker} was done ${done.length} times`] : [];
    if (done.some(({ by }) => by !== item.person)) problems.push(`I4: ${item.kind} ${item.marker} of ${item.person} was done as ${done[0]?.by}`);
    if (item.kind !== 'read' && isOwed(item) && done.length === 0 && !isVisible(item, remains)) problems.push(`I1: ${item.kind} ${item.marker} is lost`);
    return problems;
  });

const isVisible = (item: Item, remains: readonly Remains[]): boolean =>
  remains.some(
    ({ session, rows, texts }) =>
      session.person.id === item.person && (markersIn(texts).includes(item.marker) || rows.some((row) => row.state !== 'done' && item.actionIds.has(row.id))),
  );

/** I3: what was performed before something else of its lane was even asked for comes before it at the desk, on the same ticket. */
export const orderProblems = (ledger: Ledger, effects: readonly Effect[]): readonly string[] => {
  const placed = ledger.items.flatMap((item) => {
    const place = effects.findIndex((effect) => effectsOf([effect], item).length > 0);
    return place >= 0 ? [{ item, place, ticketId: effects[place]?.ticketId }] : [];
  });
  return placed.flatMap((one) =>
    placed
      .filter(
        (other) => one.item.ticketId === other.item.ticketId && one.item.person === other.item.person && (one.item.queuedAt ?? Infinity) < other.item.startedAt,
      )
      .flatMap((other) => [
        ...(one.place > other.place ? [`I3: ${other.item.marker} overtook ${one.item.marker} in the lane of ${one.item.ticketId}`] : []),
        ...(one.ticketId === other.ticketId ? [] : [`I3: ${one.item.marker} and ${other.item.marker} of one lane are on two tickets`]),
      ]),
  );
};

/** What was typed and saved is there until it is sent. */
export const draftProblems = async (ledger: Ledger, session: Session): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [id, typed] of ledger.drafts) {
    if (typed.sent || typed.person !== session.person.id) continue;
    const draft = await session.store.outbox.drafts.get(id as never);
    for (const [question, value] of typed.answers) {
      if (JSON.stringify((draft?.answers as Record<string, unknown> | undefined)?.[question]) !== JSON.stringify(value))
        problems.push(`I1: the answer to ${question} in draft ${id} is lost`);
    }
  }
  return problems;
};

/** I5: a request to perform something was struck, was told to sign in, or settled at least one thing. */
export const budgetProblems = (ledger: Ledger, sent: FaultyNetwork['sent'], crashes: number): readonly string[] => {
  const posts = sent.filter(({ method, path }) => method === 'POST' && (path === '/api/actions' || path.startsWith('/cases')));
  const struck = posts.filter(({ fault, status }) => fault !== null || status === 401).length;
  const resent = ledger.items.reduce((sum, item) => sum + Math.max(1, item.actionIds.size), 0);
  const budget = resent + struck + 4 * crashes;
  return posts.length <= budget ? [] : [`I5: ${posts.length} requests to perform, where ${budget} had to do`];
};

/** I7: nothing that could go is still here, and the device shows what the desk holds. */
export const convergenceProblems = async ({ session, rows }: Remains, effects: readonly Effect[]): Promise<readonly string[]> => {
  const files = await session.store.outbox.files.where('state').anyOf('waiting', 'arrived').toArray();
  const waiting = files.filter(({ id }) => !rows.some((row) => row.id === id));
  return [
    ...stuckProblems(rows),
    ...waiting.map(({ id, state }) => `I7: the bytes of ${id} are still here, ${state}`),
    ...(await viewProblems(session, effects)),
  ];
};

export const stuckProblems = (rows: readonly OutboxRow[]): readonly string[] => {
  const held = rows.filter(({ state }) => state === 'held');
  return rows
    .filter((row) => row.state !== 'held' && !held.some((holder) => holdsItsLane(holder) && holder.lane === row.lane && holder.seq < row.seq))
    .map(({ state, action }) => `I7: ${state} for ever: ${JSON.stringify(action).slice(0, 120)}`);
};

const viewProblems = async (session: Session, effects: readonly Effect[]): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const { id, body } of await session.store.cache.tickets.toArray()) {
    if (!body || body.requester.id !== session.person.id) continue;
    const local = (await session.store.outbox.mappedIds.toArray()).find(({ remote }) => remote === id)?.local ?? id;
    const page = await readTicketPage(session.store, local as TicketId);
    const shown = new Set(page?.timeline.map(({ entry }) => entry.id as string));
    for (const effect of effects)
      if (effect.ticketId === id && !shown.has(effect.actionId)) problems.push(`I7: ${effect.kind} ${effect.actionId} is at the desk and not on the screen`);
  }
  const set = effects.findLast(({ ticketId }) => ticketId === 'settings')?.text;
  const page = await readSettingsPage(session.store, session.person.partitionId);
  // What waits behind something that is held is laid over, like everything that waits.
  if (page && !page.isWaiting && set !== undefined && valueAt(page.settings, placeToSet) !== set)
    problems.push(`I7: the desk is set to ${set}, and the screen says ${String(valueAt(page.settings, placeToSet))}`);
  return problems;
};

/** I8: the bytes at the desk are the bytes that were chosen. */
export const fileProblems = (ledger: Ledger, effects: readonly Effect[]): readonly string[] =>
  ledger.items
    .filter((item) => item.kind === 'attach' && isOwed(item))
    .flatMap((item) =>
      effectsOf(effects, item).flatMap(({ sha256 }) =>
        sha256 === item.sha256 ? [] : [`I8: the desk has ${sha256 === null ? 'no' : 'other'} bytes of ${item.marker}`],
      ),
    );
