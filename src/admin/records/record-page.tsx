/** One record of those that the desk keeps: its fields, what somebody else did meanwhile, and who changed what. */
import { A, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { saveRecord } from '../../actions/save-record.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import {
  keyOfChange,
  keyOfRecord,
  listedKinds,
  type DeskRecord,
  type RecordChange,
  type RecordKey,
  type RecordKind,
  type RecordSave,
} from '../../domain/records/desk-record.ts';
import { isForGood } from '../../domain/records/decide-record.ts';
import { namersOf, type Namer } from '../../domain/records/record-problem.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { RecordsView } from '../../store/observe/records.ts';
import { observeNamedBySettings } from '../../store/observe/settings.ts';
import { NotHereYet } from '../../ticket-parts/not-here-yet.tsx';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import '../../ui/back-link.css';
import { Registrations } from '../registrations.tsx';
import { blankRecord } from './blank-record.ts';
import { createKnownRecords, type KnownRecords } from './create-known-records.ts';
import { createRecordForm, type BodyOf } from './create-record-form.ts';
import { changedFields } from './changed-fields.ts';
import { HeldRecordCard } from './held-record-card.tsx';
import { Invitation } from './invitation.tsx';
import { GroupFields, PersonFields, PortalFields, RoleFields, RuleFields, StatusFields, TemplateFields, type FieldsOf } from './record-fields.tsx';
import { fieldWords, recordTitle, valueWords } from './record-words.ts';
import { SaveCard } from '../save-card.tsx';
import { SettingsWarning } from '../settings-warning.tsx';
import { UnknownRecord } from './unknown-record.tsx';
import './records.css';

/** Another record is another one of these. */
export const RecordPage = (props: { readonly key: RecordKey }): JSX.Element => {
  const { store } = useSignedIn();
  const known = createKnownRecords();
  const namedBySettings = createLive(observeNamedBySettings(store));
  const all = createMemo((): OneProps | null => {
    const [records, named] = [known(), namedBySettings()];
    return records && named ? { ...records, key: props.key, namedBySettingsOf: named.get(props.key) ?? [] } : null;
  });
  return (
    <Switch>
      <Match when={known() === null}>
        <NotHereYet />
      </Match>
      <Match when={all()}>{(one) => <OneRecord {...one()} />}</Match>
    </Switch>
  );
};

type OneProps = KnownRecords & {
  readonly key: RecordKey;
  /** Names of the partitions whose settings name it. */
  readonly namedBySettingsOf: readonly string[];
};

/** What each kind is edited with. */
const OneRecord = (props: OneProps): JSX.Element => (
  <Switch fallback={<UnknownRecord />}>
    <Match when={props.key.startsWith('group/')}>
      <Editor {...props} of="group" Fields={GroupFields} />
    </Match>
    <Match when={props.key.startsWith('call-template/')}>
      <Editor {...props} of="call-template" Fields={TemplateFields} />
    </Match>
    <Match when={props.key.startsWith('routing-rule/')}>
      <Editor {...props} of="routing-rule" Fields={RuleFields} />
    </Match>
    <Match when={props.key.startsWith('status/')}>
      <Editor {...props} of="status" Fields={StatusFields} />
    </Match>
    <Match when={props.key.startsWith('portal/')}>
      <Editor {...props} of="portal" Fields={PortalFields} />
    </Match>
    <Match when={props.key.startsWith('role/')}>
      <Editor {...props} of="role" Fields={RoleFields} />
    </Match>
    <Match when={props.key.startsWith('person/')}>
      <Editor {...props} of="person" Fields={PersonFields} />
    </Match>
  </Switch>
);

type EditorProps<Kind extends RecordKind> = OneProps & { readonly of: Kind; readonly Fields: FieldsOf<BodyOf<Kind>> };

const Editor = <Kind extends RecordKind>(props: EditorProps<Kind>): JSX.Element => {
  const { actions, person } = useSignedIn();
  const { of, key } = untrack(() => ({ of: props.of, key: props.key }));
  const id = key.slice(of.length + 1);
  const isNew = id === 'new';
  const said = createMemo((): BodyOf<Kind> | null => props.view.records[of].find((body) => body.id === id) ?? null);
  const stored = (): RecordChange | null => props.view.drafts.find((draft) => draft.key === key)?.change ?? null;
  const blank = untrack(() => blankRecord(of, actions.newId(), { partitionId: person.partitionId, count: props.view.records[of].length })) as BodyOf<Kind>;
  // It may have been taken away while it was open: what is typed stays, and saving makes it anew.
  const isThere = (): boolean => isNew || said() !== null || stored() !== null;
  return (
    <Show when={isThere()} fallback={<NotTaken view={props.view} partitions={props.partitions} key={key} />}>
      <RecordForm {...props} id={id} isNew={isNew} said={said()} blank={blank} stored={stored()} />
    </Show>
  );
};

