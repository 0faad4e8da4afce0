/** Everything that can be set, kept as it is typed and saved as a whole: what somebody else saves meanwhile is told beside it. */
import { createMemo, createSignal, For, onCleanup, untrack, type JSX } from 'solid-js';
import { keepSettingsDraft, saveSettings } from '../actions/save-settings.ts';
import { useSignedIn } from '../app-context.ts';
import type { DeskRecords } from '../domain/records/desk-record.ts';
import { valueAt, withChanges } from '../domain/settings/partition-settings.ts';
import { isSameValue, type SettingsChange, type SettingsPlace, type SettingsValue } from '../domain/settings/settings-place.ts';
import { seenAt } from '../domain/settings/told-value.ts';
import { nameableIn, placesAmiss, settingsProblem, type SettingsProblem } from '../domain/settings/settings-problem.ts';
import { t } from '../i18n/translate.ts';
import type { HeldSettings, SettingsPage } from '../store/observe/settings.ts';
import { announce } from '../ui/announcer.tsx';
import { createOneTap } from '../ui/create-one-tap.ts';
import { createSaveAsTyped } from '../ui/save-as-typed.ts';
import { TextField } from '../ui/text-field.tsx';
import { ChaseSettings } from './chase-settings.tsx';
import { ChatSettings } from './chat-settings.tsx';
import { HeldSettingsCard } from './held-settings-card.tsx';
import { RegistrationSettings } from './registration-settings.tsx';
import { SavingSettings } from './saving-settings.tsx';
import { createOvertaken } from './overtaken.tsx';
import { LookSettings } from './look-settings.tsx';
import { SaveCard } from './save-card.tsx';
import type { SettingsFields } from './settings-fields.ts';
import { SimpleStatusSettings } from './simple-status-settings.tsx';

export const SettingsForm = (props: { readonly page: SettingsPage; readonly records: DeskRecords }): JSX.Element => {
  const { actions } = useSignedIn();
  const partitionId = untrack(() => props.page.settings.id);
  const draft = untrack(() => props.page.draft);
  const [changes, setChanges] = createSignal<readonly SettingsChange[]>(draft?.changes ?? []);
  const [reason, setReason] = createSignal(draft?.reason ?? '');
  const [isRefused, setRefused] = createSignal(false);
  let form!: HTMLFormElement;

  const typed = createSaveAsTyped((_: 'draft', value: { readonly changes: readonly SettingsChange[]; readonly reason: string }) =>
    keepSettingsDraft(actions, partitionId, value),
  );
  onCleanup(() => void typed.flush());
  const keep = (): void => typed.change('draft', { changes: changes(), reason: reason() });

  const saidAt = (place: SettingsPlace): SettingsValue => valueAt(props.page.settings, place);
  const seen = (place: SettingsPlace): SettingsValue => seenAt(props.page.settings, place);
  const changeAt = (place: SettingsPlace): SettingsChange | undefined => changes().find((made) => made.place === place);
  const problemAt = (place: SettingsPlace, value: SettingsValue): SettingsProblem | null => settingsProblem(place, value, nameableIn(props.records));
  /** What would change something: another administrator may have wanted the same. */
  const wanted = createMemo(() => changes().filter(({ place, to }) => !isSameValue(to, saidAt(place))));
  const amiss = createMemo(() => placesAmiss(withChanges(props.page.settings, wanted())));
  /** What nobody changes here stops no save. */
  const problemHere = (place: SettingsPlace): SettingsProblem | null => {
    const made = wanted().find((change) => change.place === place);
    return (made ? problemAt(place, made.to) : null) ?? (amiss().includes(place) ? 'missing' : null);
  };
  const fields: SettingsFields = {
    valueOf: (place) => {
      const made = changeAt(place);
      return made ? made.to : saidAt(place);
    },
    change: (place, to) => {
      const from = changeAt(place)?.from ?? seen(place);
      const others = changes().filter((made) => made.place !== place);
      setChanges(isSameValue(to, saidAt(place)) ? others : [...others, { place, from, to }]);
      keep();
    },
    meanwhile: (place) => {
      const made = wanted().find((change) => change.place === place);
      return made && !isSameValue(made.from, seen(place)) ? saidAt(place) : undefined;
    },
    isRefused,
    problemOf: (place) => (isRefused() ? problemHere(place) : null),
    get records() {
      return props.records;
    },
  };
  const overtaken = createOvertaken(() => wanted().flatMap(({ place }) => (fields.meanwhile(place) === undefined ? [] : [{ field: place, now: seen(place) }])));
  const isReasonMissing = (): boolean => isRefused() && props.page.settings.asksForReason && reason().trim() === '';

  const empty = (): void => {
    setChanges([]);
    setReason('');
    setRefused(false);
    overtaken.forget();
  };
  const save = createOneTap(async () => {
    if (wanted().length === 0) return;
    setRefused(true);
    if (wanted().some(({ place }) => problemHere(place) !== null) || amiss().length > 0 || isReasonMissing()) {
      form.querySelector<HTMLElement>('[aria-invalid="true"], [data-amiss]')?.focus();
      return;
    }
    if (overtaken.lead()) return;
    // As it was seen when it was pressed: what comes while it is kept is for the desk to notice.
    const saved = { changes: wanted().map(({ place, to }) => ({ place, from: seen(place), to })), reason: reason() };
    await typed.flush();
    await saveSettings(actions, partitionId, saved);
    empty();
    announce(t('admin.saved'));
  }, 0);
  const putBack = async (): Promise<void> => {
    typed.change('draft', { changes: [], reason: '' });
    // What is gone from the page is gone from the disk.
    await typed.flush();
    empty();
  };
  const takeUp = (held: HeldSettings): void => {
    setReason((typedHere) => typedHere || held.reason);
    for (const { place, to } of held.changes) fields.change(place, to);
    announce(t('admin.held.back'));
  };

  return (
    <>
      <For each={props.page.held}>{(held) => <HeldSettingsCard held={held} nowAt={saidAt} records={props.records} onTakeUp={takeUp} />}</For>
      <form
        ref={form}
        class="stack-wide"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="settings-cards">
          <ChaseSettings kind="call" fields={fields} />
          <ChaseSettings kind="request" fields={fields} />
          <ChatSettings fields={fields} />
          <RegistrationSettings fields={fields} />
          <SimpleStatusSettings fields={fields} />
          <LookSettings fields={fields} />
          <SavingSettings fields={fields} />
        </div>
        <SaveCard
          count={wanted().length}
          overtakenCount={overtaken.count()}
          isWaiting={props.page.isWaiting}
          isBehind={props.page.held.length > 0}
          onPutBack={() => void putBack()}
        >
          <TextField
            label={t('admin.reason')}
            help={t('admin.reasonHelp')}
            name="reason"
            maxLength={500}
            value={reason()}
            required={props.page.settings.asksForReason}
            error={isReasonMissing() ? t('admin.reasonMissing') : null}
            onInput={(event) => {
              setReason(event.currentTarget.value);
              keep();
            }}
          />
        </SaveCard>
      </form>
    </>
  );
};
