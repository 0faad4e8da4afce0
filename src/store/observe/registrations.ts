/** Who asked for an account: as the desk said it, with what was decided here and not sent laid over it. */
import { registrationRecordSchema } from '../../contract/registration.ts';
import { open } from '../../contract/unopened.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { registrationKey, type Registration } from '../../domain/registration/registration.ts';
import { readCursor } from '../cache.ts';
import type { OutboxRow } from '../outbox-db.ts';
import { parseStoredAction } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

type Decided = 'approved' | 'declined';

export type RegistrationView = {
  readonly registration: Registration;
  /** Decided here, and on its way to the desk. */
  readonly underway: Decided | null;
  /** Decided here, and not taken: what it was to be, and the word with it. */
  readonly held: { readonly id: ActionId; readonly refusal: Refusal; readonly wanted: Decided; readonly reason: string } | null;
  /** The word that was typed and goes with no decision yet; empty for none. */
  readonly typed: string;
};

/** The newest first; null before the first reading has told what there is. */
export const observeRegistrations = (store: PersonStore): Live<readonly RegistrationView[] | null> => live(() => readRegistrations(store));

const prefix = 'registration/';

/** What was made here is read first: a row that is let go of in between is in the cache by then. */
export const readRegistrations = async ({ outbox, cache }: PersonStore): Promise<readonly RegistrationView[] | null> => {
  const { rows, drafts } = await outbox.transaction('r', outbox.actions, outbox.decisionDrafts, async () => ({
    rows: await outbox.actions.where('lane').startsWith(`record:${prefix}`).toArray(),
    drafts: await outbox.decisionDrafts.toArray(),
  }));
  const typedFor = ({ id }: Registration): string => drafts.find(({ registrationId }) => registrationId === id)?.reason ?? '';
  const said = await cache.transaction('r', cache.records, cache.meta, async () => ({
    registrations: (await cache.records.where('id').startsWith(prefix).toArray()).flatMap(({ body }) => open(registrationRecordSchema, body)),
    isCaughtUp: (await readCursor(cache))?.caughtUp === true,
  }));
  if (said.registrations.length === 0 && !said.isCaughtUp) return null;
  return said.registrations
    .map(({ body }): RegistrationView => ({ registration: body, underway: underwayIn(rows, body), held: heldIn(rows, body), typed: typedFor(body) }))
    .sort((one, other) => other.registration.at - one.registration.at);
};

const isAbout = (row: OutboxRow, { id }: Registration): boolean => row.lane === `record:${registrationKey(id)}`;

const underwayIn = (rows: readonly OutboxRow[], registration: Registration): RegistrationView['underway'] => {
  if (registration.decision) return null;
  const row = rows.find((one) => isAbout(one, registration) && one.state !== 'held');
  return (row && decidedIn(row)?.decided) ?? null;
};

const heldIn = (rows: readonly OutboxRow[], registration: Registration): RegistrationView['held'] => {
  const row = rows.find((one) => isAbout(one, registration) && one.state === 'held');
  const made = row && decidedIn(row);
  return row?.heldBecause && made ? { id: row.id, refusal: row.heldBecause, wanted: made.decided, reason: made.reason } : null;
};

const decidedIn = (row: OutboxRow): { readonly decided: Decided; readonly reason: string } | null => {
  const action = parseStoredAction(row);
  if (action?.kind !== 'approve-registration' && action?.kind !== 'decline-registration') return null;
  return { decided: action.kind === 'approve-registration' ? 'approved' : 'declined', reason: action.data.reason };
};
