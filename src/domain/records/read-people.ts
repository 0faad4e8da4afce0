/** People out of a table: every line is understood, or it is said what is wrong with it. Nothing is imported by halves. */
import type { PartitionId, PersonId } from '../ids.ts';
import type { Person, Role } from '../person.ts';
import { roles } from '../person.ts';
import { isSame } from './decide-record.ts';
import { withPeople, type DeskRecords, type PersonChange, type PersonRecord } from './desk-record.ts';
import { problemsOfRecord } from './record-problem.ts';

export const peopleColumns = ['name', 'e-mail', 'user name', 'partition', 'roles'] as const;
type Column = (typeof peopleColumns)[number];

/** So many in one file: it travels as one, and is taken as a whole or not at all. */
export const mostPeople = 1_000;

export type LineProblem =
  | { readonly kind: 'quote' }
  | { readonly kind: 'beyond'; readonly value: string }
  /** `known` are those that there are, as the column takes them. */
  | { readonly kind: 'partition' | 'role'; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'twice'; readonly value: string }
  | { readonly kind: 'field'; readonly field: string; readonly problem: ReturnType<typeof problemsOfRecord>[number]['problem'] };

/** `line` counts as spreadsheets do: the names of the columns are line 1. */
export type BadLine = { readonly line: number; readonly problems: readonly LineProblem[] };

export type ReadPeople =
  | { readonly kind: 'no-columns'; readonly missing: readonly Column[] }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'read'; readonly changes: readonly PersonChange[]; readonly same: number; readonly bad: readonly BadLine[] };

type Known = {
  readonly records: DeskRecords;
  readonly partitions: readonly { readonly id: PartitionId; readonly name: string }[];
  readonly actor: Pick<Person, 'id'>;
  readonly newId: () => string;
};

/**
 * Whoever has a user name that is known is changed, whoever has not is new. Partitions and roles are read by name or id.
 * A broken quote swallows the lines that follow it: while there is one, nothing else is known of the file.
 */
export const readPeople = (rows: readonly (readonly string[])[], known: Known, brokenRows: ReadonlySet<number> = new Set()): ReadPeople => {
  if (brokenRows.size > 0) {
    return { kind: 'read', changes: [], same: 0, bad: [...brokenRows].map((row) => ({ line: lineOf(row), problems: [{ kind: 'quote' }] })) };
  }
  const [head = [], ...rest] = rows;
  const lines = rest.map((cells, index) => ({ cells, line: lineOf(index + 1) })).filter(({ cells }) => cells.some((text) => text.trim() !== ''));
  const places = new Map(head.map((title, place) => [columnOf(title), place]));
  const missing = peopleColumns.filter((column) => column !== 'roles' && !places.has(column));
  if (missing.length > 0) return { kind: 'no-columns', missing };
  if (lines.length > mostPeople) return { kind: 'too-many', count: lines.length };
  const cell = (cells: readonly string[], column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? '';
  const columns = head.findLastIndex((title) => title.trim() !== '') + 1;
  const read = lines.map(({ cells, line }) => ({ ...readLine((column) => cell(cells, column), known), beyond: filledIn(cells.slice(columns)), line }));
  const together = withPeople(
    known.records,
    read.map(({ to }) => to),
  );
  const surroundings = { actor: known.actor, partitionIds: new Set<string>(known.partitions.map(({ id }) => id)) };
  const bad = read.flatMap(({ from, to, problems, beyond, line }, index): readonly BadLine[] => {
    const isTwice = isNamedBefore(read, index);
    const fields = problemsOfRecord({ of: 'person', from, to }, together, surroundings)
      // That a user name stands in the file twice is said where it stands again.
      .filter(({ field, problem }) => field !== 'userName' || problem !== 'taken' || countOf(read, to) === 1)
      // Of a partition or a role that was not understood it is said what was read.
      .filter(({ field }) => !['roles', 'partitionId'].includes(field) || problems.length === 0)
      .map((problem): LineProblem => ({ kind: 'field', ...problem }));
    const all: readonly LineProblem[] = [
      ...(beyond.length > 0 ? [{ kind: 'beyond' as const, value: beyond.join(', ') }] : []),
      ...problems,
      ...(isTwice ? [{ kind: 'twice' as const, value: to.userName }] : []),
      ...fields,
    ];
    return all.length === 0 ? [] : [{ line, problems: all }];
  });
  const changes = read.filter(({ from, to }) => !isSame(from, to)).map(({ from, to }): PersonChange => ({ of: 'person', from, to }));
  return { kind: 'read', changes, same: read.length - changes.length, bad };
};

/** Rows are counted from nought, lines from one. */
const lineOf = (row: number): number => row + 1;

const filledIn = (cells: readonly string[]): readonly string[] => cells.map((text) => text.trim()).filter((text) => text !== '');

type ReadLine = { readonly from: PersonRecord | null; readonly to: PersonRecord; readonly problems: readonly LineProblem[] };

const countOf = (read: readonly ReadLine[], { userName }: PersonRecord): number =>
  userName === '' ? 1 : read.filter(({ to }) => to.userName === userName).length;

const isNamedBefore = (read: readonly ReadLine[], index: number): boolean => {
  const userName = read[index]?.to.userName ?? '';
  return userName !== '' && read.findIndex(({ to }) => to.userName === userName) < index;
};

const readLine = (cell: (column: Column) => string, { records, partitions, newId }: Known): ReadLine => {
  const userName = cell('user name').toLowerCase();
  const from = records.person.find((person) => person.userName.toLowerCase() === userName) ?? null;
  const partition = partitions.find(({ id, name }) => isNamed(cell('partition'), id, name));
  const wanted = cell('roles')
    .split(/[;,|]/)
    .map((role) => role.trim())
    .filter((role) => role !== '');
  const unknown = wanted.filter((role) => !roleOf(role));
  const to: PersonRecord = {
    id: from?.id ?? (newId() as PersonId),
    name: cell('name'),
    email: cell('e-mail'),
    partitionId: partition?.id ?? from?.partitionId ?? ('' as PartitionId),
    roles: wanted.length === 0 ? (from?.roles ?? ['employee']) : roles.filter((role) => wanted.some((word) => roleOf(word) === role)),
    userName,
    hasLeft: from?.hasLeft ?? false,
  };
  return {
    from,
    to,
    problems: [
      ...(partition ? [] : [{ kind: 'partition' as const, value: cell('partition'), known: partitions.map(({ name }) => name) }]),
      ...unknown.map((value) => ({ kind: 'role' as const, value, known: roles })),
    ],
  };
};

const roleOf = (word: string): Role | undefined => roles.find((role) => isNamed(word, role, role.replace('-', ' ')));

const isNamed = (word: string, ...names: readonly string[]): boolean => names.some((name) => name.toLowerCase() === word.toLowerCase());

/** `User-Name` is the same as `user name`. */
const columnOf = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/^e ?mail$/, 'e-mail')
    .replace(/^username$/, 'user name');
