import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { routes } from '../../contract/routes.ts';
import { signalSchema } from '../../contract/signal.ts';
import type { PersonId } from '../../domain/ids.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson } from '../session/sessions.ts';

/** Tells the other side of an open chat something that nobody keeps. Whoever is in no such chat is told nothing of it. */
export const signalRoutes = (deps: ServerDeps): Hono => {
  const app = new Hono();
  const lastByPerson = new Map<PersonId, number>();
  app.post(routes.signals, bodyLimit({ maxSize: 1_024 }), async (context) => {
    const person = await requirePerson(deps, context);
    const parsed = v.safeParse(signalSchema, await context.req.json().catch(() => null));
    if (!parsed.success) throw new ProblemError('malformed');
    const chat = await deps.database
      .selectFrom('chats')
      .selectAll()
      .where('ticket_id', '=', parsed.output.ticketId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    const other = chat && otherSide(person.id, [chat.requester_id, chat.analyst_id]);
    if (!other) throw new ProblemError('not-found');
    // Nothing is lost with one too many: the mark of who types stands for some seconds anyway.
    if (deps.now() - (lastByPerson.get(person.id) ?? 0) < leastMsBetween) return context.json({ portico: 1 });
    lastByPerson.set(person.id, deps.now());
    await deps.signals.tell(other, { ...parsed.output, by: { id: person.id, name: person.name } });
    return context.json({ portico: 1 });
  });
  return app;
};

const leastMsBetween = 500;

const otherSide = (id: PersonId, sides: readonly (string | null)[]): PersonId | null =>
  sides.includes(id) ? ((sides.find((side) => side !== null && side !== id) ?? null) as PersonId | null) : null;
