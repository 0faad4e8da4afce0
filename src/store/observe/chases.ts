import { reportChases, type ReportedChase } from '../../domain/chase-report.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/ticket.ts';
import { readCursor } from '../cache.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** Every chase that the desk knows of in the tickets on this device, the newest first; null before the first reading has come to its end. */
export const observeChases = ({ cache }: PersonStore): Live<readonly ReportedChase[] | null> =>
  live(() =>
    cache.transaction('r', cache.tickets, cache.entries, cache.meta, async () => {
      const tickets = (await cache.tickets.toArray()).flatMap(({ body }) => (body && body.chases.length > 0 ? [body] : []));
      if (tickets.length === 0 && !(await readCursor(cache))?.caughtUp) return null;
      const rows = await cache.entries
        .where('ticketId')
        .anyOf(tickets.map(({ id }) => id))
        .toArray();
      const entriesById = new Map<TicketId, Entry[]>();
      for (const { body } of rows) if (body) entriesById.set(body.ticketId, [...(entriesById.get(body.ticketId) ?? []), body]);
      return reportChases(tickets.map((ticket) => ({ ticket, entries: entriesById.get(ticket.id) ?? [] })));
    }),
  );
