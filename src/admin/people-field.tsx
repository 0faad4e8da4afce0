/** Some of the people there are: those who are chosen, and a box to find more of them. */
import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js';
import type { PersonId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/records/desk-record.ts';
import { t } from '../i18n/translate.ts';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Icon } from '../ui/icon.tsx';
import '../ui/field.css';
import './people-field.css';

type PeopleFieldProps = {
  readonly label: string;
  readonly help: string;
  /** Everybody there is, by name. */
  readonly everybody: readonly PersonRecord[];
  /** Who of them can be chosen. */
  readonly canBe: (person: PersonRecord) => boolean;
  /** Said of somebody who was chosen and cannot be any more. */
  readonly lost: string;
  readonly chosen: readonly PersonId[];
  readonly onChange: (chosen: readonly PersonId[]) => void;
  readonly error?: string | null;
};

const mostShown = 6;

export const PeopleField = (props: PeopleFieldProps): JSX.Element => {
  const id = createUniqueId();
  const [wanted, setWanted] = createSignal('');
  let box!: HTMLInputElement;
  const found = createMemo(() => {
    const words = wanted().trim().toLowerCase();
    const others = props.everybody.filter((person) => props.canBe(person) && !props.chosen.includes(person.id));
    return words === '' ? [] : others.filter(({ name, userName, email }) => [name, userName, email].some((text) => text.toLowerCase().includes(words)));
  });
  const personOf = (personId: PersonId): PersonRecord | undefined => props.everybody.find((person) => person.id === personId);
  const nameOf = (personId: PersonId): string => personOf(personId)?.name ?? personId;
  const isLost = (personId: PersonId): boolean => {
    const person = personOf(personId);
    return !person || !props.canBe(person);
  };
  const add = (person: PersonRecord): void => {
    props.onChange([...props.chosen, person.id]);
    setWanted('');
    announce(t('admin.people.added', { name: person.name }));
    box.focus();
  };
  const remove = (personId: PersonId): void => {
    const name = nameOf(personId);
    props.onChange(props.chosen.filter((other) => other !== personId));
    announce(t('admin.people.removed', { name }));
    box.focus();
  };
  return (
    <div class="field people-field" role="group" aria-labelledby={`${id}-label`}>
      <span class="label" id={`${id}-label`}>
        {props.label}
      </span>
      <small id={`${id}-help`}>{props.help}</small>
      <Show when={props.chosen.length > 0}>
        <ul role="list" class="people-chosen">
          <For each={props.chosen}>
            {(personId) => (
              <li>
                <button type="button" class={`chip people-chip ${isLost(personId) ? 'warn' : ''}`} onClick={() => remove(personId)}>
                  {nameOf(personId)}
                  <Show when={isLost(personId)}>
                    <small>{props.lost}</small>
                  </Show>
                  <span class="visually-hidden">{t('admin.people.remove')}</span>
                  <Icon name="close" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <input
        ref={box}
        class="input"
        type="search"
        autocomplete="off"
        aria-label={t('admin.people.find', { label: props.label })}
        aria-describedby={`${id}-help`}
        aria-invalid={props.error ? 'true' : undefined}
        placeholder={t('admin.people.placeholder')}
        value={wanted()}
        onInput={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found();
          if (event.key !== 'Enter' || event.isComposing) return;
          // Enter here means the person, never the form.
          event.preventDefault();
          if (first) add(first);
        }}
      />
      <Show when={wanted().trim() !== ''}>
        <ul role="list" class="people-found">
          <For each={found().slice(0, mostShown)} fallback={<li class="soft">{t('admin.people.none')}</li>}>
            {(person) => (
              <li>
                <button type="button" class="button quiet" onClick={() => add(person)}>
                  <Icon name="plus" />
                  {person.name}
                  <small>{person.email}</small>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <FieldError id={`${id}-error`} error={props.error ?? null} />
    </div>
  );
};
