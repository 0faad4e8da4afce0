/** The fields of each kind of record. */
import { createSignal, createUniqueId, For, Show, type Component, type JSX } from 'solid-js';
import type { PartitionId } from '../../domain/ids.ts';
import { roles } from '../../domain/person.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import type { Recipient } from '../../domain/records/recipient.ts';
import { isAnalyst } from '../../domain/records/record-problem.ts';
import { rights } from '../../domain/rights.ts';
import { callTypes, priorities, ticketSources } from '../../domain/call.ts';
import { simpleStatusWarning, type SimpleStatusWarning } from '../../domain/settings/simple-status.ts';
import { simpleStatuses, ticketStatuses, type SimpleStatus } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import { byName } from '../../store/observe/records.ts';
import type { KnownPartition } from '../../store/observe/settings.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PeopleField } from '../people-field.tsx';
import '../../ui/choice.css';
import type { BodyOf, RecordForm } from './create-record-form.ts';
import { problemWords, recipientWords, simpleWords, valueWords } from './record-words.ts';
import { OvertakenWarning } from '../overtaken.tsx';
import { SettingsWarning } from '../settings-warning.tsx';

type FieldsProps<Body> = {
  readonly form: RecordForm<Body>;
  readonly records: DeskRecords;
  readonly partitions: readonly KnownPartition[];
};
export type FieldsOf<Body> = Component<FieldsProps<Body>>;

export const GroupFields: FieldsOf<BodyOf<'group'>> = (props) => (
  <>
    <NameField {...props} />
    <PeopleField
      label={t('field.memberIds')}
      help={t('field.memberIdsHelp')}
      everybody={byName(props.records, 'person')}
      canBe={({ id }) => isAnalyst(props.records, id)}
      lost={t('field.memberIdsLost')}
      chosen={props.form.body().memberIds}
      error={problemWords(props.form.problemOf('memberIds'))}
      onChange={(memberIds) => props.form.edit({ memberIds })}
    />
    <Meanwhile {...props} field="memberIds" />
  </>
);

export const TemplateFields: FieldsOf<BodyOf<'call-template'>> = (props) => (
  <>
    <NameField {...props} />
    <TextField
      label={t('field.subject')}
      help={t('field.subjectHelp')}
      name="subject"
      value={props.form.body().subject}
      error={problemWords(props.form.problemOf('subject'))}
      onInput={(event) => props.form.edit({ subject: event.currentTarget.value })}
    />
    <Meanwhile {...props} field="subject" />
    <SelectField
      label={t('field.callType')}
      name="callType"
      value={props.form.body().callType}
      options={callTypes.map((type) => ({ value: type, words: t(`callType.${type}`) }))}
      onChange={(chosen) => props.form.edit({ callType: oneOf(callTypes, chosen) ?? 'fault' })}
    />
    <Meanwhile {...props} field="callType" />
    <SelectField
      label={t('field.priority')}
      name="priority"
      value={props.form.body().priority}
      options={priorities.map((priority) => ({ value: priority, words: t(`priority.${priority}`) }))}
      onChange={(chosen) => props.form.edit({ priority: oneOf(priorities, chosen) ?? 'normal' })}
    />
    <Meanwhile {...props} field="priority" />
    <RecipientField
      recipient={props.form.body().recipient}
      records={props.records}
      help={t('field.recipientHelp')}
      error={problemWords(props.form.problemOf('recipient'))}
      none={t('records.recipient.nobody')}
      onChange={(recipient) => props.form.edit({ recipient })}
    />
    <Meanwhile {...props} field="recipient" />
  </>
);

