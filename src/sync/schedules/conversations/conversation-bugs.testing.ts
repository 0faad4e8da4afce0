/** Bugs of chats and registrations that the schedules must find, planted around the shipped code. */
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { ticketSchema } from '../../../contract/ticket.ts';
import type { Action } from '../../../domain/action.ts';
import { minted } from '../../../domain/builders.testing.ts';
import type { ActionId, RegistrationId } from '../../../domain/ids.ts';
import type { Schema } from '../../../server/database/schema.ts';
import { audiences } from '../../../server/feed/write-feed.ts';
import type { RegistrationDb } from '../../../store/registration-db.ts';
import type { PlantedBug } from '../planted-bugs.testing.ts';
import { analysts } from './chat-desk.testing.ts';

/** The server judges by a ticket that it read before anybody took the chat. */
const acceptedTwice: PlantedBug = {
  serve: (serve, database) => async (request) => {
    for (const ticketId of await ticketsToAccept(request)) {
      const row = await database.selectFrom('tickets').select('body').where('id', '=', ticketId).executeTakeFirst();
      if (!row) continue;
      const ticket = v.parse(ticketSchema, JSON.parse(row.body));
      const facts = ticket.chat?.facts.filter(({ kind }) => kind === 'asked' || kind === 'ended') ?? [];
      const body = JSON.stringify({ ...ticket, chat: { ...ticket.chat, facts } });
      await database.updateTable('tickets').set({ body }).where('id', '=', ticketId).execute();
    }
    return serve(request);
  },
};

const ticketsToAccept = async (request: Request): Promise<readonly string[]> => {
  if (request.method !== 'POST' || !request.url.endsWith('/api/actions')) return [];
  const { actions } = (await request.clone().json()) as { actions: Action[] };
  return actions.flatMap(({ kind, subject }) => (kind === 'accept-chat' ? [subject.id] : []));
};

let copies = 0;

/** What was said and got no answer is said anew, as if it had never left. */
const saidAgain: PlantedBug = {
  backend: (backend) => ({
    ...backend,
    perform: async (person, batch) => {
      const originals = new Map<string, ActionId>();
      const asNew = batch.map((outgoing) => {
        if (!outgoing.outcomeUnknown || outgoing.action.kind !== 'say') return outgoing;
        const id = minted<ActionId>(0xdd0000000 + (copies += 1));
        originals.set(id, outgoing.action.id);
        return { ...outgoing, action: { ...outgoing.action, id } };
      });
      return (await backend.perform(person, asNew)).map((answer) => ({ ...answer, id: originals.get(answer.id) ?? answer.id }));
    },
  }),
};

/** A chat that goes back into the queue begins anew. */
const historyForgotten: PlantedBug = {
  server: (deps) => ({
    ...deps,
    writeTogether: (work) =>
      deps.writeTogether(async (transaction) => {
        const result = await work(transaction);
        const rows = await transaction.selectFrom('entries').select(['ticket_id', 'at']).where('body', 'like', '%"chat-given-back"%').execute();
        for (const { ticket_id, at } of rows)
          await transaction.deleteFrom('entries').where('ticket_id', '=', ticket_id).where('at', '<', at).where('body', 'like', '%"said"%').execute();
        return result;
      }),
  }),
};

/** Whoever was there once is there for ever. */
const leaseForEver: PlantedBug = {
  server: (deps) => ({
    ...deps,
    watch: { ...deps.watch, audiences: () => [...deps.watch.audiences(), ...analysts.map(({ id }) => audiences.person(id))] },
  }),
};

/** The server forgets what it answered a stranger as soon as it has. */
const registeredAgain: PlantedBug = {
  serve: (serve, database) => async (request) => {
    if (request.method === 'POST' && request.url.endsWith('/api/registrations')) {
      const { action } = (await request.clone().json()) as { action: { id: string; subject: { id: string } } };
      await database.deleteFrom('receipts').where('action_id', '=', action.id).execute();
      await database.deleteFrom('registrations').where('id', '=', action.subject.id).execute();
    }
    return serve(request);
  },
};

/** Letters are posted beside the transaction of what they tell of. */
const letterInVain: PlantedBug = {
  server: (deps) => ({
    ...deps,
    writeTogether: async (work) => {
      const before = new Set((await deps.database.selectFrom('mails').select('id').execute()).map(({ id }) => id));
      let posted: Selectable<Schema['mails']>[] = [];
      try {
        return await deps.writeTogether(async (transaction) => {
          try {
            return await work(transaction);
          } catch (fault) {
            posted = (await transaction.selectFrom('mails').selectAll().execute()).filter(({ id }) => !before.has(id));
            throw fault;
          }
        });
      } catch (fault) {
        if (posted.length > 0) await deps.database.insertInto('mails').values(posted).execute();
        throw fault;
      }
    },
  }),
};

/** Each registration is tried again in its own time: a later one has been tried less often, and is due sooner. */
const eachInItsOwnTime: PlantedBug = {
  registrations: (send) => async (deps, isAsked) => {
    const due: number[] = [];
    for (const { id } of await deps.db.registrations.toArray()) {
      const at = await send({ ...deps, db: onlyThat(deps.db, id) }, isAsked);
      if (at !== null) due.push(at);
    }
    return due.length === 0 ? null : Math.min(...due);
  },
};

const onlyThat = (db: RegistrationDb, id: RegistrationId): RegistrationDb => {
  const table = db.registrations;
  const registrations = { get: table.get.bind(table), update: table.update.bind(table), toArray: () => table.where('id').equals(id).toArray() };
  return { registrations } as unknown as RegistrationDb;
};

/** `breaks`: the invariant that must be what catches it. */
export const conversationBugs = [
  { name: 'accepted twice by the server', model: 'conversation', breaks: 'C2', bug: acceptedTwice },
  { name: 'said again after a lost answer', model: 'conversation', breaks: 'I2', bug: saidAgain },
  { name: 'given back without its history', model: 'conversation', breaks: 'I1', bug: historyForgotten },
  { name: 'never given back', model: 'conversation', breaks: 'C4', bug: leaseForEver },
  { name: 'registered again after a lost answer', model: 'conversation', breaks: 'R1', bug: registeredAgain },
  { name: 'registered in another order', model: 'conversation', breaks: 'R4', bug: eachInItsOwnTime },
  { name: 'told by letter and undone', model: 'conversation', breaks: 'R2', bug: letterInVain },
] as const;
