import { createMemo, Show, type JSX } from 'solid-js';
import { setTicketStatus } from '../actions/set-status.ts';
import { createLive, useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { statusChoices } from '../domain/records/status-choices.ts';
import type { StatusRecord } from '../domain/records/status-record.ts';
import { statusSeenOn } from '../domain/status-seen.ts';
import { setStatusOf, simpleOf, statusKeyOf, ticketStatuses, type SetStatus } from '../domain/ticket.ts';
import { statusFactId } from '../domain/traces.ts';
import { t } from '../i18n/translate.ts';
import { observeStatuses } from '../store/observe/statuses.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { deskStatusWords } from '../ticket-parts/desk-status-words.ts';
import { announce } from '../ui/announcer.tsx';
import { createChoice } from './create-choice.ts';
import { createShortcuts } from './shortcuts/shortcuts.ts';
import { createOneTap } from '../ui/create-one-tap.ts';
import { SelectField } from '../ui/select-field.tsx';

type StatusFormProps = { readonly ticketId: TicketId; readonly page: TicketPage };

export const StatusForm = (props: StatusFormProps): JSX.Element => {
  const { store } = useSignedIn();
  const statuses = createLive(observeStatuses(store));
  return <Show when={statuses()}>{(known) => <Choice {...props} statuses={known()} />}</Show>;
};

/** The word that people see of a name is the desk's to say: what was set here a moment ago does not know it. */
const setAs = ({ status, named }: SetStatus, isSaid: boolean): string => JSON.stringify([status, named?.id, named?.name, isSaid && named?.simple]);

/** Chosen first and set with a button: arrow keys in a list of choices would set each one that they pass. */
const Choice = (props: StatusFormProps & { readonly statuses: readonly StatusRecord[] }): JSX.Element => {
  const { actions } = useSignedIn();
  const current = createMemo((): SetStatus => setStatusOf(props.page.ticket));
  const currentKey = createMemo(() => statusKeyOf(current()));
  const { chosen: chosenKey, setChosen: setChosenKey, isOvertaken } = createChoice<string>(currentKey);
  const choices = createMemo((): readonly SetStatus[] => {
    const known = statusChoices(
      ticketStatuses,
      props.statuses.filter((status) => status.for === props.page.ticket.kind),
    );
    // One that was taken away stays where it was set.
    return known.some((choice) => statusKeyOf(choice) === currentKey()) ? known : [current(), ...known];
  });
  const chosen = (): SetStatus => choices().find((choice) => statusKeyOf(choice) === chosenKey()) ?? current();
  const isSaid = (): boolean => {
    const { ticket, timeline } = props.page;
    return !timeline.some(({ delivery }) => delivery && ticket.statuses.at(-1)?.id === statusFactId({ id: delivery.actionId }));
  };
  // One that administrators have changed since can be set anew, as what it is now.
  const isAsItIs = (): boolean => setAs(chosen(), isSaid()) === setAs(current(), isSaid());
  const set = createOneTap(async () => {
    if (isAsItIs()) return;
    const words = deskStatusWords(chosen());
    await setTicketStatus(actions, props.ticketId, statusSeenOn(props.page.ticket), chosen());
    announce(t('desk.statusKept', { status: words }));
  });
  let form!: HTMLFormElement;
  createShortcuts({
    s: () => form.querySelector('select')?.focus(),
    // Not set at once: the person is told of it, and a key is pressed by accident.
    e: () => {
      setChosenKey('resolved');
      form.querySelector('button')?.focus();
    },
  });
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <SelectField
        label={t('desk.statusLabel')}
        options={choices().map((choice) => ({ value: statusKeyOf(choice), words: deskStatusWords(choice) }))}
        value={statusKeyOf(chosen())}
        onChange={setChosenKey}
      />
      <Show when={!props.page.ticket.awaitsAccount}>
        <p>
          <small>{t('desk.seenAs', { name: props.page.ticket.requester.name, status: t(`status.${simpleOf(chosen(), props.page.partition)}`) })}</small>
        </p>
      </Show>
      <Show when={isOvertaken()}>
        <p role="status">
          <small>{t('desk.meanwhile', { now: deskStatusWords(current()) })}</small>
        </p>
      </Show>
      <button type="submit" class="button wide" aria-disabled={isAsItIs()}>
        {t('desk.setStatus')}
      </button>
    </form>
  );
};
