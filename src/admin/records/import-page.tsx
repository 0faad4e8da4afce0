/** People from a spreadsheet: read here, every bad line told, and taken as a whole or not at all. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import { savePeople } from '../../actions/save-record.ts';
import { useSignedIn } from '../../app-context.ts';
import { csvOf } from '../../domain/csv.ts';
import type { ActionId, PersonId } from '../../domain/ids.ts';
import { roles } from '../../domain/person.ts';
import type { FieldProblem } from '../../domain/records/field-problem.ts';
import { keyOfChange, type PersonChange, type RecordKey } from '../../domain/records/desk-record.ts';
import { mostPeople, peopleColumns, readPeople, type BadLine, type LineProblem, type ReadPeople } from '../../domain/records/read-people.ts';
import { t } from '../../i18n/translate.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { saveAsFile } from '../../ui/save-as-file.ts';
import '../../ui/back-link.css';
import '../../ui/choice.css';
import { createKnownRecords, type KnownRecords } from './create-known-records.ts';
import { HeldRecordCard } from './held-record-card.tsx';
import { fieldWords, partitionName, problemWords } from './record-words.ts';
import { SettingsWarning } from '../settings-warning.tsx';
import './records.css';

export const ImportPage = (): JSX.Element => {
  const known = createKnownRecords();
  return (
    <Switch>
      <Match when={known() === null}>
        <NotHereYet />
      </Match>
      <Match when={known()}>{(all) => <Import view={all().view} partitions={all().partitions} />}</Match>
    </Switch>
  );
};

/** UTF-8 where it is that, and else what spreadsheets on Windows write. */
const textOf = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

type File = { readonly name: string; readonly rows: readonly (readonly string[])[]; readonly brokenRows: ReadonlySet<number> };

