import { createEffect, createMemo, createSignal, on, type JSX } from 'solid-js';
import { setTicketStatus } from '../actions/one-tap.ts';
import { useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { statusOf, ticketStatuses, type TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { announce } from '../ui/announcer.tsx';
import { SelectField } from '../ui/select-field.tsx';

/** Chosen first and set with a button: arrow keys in a list of choices would set each one that they pass. */
export const StatusForm = (props: { readonly ticketId: TicketId; readonly page: TicketPage }): JSX.Element => {
  const { actions } = useSignedIn();
  const current = createMemo((): TicketStatus => statusOf(props.page.ticket));
  const [chosen, setChosen] = createSignal(current());
  createEffect(on(current, (status) => setChosen(status), { defer: true }));
  const set = async (): Promise<void> => {
    if (chosen() === current()) return;
    await setTicketStatus(actions, props.ticketId, chosen());
    announce(t('desk.statusKept', { status: t(`deskStatus.${chosen()}`) }));
  };
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <SelectField
        label={t('desk.statusLabel')}
        options={ticketStatuses.map((status) => ({ value: status, words: t(`deskStatus.${status}`) }))}
        value={chosen()}
        onChange={(status) => setChosen(status as TicketStatus)}
      />
      <small>{t('desk.seenAs', { name: props.page.ticket.requester.name, status: t(`status.${props.page.partition.simpleStatus[chosen()]}`) })}</small>
      <button type="submit" class="button wide" aria-disabled={chosen() === current()}>
        {t('desk.setStatus')}
      </button>
    </form>
  );
};
