/** May this record be saved, and what comes of it: enforced by the backend, foretold on the page. */
import type { ActionOf } from '../action.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { chaseStatusesFor } from '../settings/chase-settings.ts';
import { keyOfChange, type DeskRecords, type RecordChange, type RecordKind, type RecordSave } from './desk-record.ts';
import { namersOf, problemsOfRecord, type Namer } from './record-problem.ts';
import { tidied } from './tidied.ts';

export type RecordScene = {
  readonly actor: Person;
  /** The record as it is; null where there is none. */
  readonly current: RecordChange['to'];
  /** The last save of it. */
  readonly lastSave: Pick<RecordSave, 'at' | 'by'> | null;
  readonly known: DeskRecords;
  readonly partitionIds: ReadonlySet<string>;
  /** Names of the partitions whose settings name it. */
  readonly namedBySettingsOf: readonly string[];
  readonly now: Instant;
};

/** Two who save the same record: the second is told, and what they wrote is kept on their device. */
export const decideRecord = (scene: RecordScene, action: ActionOf<'save-record'>): Result<RecordSave, Refusal> => {
  const { actor, current, lastSave, known, now } = scene;
  const change = tidied(action.data.change);
  if (!actor.rights.includes('self-service-portal-setup')) return no({ kind: 'not-allowed' });
  if (keyOfChange(change) !== action.subject.id) return no({ kind: 'not-found' });
  if (!isSame(current, change.from) && !isSame(current, change.to)) return no({ kind: 'record-changed', by: lastSave?.by.name ?? '', at: lastSave?.at ?? now });
  const inTheWay = namersInTheWay(change, known, scene.namedBySettingsOf);
  if (inTheWay.length > 0) return no({ kind: 'record-in-use', by: inTheWay.map(({ name }) => name) });
  if (change.to === null && isForGood(change.of)) return no({ kind: 'not-allowed' });
  const problems = problemsOfRecord(change, known, scene);
  if (problems.length > 0) return no({ kind: 'record-not-accepted', problems });
  return ok({ id: action.id, at: now, by: { id: actor.id, name: actor.name }, change });
};

/** Those because of which it has to stay what it is. */
export const namersInTheWay = (change: RecordChange, known: DeskRecords, namedBySettingsOf: readonly string[]): readonly Namer[] =>
  isAnotherThing(change) ? namersOf(change.of, change.from?.id ?? '', known, namedBySettingsOf) : [];

/** Whoever names it would name nothing any more, or what they could not have chosen: a chase sets an open status of its own kind. */
const isAnotherThing = (change: RecordChange): boolean =>
  change.to === null || (change.of === 'status' && change.from !== null && chaseStatusesFor(change.from.for, [change.to]).length === 0);

/** People and roles stay: tickets name the ones, and what somebody may follows from the others. */
export const isForGood = (of: RecordKind): boolean => of === 'person' || of === 'role' || of === 'portal';

/** Whatever the order in which their parts were written down. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
