/** What the desk really has: read from the backend itself, past every browser and every fault. */
import * as v from 'valibot';
import { changesPageSchema, type Change } from '../../src/contract/change.ts';
import { personHeader, routes } from '../../src/contract/routes.ts';
import type { Entry, Ticket } from '../../src/domain/ticket.ts';
import type { SamplePerson } from './sign-in.ts';

export type Desk = {
  readonly tickets: () => Promise<readonly Ticket[]>;
  /** Of one ticket, in the order they happened. */
  readonly entries: (ticketId: string) => Promise<readonly Entry[]>;
};

/** As the analyst sees it. */
export const openDesk = async (address: string, person: SamplePerson = 'gus'): Promise<Desk> => {
  const headers = await signInPastTheBrowser(address, person);
  const changes = (): Promise<readonly Change[]> => readAll(address, headers);
  return {
    tickets: async () => (await changes()).flatMap((change) => (change.kind === 'ticket' ? [change.body] : [])),
    entries: async (ticketId) =>
      (await changes())
        .flatMap((change) => (change.kind === 'entry' && change.body.ticketId === ticketId ? [change.body] : []))
        .sort((one, other) => one.at - other.at),
  };
};

/** A session of its own, as the headers that every request in it carries. */
export const signInPastTheBrowser = async (address: string, person: SamplePerson): Promise<Readonly<Record<string, string>>> => {
  const signedIn = await fetch(`${address}${routes.session}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: person, password: `${person}-portico` }),
  });
  if (!signedIn.ok) throw new Error(`${person} cannot sign in: status ${signedIn.status}`);
  return { Cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '', [personHeader]: person };
};

const readAll = async (address: string, headers: Readonly<Record<string, string>>): Promise<readonly Change[]> => {
  const changes: Change[] = [];
  for (let since: string | null = null; ;) {
    const query: string = since === null ? '' : `?since=${encodeURIComponent(since)}`;
    const response = await fetch(`${address}${routes.changes}${query}`, { headers });
    const page = v.parse(changesPageSchema, await response.json());
    changes.push(...page.changes);
    if (!page.more) return changes;
    since = page.cursor;
  }
};