export const RuleFields: FieldsOf<BodyOf<'routing-rule'>> = (props) => {
  const when = (): BodyOf<'routing-rule'>['when'] => props.form.body().when;
  const ask = (patch: Partial<BodyOf<'routing-rule'>['when']>): void => props.form.edit({ when: { ...when(), ...patch } });
  return (
    <>
      <NameField {...props} />
      <TextField
        label={t('field.rank')}
        help={t('field.rankHelp')}
        name="rank"
        inputmode="numeric"
        value={Number.isNaN(props.form.body().rank) ? '' : String(props.form.body().rank)}
        error={problemWords(props.form.problemOf('rank'))}
        onInput={(event) => props.form.edit({ rank: /^\s*\d{1,6}\s*$/.test(event.currentTarget.value) ? Number(event.currentTarget.value) : -1 })}
      />
      <Meanwhile {...props} field="rank" />
      <fieldset class="record-choices">
        <legend>{t('field.when')}</legend>
        <small>{t('field.whenHelp')}</small>
        <div class="record-pairs">
          <SelectField
            label={t('field.source')}
            name="source"
            value={when().source ?? ''}
            options={[any(), ...ticketSources.map((source) => ({ value: source, words: t(`source.${source}`) }))]}
            onChange={(chosen) => ask({ source: oneOf(ticketSources, chosen) })}
          />
          <SelectField
            label={t('field.partitionId')}
            name="partitionId"
            value={when().partitionId ?? ''}
            options={[any(), ...props.partitions.map(({ id, name }) => ({ value: id, words: name }))]}
            error={problemWords(props.form.problemOf('when'))}
            onChange={(chosen) => ask({ partitionId: (chosen || null) as PartitionId | null })}
          />
          <SelectField
            label={t('field.callType')}
            name="callType"
            value={when().callType ?? ''}
            options={[any(), ...callTypes.map((type) => ({ value: type, words: t(`callType.${type}`) }))]}
            onChange={(chosen) => ask({ callType: oneOf(callTypes, chosen) })}
          />
          <SelectField
            label={t('field.priority')}
            name="priority"
            value={when().priority ?? ''}
            options={[any(), ...priorities.map((priority) => ({ value: priority, words: t(`priority.${priority}`) }))]}
            onChange={(chosen) => ask({ priority: oneOf(priorities, chosen) })}
          />
        </div>
        <TextField
          label={t('field.contains')}
          help={t('field.containsHelp')}
          name="contains"
          value={when().contains}
          error={problemWords(props.form.problemOf('contains'))}
          onInput={(event) => ask({ contains: event.currentTarget.value })}
        />
        <Meanwhile {...props} field="when" />
      </fieldset>
      <RecipientField
        recipient={props.form.body().recipient}
        records={props.records}
        help={t('field.ruleRecipientHelp')}
        error={problemWords(props.form.problemOf('recipient'))}
        none={null}
        onChange={(recipient) => recipient && props.form.edit({ recipient })}
      />
      <Meanwhile {...props} field="recipient" />
    </>
  );
};

export const StatusFields: FieldsOf<BodyOf<'status'>> = (props) => {
  const body = (): BodyOf<'status'> => props.form.body();
  const seen: readonly (SimpleStatus | null)[] = [null, ...simpleStatuses];
  const warning = (): SimpleStatusWarning | null => {
    const { phase, simple } = body();
    return simple && simpleStatusWarning(phase, simple);
  };
  return (
    <>
      <NameField {...props} />
      <SelectField
        label={t('field.for')}
        name="for"
        value={body().for}
        options={(['call', 'request'] as const).map((kind) => ({ value: kind, words: t(`records.status.${kind}`) }))}
        onChange={(chosen) => props.form.edit({ for: chosen === 'request' ? 'request' : 'call' })}
      />
      <Meanwhile {...props} field="for" />
      <SelectField
        label={t('field.phase')}
        help={t('field.phaseHelp')}
        name="phase"
        value={body().phase}
        options={ticketStatuses.map((phase) => ({ value: phase, words: t(`deskStatus.${phase}`) }))}
        onChange={(chosen) => props.form.edit({ phase: oneOf(ticketStatuses, chosen) ?? 'in-progress' })}
      />
      <Meanwhile {...props} field="phase" />
      <SelectField
        label={t('field.simple')}
        help={t('field.simpleHelp')}
        name="simple"
        value={body().simple ?? ''}
        options={seen.map((simple) => ({ value: simple ?? '', words: simpleWords(simple) }))}
        onChange={(chosen) => props.form.edit({ simple: oneOf(simpleStatuses, chosen) })}
      />
      <Meanwhile {...props} field="simple" />
      <Show when={warning()}>{(known) => <SettingsWarning>{t(`admin.simple.${known()}`)}</SettingsWarning>}</Show>
    </>
  );
};

