/** Who looks after a ticket: taken and given back in one tap, or given to somebody else. */
import { createEffect, createMemo, createUniqueId, Match, on, Show, Switch, type JSX } from 'solid-js';
import { assignTicket } from '../../actions/assign-ticket.ts';
import { createLive, useSignedIn } from '../../app-context.ts';
import { assignedOf, isSameAssigned, nameOfAssigned } from '../../domain/assignment/assignment.ts';
import type { DeskPeople } from '../../domain/assignment/desk-people.ts';
import type { TicketId } from '../../domain/ids.ts';
import { statusOf, type Assigned } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import { observeDeskPeople } from '../../store/observe/desk-people.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { createChoice } from '../create-choice.ts';
import { createShortcuts } from '../shortcuts/shortcuts.ts';
import './assign-card.css';

type AssignCardProps = { readonly ticketId: TicketId; readonly page: TicketPage; readonly isOwn: boolean };

export const AssignCard = (props: AssignCardProps): JSX.Element => {
  const { store } = useSignedIn();
  const people = createLive(observeDeskPeople(store));
  const current = createMemo(() => assignedOf(props.page.ticket), undefined, { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  return (
    <Show when={people() || current().group || current().analyst}>
      <section class="card stack" aria-labelledby="assign-card">
        <h2 id="assign-card">{t('assign.title')}</h2>
        <WhoHasIt current={current()} />
        <Show when={!props.isOwn && people()}>{(known) => <Assigning ticketId={props.ticketId} page={props.page} people={known()} current={current()} />}</Show>
      </section>
    </Show>
  );
};

const WhoHasIt = (props: { readonly current: Assigned }): JSX.Element => {
  const { person } = useSignedIn();
  return (
    <Switch fallback={<p class="soft">{t('assign.nobody')}</p>}>
      <Match when={props.current.analyst}>
        {(analyst) => (
          <p>
            <strong>{analyst().id === person.id ? t('assign.you') : analyst().name}</strong>
            <Show when={props.current.group}>{(group) => <span class="soft"> · {group().name}</span>}</Show>
          </p>
        )}
      </Match>
      <Match when={props.current.group}>
        {(group) => (
          <div>
            <p>
              <strong>{group().name}</strong>
            </p>
            <small>{t('assign.groupOnly')}</small>
          </div>
        )}
      </Match>
    </Switch>
  );
};

/** So long a button that has changed by itself does nothing. */
const steadyMs = 600;

const Assigning = (props: { readonly ticketId: TicketId; readonly page: TicketPage; readonly people: DeskPeople; readonly current: Assigned }): JSX.Element => {
  const { actions, person } = useSignedIn();
  const beginsId = createUniqueId();
  const isMine = (): boolean => props.current.analyst?.id === person.id;
  const isBegun = (): boolean => !isMine() && statusOf(props.page.ticket) === 'new';
  const give = async (to: Assigned): Promise<void> => {
    if (isSameAssigned(props.current, to)) return;
    await assignTicket(actions, props.ticketId, props.current, to);
    announce(keptWords(to, person.id));
  };
  const take = (): Promise<void> => give({ group: props.current.group, analyst: { id: person.id, name: person.name } });
  const giveBack = (): Promise<void> => give({ group: props.current.group, analyst: null });
  const words = createMemo((): string => {
    if (isMine()) return t('assign.giveBack');
    return props.current.analyst ? t('assign.takeOver', { name: props.current.analyst.name }) : t('assign.take');
  });
  // Whoever presses it meant what it said: not what it has come to say while the finger was on its way.
  let changedAt = Number.NEGATIVE_INFINITY;
  createEffect(on(words, () => (changedAt = performance.now()), { defer: true }));
  const press = createOneTap(async () => {
    if (performance.now() - changedAt < steadyMs) return announce(words());
    await (isMine() ? giveBack() : take());
  });
  let button!: HTMLButtonElement;
  // From a colleague it is not taken at once: a key is pressed by accident.
  createShortcuts({ t: () => (props.current.analyst && !isMine() ? button.focus() : void (isMine() || press())) });
  return (
    <>
      {/* One button throughout: it keeps its focus when it comes to say something else. */}
      <button
        ref={button}
        type="button"
        class={`button wide ${props.current.analyst ? '' : 'primary'}`}
        aria-describedby={isBegun() ? beginsId : undefined}
        onClick={() => void press()}
      >
        {words()}
      </button>
      <Show when={isBegun()}>
        <small id={beginsId}>{t('assign.begins', { status: t('deskStatus.in-progress') })}</small>
      </Show>
      <details>
        <summary>{t('assign.give')}</summary>
        <GiveForm page={props.page} people={props.people} current={props.current} onGive={give} />
      </details>
    </>
  );
};

/** Chosen first and given with a button, like a status. */
const GiveForm = (props: {
  readonly page: TicketPage;
  readonly people: DeskPeople;
  readonly current: Assigned;
  readonly onGive: (to: Assigned) => Promise<void>;
}): JSX.Element => {
  const { chosen, setChosen, isOvertaken } = createChoice(() => props.current, isSameAssigned);
  // A group or an analyst that is not there any more keeps what it has until somebody else is chosen.
  const groups = () => withCurrent(props.people.groups, props.current.group);
  const analysts = () =>
    withCurrent(
      props.people.analysts.filter(({ id }) => id !== props.page.ticket.requester.id),
      props.current.analyst,
    );
  const optionsOf = (all: readonly { readonly id: string; readonly name: string }[], none: string) => [
    { value: '', words: none },
    ...all.map(({ id, name }) => ({ value: id, words: name })),
  ];
  const isSame = (): boolean => isSameAssigned(chosen(), props.current);
  const give = createOneTap(async () => {
    if (!isSame()) await props.onGive(chosen());
  });
  return (
    <form
      class="stack give-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <SelectField
        label={t('desk.group')}
        options={optionsOf(groups(), t('assign.noGroup'))}
        value={chosen().group?.id ?? ''}
        onChange={(id) => setChosen({ ...chosen(), group: named(groups(), id) })}
      />
      <SelectField
        label={t('desk.analyst')}
        options={optionsOf(analysts(), t('assign.noAnalyst'))}
        value={chosen().analyst?.id ?? ''}
        onChange={(id) => setChosen({ ...chosen(), analyst: named(analysts(), id) })}
      />
      <Show when={isOvertaken()}>
        <small role="status">{t('desk.meanwhile', { now: nameOfAssigned(props.current) || t('assign.nobody') })}</small>
      </Show>
      <button type="submit" class="button wide" aria-disabled={isSame()}>
        {t('assign.button')}
      </button>
    </form>
  );
};

type Named<Id extends string> = { readonly id: Id; readonly name: string };

const withCurrent = <Id extends string>(all: readonly Named<Id>[], current: Named<Id> | null): readonly Named<Id>[] =>
  current === null || all.some(({ id }) => id === current.id) ? all : [...all, current];

const named = <Id extends string>(all: readonly Named<Id>[], id: string): Named<Id> | null => {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
};

const keptWords = (to: Assigned, personId: string): string => {
  if (to.analyst?.id === personId) return t('assign.kept.you');
  const name = nameOfAssigned(to);
  return name === '' ? t('assign.kept.nobody') : t('assign.kept', { to: name });
};
