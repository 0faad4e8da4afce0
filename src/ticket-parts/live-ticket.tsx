import { useParams } from '@solidjs/router';
import { Match, Show, Switch, type Accessor, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { observeServices } from '../store/observe/catalogue.ts';
import { observeTicket, type TicketPage } from '../store/observe/ticket.ts';
import { TicketNotHere } from './ticket-not-here.tsx';

type LiveTicketProps = {
  /** What is offered where the ticket is not on this device. */
  readonly elsewhere: JSX.Element;
  readonly children: (ticketId: TicketId, page: Accessor<TicketPage>, now: Accessor<number>) => JSX.Element;
};

/** The ticket that the address names, as it is on this device. */
export const LiveTicket = (props: LiveTicketProps): JSX.Element => {
  const params = useParams();
  const { store } = useSignedIn();
  const services = createLive(observeServices(store));
  const now = createNow(10_000);
  const shown = (ticketId: TicketId): JSX.Element => {
    const page = createLive(observeTicket(store, ticketId));
    return (
      <Switch>
        <Match when={page()}>{(found) => props.children(ticketId, found, now)}</Match>
        <Match when={page() === null ? services() : undefined}>{(read) => <TicketNotHere known={read().known}>{props.elsewhere}</TicketNotHere>}</Match>
      </Switch>
    );
  };
  return (
    <Show when={params['ticketId']} keyed>
      {(ticketId) => shown(ticketId as TicketId)}
    </Show>
  );
};