export const RoleFields: FieldsOf<BodyOf<'role'>> = (props) => (
  <>
    <Choices
      legend={t('field.rights')}
      error={problemWords(props.form.problemOf('rights'))}
      all={rights.map((right) => ({ value: right, words: t(`right.${right}`), detail: t(`right.words.${right}`) }))}
      chosen={props.form.body().rights}
      onChange={(chosen) => props.form.edit({ rights: chosen })}
    />
    <Meanwhile {...props} field="rights" />
  </>
);

export const PersonFields: FieldsOf<BodyOf<'person'>> = (props) => (
  <>
    <NameField {...props} />
    <TextField
      label={t('field.email')}
      name="email"
      type="email"
      autocomplete="off"
      value={props.form.body().email}
      error={problemWords(props.form.problemOf('email'), 'email')}
      onInput={(event) => props.form.edit({ email: event.currentTarget.value })}
    />
    <Meanwhile {...props} field="email" />
    <TextField
      label={t('field.userName')}
      help={t('field.userNameHelp')}
      name="userName"
      autocomplete="off"
      value={props.form.body().userName}
      error={problemWords(props.form.problemOf('userName'), 'userName')}
      onInput={(event) => props.form.edit({ userName: event.currentTarget.value })}
    />
    <Meanwhile {...props} field="userName" />
    <SelectField
      label={t('field.partitionId')}
      name="partitionId"
      value={props.form.body().partitionId}
      options={props.partitions.map(({ id, name }) => ({ value: id, words: name }))}
      error={problemWords(props.form.problemOf('partitionId'))}
      onChange={(chosen) => props.form.edit({ partitionId: chosen as PartitionId })}
    />
    <Meanwhile {...props} field="partitionId" />
    <Choices
      legend={t('field.roles')}
      error={problemWords(props.form.problemOf('roles'))}
      all={roles.map((role) => ({ value: role, words: t(`role.${role}`), detail: t(`role.words.${role}`) }))}
      chosen={props.form.body().roles}
      onChange={(chosen) => props.form.edit({ roles: chosen })}
    />
    <Meanwhile {...props} field="roles" />
    <Leaving {...props} />
  </>
);

const Leaving: FieldsOf<BodyOf<'person'>> = (props) => {
  const errorId = createUniqueId();
  const error = (): string | null => problemWords(props.form.problemOf('hasLeft'), 'hasLeft');
  return (
    <div class="record-apart stack">
      <fieldset class="record-choices">
        <legend>{t('field.leaving')}</legend>
        <label class="choice">
          <input
            type="checkbox"
            name="hasLeft"
            aria-invalid={error() ? 'true' : undefined}
            aria-describedby={error() ? errorId : undefined}
            checked={props.form.body().hasLeft}
            onChange={(event) => props.form.edit({ hasLeft: event.currentTarget.checked })}
          />
          <span>
            {t('field.hasLeft')}
            <small>{t('field.hasLeftHelp')}</small>
          </span>
        </label>
        <FieldError id={errorId} error={error()} />
      </fieldset>
      <Meanwhile {...props} field="hasLeft" />
    </div>
  );
};

export const PortalFields: FieldsOf<BodyOf<'portal'>> = (props) => {
  // As it is typed, and tidied when the field is left: a comma that is not followed by anything yet is no mistake.
  const [typedDomains, setTypedDomains] = createSignal<string | null>(null);
  const shownDomains = (): string => typedDomains() ?? props.form.body().registrationDomains.join(', ');
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name="registrationIsOpen"
          checked={props.form.body().registrationIsOpen}
          onChange={(event) => props.form.edit({ registrationIsOpen: event.currentTarget.checked })}
        />
        <span>
          {t('field.registrationIsOpen')}
          <small>{t('field.registrationIsOpenHelp')}</small>
        </span>
      </label>
      <Meanwhile {...props} field="registrationIsOpen" />
      <label class="choice">
        <input
          type="checkbox"
          name="registrationLogsCall"
          checked={props.form.body().registrationLogsCall}
          onChange={(event) => props.form.edit({ registrationLogsCall: event.currentTarget.checked })}
        />
        <span>
          {t('field.registrationLogsCall')}
          <small>{t('field.registrationLogsCallHelp')}</small>
        </span>
      </label>
      <Meanwhile {...props} field="registrationLogsCall" />
      <TextField
        label={t('field.registrationDomains')}
        help={t('field.registrationDomainsHelp')}
        name="registrationDomains"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={shownDomains()}
        error={problemWords(props.form.problemOf('registrationDomains'))}
        onInput={(event) => {
          setTypedDomains(event.currentTarget.value);
          props.form.edit({ registrationDomains: domainsIn(event.currentTarget.value) });
        }}
        onChange={() => setTypedDomains(null)}
      />
      <Meanwhile {...props} field="registrationDomains" />
    </>
  );
};

