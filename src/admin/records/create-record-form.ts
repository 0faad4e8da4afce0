/** What is typed about one record: kept as it is typed, laid over what the desk says by now, field by field. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import { keepRecordDraft, saveRecord } from '../../actions/save-record.ts';
import { useSignedIn } from '../../app-context.ts';
import { isSame, namersInTheWay } from '../../domain/records/decide-record.ts';
import type { DeskRecords, RecordChange, RecordKey, RecordKind } from '../../domain/records/desk-record.ts';
import type { FieldProblem } from '../../domain/records/field-problem.ts';
import { problemsOfRecord, type Namer } from '../../domain/records/record-problem.ts';
import { ticketStatuses } from '../../domain/ticket.ts';
import { deskStatusWords } from '../../ticket-parts/desk-status-words.ts';
import { fieldIn } from './changed-fields.ts';
import { tidied } from '../../domain/records/tidied.ts';
import { createSaveAsTyped } from '../../ui/save-as-typed.ts';
import { createOvertaken } from '../overtaken.tsx';

export type BodyOf<Kind extends RecordKind> = DeskRecords[Kind][number];

export type RecordForm<Body> = {
  readonly body: Accessor<Body>;
  readonly edit: (patch: Partial<Body>) => void;
  /** After a save that could not be: what is wrong with a field. */
  readonly problemOf: (field: string) => FieldProblem['problem'] | null;
  /** What the desk says by now, where somebody else changed the field that is changed here; undefined elsewhere. */
  readonly meanwhile: <Field extends keyof Body>(field: Field) => Body[Field] | undefined;
};

type Start<Kind extends RecordKind> = {
  readonly of: Kind;
  /** As the desk says it; null while it is not there. */
  readonly said: Accessor<BodyOf<Kind> | null>;
  /** What a new one begins as. */
  readonly blank: BodyOf<Kind>;
  readonly draft: RecordChange | null;
  readonly draftKey: RecordKey;
  readonly records: Accessor<DeskRecords>;
  readonly partitionIds: Accessor<ReadonlySet<string>>;
  /** Names of the partitions whose settings name it. */
  readonly namedBySettingsOf: Accessor<readonly string[]>;
};

export type SavableRecord<Body> = RecordForm<Body> & {
  /** Which fields would change something. */
  readonly wanted: Accessor<readonly string[]>;
  /** How many of them somebody else changed meanwhile. */
  readonly overtakenCount: Accessor<number>;
  /** What is wrong is then said at its field; whoever was overtaken is led there, and may save then. */
  readonly save: () => Promise<'saved' | 'wrong' | 'overtaken' | 'in-use'>;
  /** After a save that could not be: those because of which it has to stay what it is. */
  readonly inTheWay: Accessor<readonly Namer[]>;
  readonly putBack: () => Promise<void>;
  /** Taken away while it was typed in: saving makes it anew. */
  readonly isGone: Accessor<boolean>;
  /** Held words come back over what is typed. */
  readonly takeUp: (change: RecordChange) => void;
};

const phaseNames = (): readonly string[] => ticketStatuses.map((status) => deskStatusWords({ status }));

