/** May these people be saved together? All of them, or none: the rule of a single one, held against all of them as they will be. */
import type { ActionOf } from '../action.ts';
import type { ActionId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isSame } from './decide-record.ts';
import { withPeople, type DeskRecords, type PersonChange, type RecordSave } from './desk-record.ts';
import { problemsOfRecord } from './record-problem.ts';
import { tidied } from './tidied.ts';

type PeopleScene = {
  readonly actor: Person;
  readonly known: DeskRecords;
  readonly partitionIds: ReadonlySet<string>;
  readonly now: Instant;
  /** Each save of a person is a line of the log; the first one has the id of the action. */
  readonly newId: () => ActionId;
};

export const decidePeople = (scene: PeopleScene, action: ActionOf<'save-people'>): Result<readonly RecordSave[], Refusal> => {
  const { actor, known, now, newId } = scene;
  if (!actor.rights.includes('self-service-portal-setup')) return no({ kind: 'not-allowed' });
  const changes = action.data.changes.map(tidied);
  const together = withPeople(
    known,
    changes.flatMap(({ to }) => to ?? []),
  );
  const wrong = changes.filter(
    (change, index) => isOvertaken(change, known) || isTwice(changes, index) || problemsOfRecord(change, together, scene).length > 0,
  );
  if (wrong.length > 0) return no({ kind: 'people-not-accepted', names: wrong.slice(0, mostNamed).map(({ from, to }) => (to ?? from)?.name ?? '') });
  const by = { id: actor.id, name: actor.name };
  return ok(changes.map((change, index) => ({ id: index === 0 ? action.id : newId(), at: now, by, change })));
};

/** So many are named that somebody can look after them. */
const mostNamed = 10;

const isOvertaken = ({ from, to }: PersonChange, { person }: DeskRecords): boolean => {
  const current = person.find(({ id }) => id === (to ?? from)?.id) ?? null;
  return to === null || (!isSame(current, from) && !isSame(current, to));
};

const isTwice = (changes: readonly PersonChange[], index: number): boolean => changes.findIndex(({ to }) => to?.id === changes[index]?.to?.id) < index;
