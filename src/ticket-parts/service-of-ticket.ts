import { createMemo } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import type { Ticket } from '../domain/ticket.ts';
import { observeServices } from '../store/observe/catalogue.ts';

/** The name of what a ticket asks for, where its title does not say it already: "Jonas Feld" is a new starter. Empty for none. */
export const createServiceOfTicket = (): ((ticket: Ticket) => string) => {
  const services = createLive(observeServices(useSignedIn().store));
  const titles = createMemo(() => new Map((services()?.value ?? []).map(({ id, title }) => [id, title])));
  return ({ serviceId, title }) => {
    const service = (serviceId && titles().get(serviceId)) ?? '';
    return service === title ? '' : service;
  };
};