export const createRecordForm = <Kind extends RecordKind>(start: Start<Kind>): SavableRecord<BodyOf<Kind>> => {
  const { of, said, blank, draft, draftKey, records, partitionIds, namedBySettingsOf } = start;
  type Body = BodyOf<Kind>;
  const { actions, person } = useSignedIn();
  const [edits, setEdits] = createSignal<Partial<Body>>(draft ? editsIn(draft as BodyChange<Body>) : {});
  const [base, setBase] = createSignal<Body | null>(draft ? (draft.from as Body | null) : said());
  const [isRefused, setRefused] = createSignal(false);

  /** What is typed is laid over it: of one that was taken away meanwhile, over what it was. */
  const beneath = (): Body => said() ?? base() ?? blank;
  const body = createMemo((): Body => ({ ...beneath(), ...edits() }));
  const change = (from: Body | null): RecordChange => ({ of, from, to: body() }) as RecordChange;
  const isChanged = (field: string): boolean => field !== 'id' && !isSame(fieldIn(beneath(), field), fieldIn(body(), field));
  const wanted = createMemo(() => Object.keys(edits()).filter(isChanged));
  const meanwhile = <Field extends keyof Body>(field: Field): Body[Field] | undefined => {
    const [now, before] = [said(), base()];
    if (!now || !before || !(field in edits()) || isSame(now[field], before[field]) || isSame(now[field], body()[field])) return undefined;
    return now[field];
  };
  const overtaken = createOvertaken(() =>
    wanted().flatMap((field) => {
      const now = meanwhile(field as keyof Body);
      return now === undefined ? [] : [{ field, now }];
    }),
  );
  const problems = createMemo(() => problemsOfRecord(change(said()), records(), { actor: person, partitionIds: partitionIds(), phaseNames: phaseNames() }));
  const inTheWay = createMemo(() => namersInTheWay(change(said()), records(), namedBySettingsOf()));

  const typed = createSaveAsTyped((_: 'draft', kept: RecordChange | null) => keepRecordDraft(actions, draftKey, kept));
  onCleanup(() => void typed.flush());
  /** What was typed, and nothing else: what the desk says by now in another field is not anybody's here. */
  const typedChange = (): RecordChange => ({ of, from: base(), to: { ...(base() ?? blank), ...edits() } }) as RecordChange;
  const keep = (): void => typed.change('draft', wanted().length === 0 ? null : typedChange());
  const edit = (patch: Partial<Body>): void => {
    setBase(() => seenWith(patch));
    setEdits(() => unlike(beneath(), { ...edits(), ...patch }));
    keep();
  };
  /** Each field as it was when it was first typed in: only what comes after that is changed meanwhile. */
  const seenWith = (patch: Partial<Body>): Body | null => {
    const [now, before] = [said() ?? base(), base()];
    if (!now || !before || Object.keys(edits()).length === 0) return now;
    const firstTyped = Object.entries(now).filter(([field]) => field in patch && !(field in edits()));
    return { ...before, ...Object.fromEntries(firstTyped) };
  };
  const empty = (): void => {
    setEdits(() => ({}));
    setBase(() => said() ?? base());
    setRefused(false);
    overtaken.forget();
  };
  return {
    body,
    wanted,
    edit,
    problemOf: (field) => (isRefused() ? (problems().find((problem) => problem.field === field)?.problem ?? null) : null),
    inTheWay: () => (isRefused() ? inTheWay() : []),
    meanwhile,
    overtakenCount: overtaken.count,
    save: async () => {
      setRefused(true);
      if (problems().length > 0) return 'wrong';
      if (overtaken.lead()) return 'overtaken';
      if (inTheWay().length > 0) return 'in-use';
      // As it was seen when it was pressed: what comes while it is kept is for the desk to notice.
      const saved = tidied(change(said()));
      await typed.flush();
      await saveRecord(actions, draftKey, saved);
      empty();
      return 'saved';
    },
    putBack: async () => {
      typed.change('draft', null);
      // What is gone from the page is gone from the disk.
      await typed.flush();
      empty();
    },
    isGone: () => said() === null && base() !== null,
    takeUp: (held) => edit(editsIn(held as BodyChange<Body>)),
  };
};

type BodyChange<Body> = { readonly from: Body | null; readonly to: Body | null };

/** The fields that a change is about. */
const editsIn = <Body extends object>({ from, to }: BodyChange<Body>): Partial<Body> => unlike(from, to ?? {});

/** What is put back by hand is typed no more. */
const unlike = <Body extends object>(body: Body | null, edits: Partial<Body>): Partial<Body> =>
  Object.fromEntries(Object.entries(edits).filter(([field, value]) => body === null || !isSame(fieldIn(body, field), value))) as Partial<Body>;