const Import = (props: KnownRecords): JSX.Element => {
  const { actions, person } = useSignedIn();
  const [file, setFile] = createSignal<File | null>(null);
  const [isUnreadable, setUnreadable] = createSignal(false);
  const [isInviting, setInviting] = createSignal(false);
  const [taken, setTaken] = createSignal<Taken | null>(null);
  const read = createMemo((): ReadPeople | null => {
    const chosen = file();
    const known = { records: props.view.records, partitions: props.partitions, actor: person, newId: actions.newId };
    return chosen && readPeople(chosen.rows, known, chosen.brokenRows);
  });
  const choose = async (chosen: globalThis.File | undefined): Promise<void> => {
    if (!chosen) return;
    setUnreadable(false);
    setTaken(null);
    setInviting(false);
    try {
      const { parse } = await import('papaparse');
      const { data, errors } = parse<string[]>(textOf(await chosen.arrayBuffer()));
      // That it cannot guess what parts the cells is no fault: the names of the columns tell whether it guessed well.
      const brokenRows = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
      setFile({ name: chosen.name, rows: data, brokenRows });
    } catch {
      setFile(null);
      setUnreadable(true);
    }
  };
  const take = createOneTap(async () => {
    const people = read();
    if (people?.kind !== 'read' || people.bad.length > 0 || people.changes.length === 0) return;
    const invited = isInviting() ? newIn(people.changes) : [];
    const id = await savePeople(actions, people.changes, invited);
    setTaken({ id, keys: people.changes.map(keyOfChange), letters: invited.length });
  });
  /** What comes back is on its way no more. */
  const onTheWay = (): Taken | null => (props.view.held.some(({ id }) => id === taken()?.id) ? null : taken());
  const isWaiting = ({ keys }: Taken): boolean => keys.every((key) => props.view.waiting.has(key));
  const isBehind = (known: Taken): boolean => isWaiting(known) && props.view.held.some(({ id, isImport }) => isImport && id !== known.id);
  return (
    <div class="record-form stack-wide">
      <div class="stack">
        <A class="back-link" href="/admin/person">
          <Icon name="back" />
          {t('records.many.person')}
        </A>
        <PageTitle>{t('import.title')}</PageTitle>
        <p class="soft">{t('import.words')}</p>
      </div>
      <For each={props.view.held.filter(({ isImport }) => isImport)}>
        {(held) => <HeldRecordCard held={held} view={props.view} partitions={props.partitions} what={t('sync.item.save-people')} />}
      </For>
      <section class="card stack" aria-labelledby="import-file">
        <h2 id="import-file">{t('import.file')}</h2>
        <p>{t('import.columns', { columns: peopleColumns.join(', '), count: mostPeople })}</p>
        <p>{t('import.roles', { roles: roles.join(', ') })}</p>
        <div class="row wrap">
          <label class="button primary import-choose">
            {t(file() ? 'import.chooseAgain' : 'import.choose')}
            <input
              type="file"
              class="visually-hidden"
              accept=".csv,text/csv,text/plain"
              onChange={(event) => {
                void choose(event.currentTarget.files?.[0]);
                // The same file can be chosen again, once it is mended.
                event.currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" class="button" onClick={() => saveAsFile(t('import.sampleFile'), new Blob([sampleOf(props)], { type: 'text/csv' }))}>
            {t('import.sample')}
          </button>
        </div>
        <Show when={isUnreadable()}>
          <p class="field-error" role="alert">
            <Icon name="alert" />
            <span>{t('import.unreadable')}</span>
          </p>
        </Show>
      </section>
      <Show when={read()}>
        {(people) => (
          <section class="card stack" aria-labelledby="import-read" aria-live="polite">
            <h2 id="import-read">{file()?.name}</h2>
            <Show when={onTheWay()} fallback={<WhatWasRead people={people()} isInviting={isInviting()} onInvite={setInviting} onTake={() => void take()} />}>
              {(known) => <WhatWasTaken taken={known()} isBehind={isBehind(known())} />}
            </Show>
          </section>
        )}
      </Show>
    </div>
  );
};

/** An import of this page, until another file is chosen. */
type Taken = { readonly id: ActionId; readonly keys: readonly RecordKey[]; readonly letters: number };

/** `isBehind`: it waits behind one that the desk did not take. */
const WhatWasTaken = (props: { readonly taken: Taken; readonly isBehind: boolean }): JSX.Element => {
  let link!: HTMLAnchorElement;
  // The button that was pressed is gone.
  onMount(() => link.focus());
  return (
    <>
      <p>
        {props.isBehind ? t('admin.waitingBehind') : t('import.taken', { count: props.taken.keys.length })}
        <Show when={props.taken.letters}>{(count) => ` ${t('import.letters', { count: count() })}`}</Show>
      </p>
      <A ref={link} class="button primary" href="/admin/person">
        {t('import.see')}
      </A>
    </>
  );
};

type ReadProps = { readonly people: ReadPeople; readonly isInviting: boolean; readonly onInvite: (on: boolean) => void; readonly onTake: () => void };

const WhatWasRead = (props: ReadProps): JSX.Element => {
  const as = <Kind extends ReadPeople['kind']>(kind: Kind): Extract<ReadPeople, { kind: Kind }> | null =>
    props.people.kind === kind ? (props.people as Extract<ReadPeople, { kind: Kind }>) : null;
  return (
    <Switch>
      <Match when={as('no-columns')}>{(people) => <p>{t('import.noColumns', { columns: people().missing.join(', ') })}</p>}</Match>
      <Match when={as('too-many')}>{(people) => <p>{t('import.tooMany', { count: people().count, most: mostPeople })}</p>}</Match>
      <Match when={as('read')}>
        {(people) => (
          <>
            {/* While one line is bad nothing of it would be taken. */}
            <Show when={people().bad.length === 0} fallback={<BadLines bad={people().bad} />}>
              <p>{summaryWords(people())}</p>
              <Show when={newIn(people().changes).length}>
                {(count) => (
                  <label class="choice">
                    <input type="checkbox" checked={props.isInviting} onChange={(event) => props.onInvite(event.currentTarget.checked)} />
                    <span>
                      {t('import.invite')}
                      <small>{t('import.inviteWords', { count: count() })}</small>
                    </span>
                  </label>
                )}
              </Show>
              <button type="button" class="button primary" aria-disabled={people().changes.length === 0} onClick={() => props.onTake()}>
                {t('import.take', { count: people().changes.length })}
              </button>
            </Show>
          </>
        )}
      </Match>
    </Switch>
  );
};

const summaryWords = ({ changes, same }: Extract<ReadPeople, { kind: 'read' }>): string => {
  const added = newIn(changes).length;
  return [t('import.new', { count: added }), t('import.changed', { count: changes.length - added }), t('import.same', { count: same })].join(' · ');
};

const newIn = (changes: readonly PersonChange[]): readonly PersonId[] => changes.flatMap(({ from, to }) => (from === null && to ? to.id : []));

/** So many are shown: whoever has more has one mistake in all of them. */
const mostShown = 100;

const BadLines = (props: { readonly bad: readonly BadLine[] }): JSX.Element => (
  <>
    <SettingsWarning role="alert">{t('import.bad', { count: props.bad.length })}</SettingsWarning>
    <ul>
      <For each={props.bad.slice(0, mostShown)}>
        {({ line, problems }) => <li>{t('import.line', { line, problems: problems.map(lineProblemWords).join(' ') })}</li>}
      </For>
    </ul>
    <Show when={props.bad.length > mostShown}>
      <p class="soft">{t('import.more', { count: props.bad.length - mostShown })}</p>
    </Show>
  </>
);

const lineProblemWords = (problem: LineProblem): string => {
  switch (problem.kind) {
    case 'quote':
      return t('import.problem.quote');
    case 'beyond':
    case 'twice':
      return t(`import.problem.${problem.kind}`, { value: problem.value });
    case 'partition':
    case 'role':
      return `${unknownWords(problem)} ${t('import.problem.known', { count: problem.known.length, known: problem.known.join(', ') })}`;
    case 'field':
      return fieldProblemWords(problem.field, problem.problem);
  }
};

/** A role need not be said, a partition must. */
const unknownWords = ({ kind, value }: Extract<LineProblem, { readonly known: readonly string[] }>): string =>
  value === '' ? fieldProblemWords('partitionId', 'missing') : t(`import.problem.${kind}`, { value });

const fieldProblemWords = (field: string, problem: FieldProblem['problem']): string => `${fieldWords(field)}: ${problemWords(problem, field) ?? ''}`;

/** The people there are, as a file to begin with: no column could say of whoever has left that they have. */
const sampleOf = ({ view, partitions }: KnownRecords): string =>
  csvOf([
    peopleColumns,
    ...view.records.person
      .filter(({ hasLeft }) => !hasLeft)
      .map(({ name, email, userName, partitionId, roles }) => [name, email, userName, partitionName(partitionId, partitions), roles.join('; ')]),
  ]);