/** A new one that the desk did not take is not there, and still here: it goes back into the form, or is discarded. */
const NotTaken = (props: KnownRecords & { readonly key: RecordKey }): JSX.Element => {
  const held = createMemo(() => props.view.held.filter(({ changes }) => changes.some((change) => keyOfChange(change) === props.key)));
  return (
    <Show when={held().length > 0} fallback={<UnknownRecord />}>
      <PageTitle>{t('admin.held.title')}</PageTitle>
      <For each={held()}>
        {(one) => (
          <HeldRecordCard
            held={one}
            view={props.view}
            partitions={props.partitions}
            what={titleIn(one.changes, props.key)}
            onTakeUp={() => announce(t('admin.held.back'))}
          />
        )}
      </For>
    </Show>
  );
};

const titleIn = (changes: readonly RecordChange[], key: RecordKey): string => {
  const change = changes.find((one) => keyOfChange(one) === key);
  return change ? recordTitle({ of: change.of, body: change.to ?? change.from } as DeskRecord) : '';
};

type RecordFormProps<Kind extends RecordKind> = EditorProps<Kind> & {
  readonly id: string;
  readonly isNew: boolean;
  readonly said: BodyOf<Kind> | null;
  readonly blank: BodyOf<Kind>;
  readonly stored: RecordChange | null;
};

const RecordForm = <Kind extends RecordKind>(props: RecordFormProps<Kind>): JSX.Element => {
  const navigate = useNavigate();
  const { of, key, isNew, blank, stored } = untrack(() => ({ of: props.of, key: props.key, isNew: props.isNew, blank: props.blank, stored: props.stored }));
  const partitionIds = createMemo(() => new Set<string>(props.partitions.map((partition) => partition.id)));
  const form = createRecordForm({
    of,
    said: () => props.said,
    blank,
    draft: stored,
    draftKey: key,
    records: () => props.view.records,
    partitionIds,
    namedBySettingsOf: () => props.namedBySettingsOf,
  });
  let element!: HTMLFormElement;
  const title = (): string => {
    const record = { of, body: form.body() } as DeskRecord;
    return (isNew || of === 'portal' ? '' : recordTitle(record)) || t(`records.new.${of}`);
  };
  const save = createOneTap(async () => {
    if (form.wanted().length === 0) return;
    const { id } = form.body();
    const outcome = await form.save();
    if (outcome === 'wrong') element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (outcome !== 'saved') return;
    announce(t('admin.saved'));
    if (isNew) navigate(`/admin/${of}/${encodeURIComponent(id)}`, { replace: true });
  }, 0);
  const saves = createMemo(() => props.view.saves.filter(({ change }) => keyOfChange(change) === key));
  const held = createMemo(() => props.view.held.filter(({ isImport, changes }) => !isImport && changes.some((change) => keyOfChange(change) === key)));
  /** By a save from here that waits, or as the log tells: one whose first save the desk did not take never was there. */
  const isTakenAway = (): boolean => form.isGone() && (props.view.waiting.has(key) || saves()[0]?.change.to === null);
  return (
    <div class="record-form stack-wide">
      <div class="stack">
        <For each={listedKinds.filter((kind) => kind === of)}>
          {(listed) => (
            <A class="back-link" href={`/admin/${of}`}>
              <Icon name="back" />
              {t(`records.many.${listed}`)}
            </A>
          )}
        </For>
        <PageTitle>{title()}</PageTitle>
      </div>
      <Show when={of === 'portal'}>
        <Registrations />
      </Show>
      <For each={held()}>
        {(held) => (
          <HeldRecordCard
            held={held}
            view={props.view}
            partitions={props.partitions}
            what={title()}
            onTakeUp={() => {
              for (const change of held.changes) form.takeUp(change);
              announce(t('admin.held.back'));
            }}
          />
        )}
      </For>
      <Show when={isTakenAway()}>
        <SettingsWarning role="status">{goneWords(saves()[0])}</SettingsWarning>
      </Show>
      <form
        ref={element}
        class="stack-wide"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="card stack">
          <props.Fields form={form} records={props.view.records} partitions={props.partitions} />
          <Show when={form.inTheWay().length > 0}>
            <SettingsWarning role="alert">{t('records.mustStay', { names: namerWords(form.inTheWay()) })}</SettingsWarning>
          </Show>
        </div>
        <SaveCard
          count={form.wanted().length}
          overtakenCount={form.overtakenCount()}
          isWaiting={props.view.waiting.has(key)}
          isBehind={held().length > 0}
          onPutBack={() => void form.putBack()}
        />
      </form>
      <Show when={props.said && !isForGood(of)}>
        <TakeAway record={{ of, body: props.said } as DeskRecord} view={props.view} namedBySettingsOf={props.namedBySettingsOf} />
      </Show>
      <Show when={of === 'person' && props.view.records.person.find((person) => person.id === props.id)}>
        {(person) => <Invitation person={person()} view={props.view} />}
      </Show>
      <Show when={!isNew}>
        <RecordLog saves={saves()} view={props.view} partitions={props.partitions} />
      </Show>
    </div>
  );
};