/** However they are parted, and with or without what people put before them. */
const domainsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^.*@/, ''))
      .filter((domain) => domain !== ''),
  ),
];

const NameField = <Body extends { readonly name: string }>(props: FieldsProps<Body>): JSX.Element => (
  <>
    <TextField
      label={t('field.name')}
      name="name"
      autocomplete="off"
      value={props.form.body().name}
      error={problemWords(props.form.problemOf('name'))}
      onInput={(event) => props.form.edit({ name: event.currentTarget.value } as Partial<Body>)}
    />
    <Meanwhile {...props} field="name" />
  </>
);

/** Somebody else changed the same field while it was changed here. */
const Meanwhile = <Body,>(props: FieldsProps<Body> & { readonly field: keyof Body & string }): JSX.Element => (
  <Show when={props.form.meanwhile(props.field) !== undefined}>
    <OvertakenWarning field={props.field} now={valueWords(props.field, props.form.meanwhile(props.field), props)} />
  </Show>
);

type RecipientFieldProps = {
  readonly recipient: Recipient | null;
  readonly records: DeskRecords;
  readonly help: string;
  readonly error: string | null;
  /** What it is called that there is none; null where there must be one. */
  readonly none: string | null;
  readonly onChange: (recipient: Recipient | null) => void;
};

const RecipientField = (props: RecipientFieldProps): JSX.Element => {
  const choices = (): readonly Recipient[] => [
    ...byName(props.records, 'group').map(({ id }) => ({ kind: 'group' as const, id })),
    ...byName(props.records, 'person')
      .filter(({ id }) => isAnalyst(props.records, id))
      .map(({ id }) => ({ kind: 'analyst' as const, id })),
  ];
  const options = () => [
    { value: '', words: props.none ?? t('admin.value.choose') },
    ...choices().map((choice) => ({ value: valueOf(choice), words: t(`records.recipient.${choice.kind}`, { name: recipientWords(choice, props.records) }) })),
  ];
  return (
    <SelectField
      label={t('field.recipient')}
      help={props.help}
      name="recipient"
      options={options()}
      value={props.recipient ? valueOf(props.recipient) : ''}
      error={props.error}
      onChange={(chosen) => props.onChange(choices().find((choice) => valueOf(choice) === chosen) ?? null)}
    />
  );
};

const valueOf = ({ kind, id }: Recipient): string => (id === '' ? '' : `${kind}/${id}`);

type ChoicesProps<Value extends string> = {
  readonly legend: string;
  readonly all: readonly { readonly value: Value; readonly words: string; readonly detail: string }[];
  readonly chosen: readonly Value[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** Any of a few, in the order in which they stand. */
const Choices = <Value extends string>(props: ChoicesProps<Value>): JSX.Element => {
  const errorId = createUniqueId();
  const toggle = (value: Value, on: boolean): void =>
    props.onChange(props.all.map((one) => one.value).filter((one) => (one === value ? on : props.chosen.includes(one))));
  return (
    <fieldset class="record-choices">
      <legend>{props.legend}</legend>
      <For each={props.all}>
        {({ value, words, detail }) => (
          <label class="choice">
            <input
              type="checkbox"
              aria-invalid={props.error ? 'true' : undefined}
              aria-describedby={props.error ? errorId : undefined}
              checked={props.chosen.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span>
              {words}
              <small>{detail}</small>
            </span>
          </label>
        )}
      </For>
      <FieldError id={errorId} error={props.error} />
    </fieldset>
  );
};

const any = (): { readonly value: string; readonly words: string } => ({ value: '', words: t('records.routing-rule.any') });

const oneOf = <Value extends string>(all: readonly Value[], chosen: string): Value | null => all.find((value) => value === chosen) ?? null;
