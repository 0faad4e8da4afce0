/** Who takes the chats of a partition: chosen on the left, by three views, and added to the right (seed 000, statements 28 to 31). */
import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { GroupId, PersonId } from '../domain/ids.ts';
import { rightsUnder, type PersonRecord } from '../domain/records/desk-record.ts';
import { isAnalyst } from '../domain/records/record-problem.ts';
import { t } from '../i18n/translate.ts';
import { byName } from '../store/observe/records.ts';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Meanwhile } from './meanwhile.tsx';
import type { SettingsFields } from './settings-fields.ts';

const views = ['analyst', 'groups', 'analysts-by-groups'] as const;
type View = (typeof views)[number];

/** The first that somebody has is shown: whoever watches over chats may take some, too. */
const chatRights = ['chat-analyst', 'chat-manager'] as const;
type ChatRight = (typeof chatRights)[number];

/** `analyst/gus` or `group/network`. */
type Picked = `${'analyst' | 'group'}/${string}`;

export const ChatAnalysts = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const id = createUniqueId();
  const [view, setView] = createSignal<View>('analyst');
  const [picked, setPicked] = createSignal<ReadonlySet<Picked>>(new Set());
  const analystIds = (): readonly PersonId[] => props.fields.valueOf('chat.analystIds') as readonly PersonId[];
  const groupIds = (): readonly GroupId[] => props.fields.valueOf('chat.groupIds') as readonly GroupId[];
  const listed = createMemo((): readonly Picked[] => [
    ...groupIds().map((group): Picked => `group/${group}`),
    ...analystIds().map((analyst): Picked => `analyst/${analyst}`),
  ]);
  const toggle = (one: Picked, on: boolean): void => {
    setPicked((before) => new Set(on ? [...before, one] : [...before].filter((other) => other !== one)));
  };
  const idsOf = (all: Iterable<Picked>, kind: 'analyst' | 'group'): readonly string[] =>
    [...all].filter((one) => one.startsWith(`${kind}/`)).map((one) => one.slice(kind.length + 1));
  const set = (all: readonly Picked[]): void => {
    props.fields.change('chat.analystIds', idsOf(all, 'analyst'));
    props.fields.change('chat.groupIds', idsOf(all, 'group'));
  };
  const add = (): void => {
    const added = [...picked()].filter((one) => !listed().includes(one));
    set([...listed(), ...added]);
    setPicked(new Set<Picked>());
    announce(t('admin.chat.added', { count: added.length }));
  };
  const remove = (one: Picked): void => {
    set(listed().filter((other) => other !== one));
    announce(t('admin.people.removed', { name: nameOf(one) }));
  };
  const nameOf = (one: Picked): string => {
    const [kind, ...rest] = one.split('/');
    const of = rest.join('/');
    const found = kind === 'group' ? props.fields.records.group : props.fields.records.person;
    return found.find((record) => record.id === of)?.name ?? of;
  };
  const rightOf = ({ roles }: PersonRecord): ChatRight | null => {
    const rights = rightsUnder(roles, props.fields.records.role);
    return chatRights.find((right) => rights.includes(right)) ?? null;
  };
  /** Whoever answers, or watches over those who do. */
  const analysts = createMemo(() =>
    byName(props.fields.records, 'person').filter(
      (person) => isAnalyst(props.fields.records, person.id) || (rightOf(person) === 'chat-manager' && !person.hasLeft),
    ),
  );
  const personOf = (one: Picked): PersonRecord | undefined => props.fields.records.person.find(({ id: personId }) => one === `analyst/${personId}`);
  const problem = (): boolean => props.fields.problemOf('chat.analystIds') !== null || props.fields.problemOf('chat.groupIds') !== null;

  const Choice = (choice: { readonly one: Picked; readonly detail: JSX.Element }): JSX.Element => (
    <label class="chat-choice">
      <input
        type="checkbox"
        checked={picked().has(choice.one) || listed().includes(choice.one)}
        disabled={listed().includes(choice.one)}
        onChange={(event) => toggle(choice.one, event.currentTarget.checked)}
      />
      <span>{nameOf(choice.one)}</span>
      {choice.detail}
    </label>
  );
  const Permission = (of: { readonly person: PersonRecord }): JSX.Element => (
    <Show when={rightOf(of.person)} fallback={<span class="chip plain">{t('admin.chat.noPermission')}</span>}>
      {(right) => <span class="chip">{t(`right.${right()}`)}</span>}
    </Show>
  );

  return (
    <div class="stack" role="group" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t('admin.chat.analysts')}</h3>
        <small>{t('admin.chat.analystsHelp')}</small>
      </div>
      <div class="chat-lists">
        <div class="chat-list stack">
          <fieldset class="chat-views">
            <legend class="visually-hidden">{t('admin.chat.view')}</legend>
            <For each={views}>
              {(one) => (
                <label>
                  <input type="radio" name={`${id}-view`} checked={view() === one} onChange={() => setView(one)} />
                  <span>{t(`admin.chat.view.${one}`)}</span>
                </label>
              )}
            </For>
          </fieldset>
          <Switch>
            <Match when={view() === 'analyst'}>
              <For each={analysts()} fallback={<p class="soft">{t('admin.chat.noAnalysts')}</p>}>
                {(person) => <Choice one={`analyst/${person.id}`} detail={<Permission person={person} />} />}
              </For>
            </Match>
            <Match when={view() === 'groups'}>
              <For each={byName(props.fields.records, 'group')} fallback={<p class="soft">{t('records.none.group')}</p>}>
                {(group) => <Choice one={`group/${group.id}`} detail={<small>{t('admin.chat.members', { count: group.memberIds.length })}</small>} />}
              </For>
            </Match>
            <Match when={view() === 'analysts-by-groups'}>
              <For each={byName(props.fields.records, 'group')} fallback={<p class="soft">{t('records.none.group')}</p>}>
                {(group) => (
                  <details class="chat-group">
                    <summary>{group.name}</summary>
                    <Choice one={`group/${group.id}`} detail={<small>{t('admin.chat.wholeGroup')}</small>} />
                    <For each={analysts().filter((person) => group.memberIds.includes(person.id))} fallback={<p class="soft">{t('records.group.empty')}</p>}>
                      {(person) => <Choice one={`analyst/${person.id}`} detail={<Permission person={person} />} />}
                    </For>
                  </details>
                )}
              </For>
            </Match>
          </Switch>
          <button type="button" class="button" aria-disabled={picked().size === 0} onClick={() => picked().size > 0 && add()}>
            {t('admin.chat.add')}
          </button>
        </div>
        <div class="chat-list stack">
          <h4 id={`${id}-listed`}>{t('admin.chat.listed')}</h4>
          <ul role="list" class="chat-listed" aria-labelledby={`${id}-listed`} tabIndex={-1} data-amiss={problem() ? '' : undefined}>
            <For each={listed()} fallback={<li class="soft">{t('admin.chat.nobodyListed')}</li>}>
              {(one) => (
                <li>
                  <span>
                    {nameOf(one)}
                    <Show when={one.startsWith('group/')}>
                      {' '}
                      <small>{t('admin.chat.wholeGroup')}</small>
                    </Show>
                    <Show when={personOf(one)}>
                      {(person) => (
                        <>
                          {' '}
                          <Permission person={person()} />
                        </>
                      )}
                    </Show>
                  </span>
                  <button type="button" class="button quiet" aria-label={t('admin.chat.removeOne', { name: nameOf(one) })} onClick={() => remove(one)}>
                    {t('admin.chat.remove')}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
      <FieldError id={`${id}-error`} error={problem() ? t('admin.problem.notThere') : null} />
      <Meanwhile place="chat.analystIds" fields={props.fields} />
      <Meanwhile place="chat.groupIds" fields={props.fields} />
    </div>
  );
};