/** Not yet by anybody, where a save from here waits. */
const goneWords = (last: RecordSave | undefined): string => (last?.change.to === null ? t('records.goneBy', { name: last.by.name }) : t('records.gone'));

const namerWords = (namers: readonly Namer[]): string => namers.map(({ of, name }) => t(`records.namer.${of}`, { name })).join(', ');

/** Taking a record away is asked about, and not offered while others name it. */
const TakeAway = (props: { readonly record: DeskRecord; readonly view: RecordsView; readonly namedBySettingsOf: readonly string[] }): JSX.Element => {
  const { actions } = useSignedIn();
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  const namers = createMemo(() => namersOf(props.record.of, props.record.body.id, props.view.records, props.namedBySettingsOf));
  const takeAway = createOneTap(async () => {
    const { of, body } = props.record;
    const change = { of, from: body, to: null } as RecordChange;
    await saveRecord(actions, keyOfRecord(of, body.id), change);
    announce(t('records.takenAway', { name: recordTitle(props.record) }));
    navigate(`/admin/${of}`, { replace: true });
  });
  return (
    <>
      <Show when={namers().length === 0} fallback={<p class="soft">{t('records.usedBy', { names: namerWords(namers()) })}</p>}>
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {t('records.takeAway')}
        </button>
      </Show>
      <Show when={isAsking()}>
        <Dialog title={t('records.takeAwayTitle', { name: recordTitle(props.record) })} onClose={() => setAsking(false)}>
          <p>{t('records.takeAwayWords')}</p>
          <div class="dialog-actions">
            <button type="button" class="button quiet" onClick={() => setAsking(false)}>
              {t('records.keep')}
            </button>
            <button type="button" class="button danger" onClick={() => void takeAway()}>
              {t('records.takeAway')}
            </button>
          </div>
        </Dialog>
      </Show>
    </>
  );
};

/** Who changed what, and when: the newest first. */
const RecordLog = (props: KnownRecords & { readonly saves: RecordsView['saves'] }): JSX.Element => {
  const now = createNow(60_000);
  const words = (field: string, value: unknown): string => valueWords(field, value, { records: props.view.records, partitions: props.partitions });
  return (
    <section class="card stack" aria-labelledby="record-log">
      <h2 id="record-log">{t('admin.log')}</h2>
      <Show when={props.saves.length > 0} fallback={<p class="soft">{t('admin.logNone')}</p>}>
        <ul role="list" class="settings-log">
          <For each={props.saves}>
            {(save) => (
              <li class="stack">
                <strong>{t('admin.logBy', { name: save.by.name, when: formatWhen(save.at, now()) })}</strong>
                <Show when={!save.change.from || !save.change.to}>
                  <p>{t(save.change.to ? 'records.log.made' : 'records.log.takenAway')}</p>
                </Show>
                <ul>
                  <For each={changedFields(save.change)}>
                    {({ field, from, to }) => (
                      <li>
                        {t(save.change.from ? 'admin.logChange' : 'records.log.field', {
                          place: fieldWords(field),
                          from: words(field, from),
                          to: words(field, to),
                        })}
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};
