/** The HTTP of the desk without idempotency: its own words, which only its adapter knows. */
import type { TicketActionBody } from '../../domain/action.ts';
import type { EntryId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { addBytes, addToCase, findByReference, logCase, type KeylessDesk, type KeylessOutcome } from './keyless-desk.testing.ts';

/** Answers one request. Passwords are `<user>-portico`. */
export const serveKeyless = async (desk: KeylessDesk, request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/login') return logIn(desk, (await request.json()) as { user: string; password: string });
  if (pathname === '/logout') return logOut(desk, request);
  const actor = sessionOf(desk, request);
  if (pathname === '/me') return json(200, { person: actor });
  if (!actor || request.headers.get('For-User') !== actor.id) return json(401, { error: 'session' });
  if (pathname === '/find') return json(200, { hits: findByReference(desk, searchParams.get('reference') ?? '') });
  if (pathname === '/revisions') return json(200, revisionsSince(desk, actor, searchParams));
  return changeSomething(desk, actor, request, pathname, searchParams);
};

const json = (status: number, body: object, headers: Record<string, string> = {}): Response => Response.json({ desk: 1, ...body }, { status, headers });

const tokenOf = (request: Request): string => /desk_session=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';

const sessionOf = (desk: KeylessDesk, request: Request): Person | null => {
  const personId = desk.sessions.get(tokenOf(request));
  return desk.people.find(({ id }) => id === personId) ?? null;
};

const logIn = (desk: KeylessDesk, { user, password }: { readonly user: string; readonly password: string }): Response => {
  const person = desk.people.find(({ id }) => id === (user as PersonId));
  if (!person || password !== `${user}-portico`) return json(403, { error: 'credentials' });
  desk.lastId += 1;
  const token = `t${desk.lastId}`;
  desk.sessions.set(token, person.id);
  return json(200, { person }, { 'Set-Cookie': `desk_session=${token}` });
};

const logOut = (desk: KeylessDesk, request: Request): Response => {
  desk.sessions.delete(tokenOf(request));
  return json(200, {}, { 'Set-Cookie': 'desk_session=' });
};

const changeSomething = async (desk: KeylessDesk, actor: Person, request: Request, pathname: string, searchParams: URLSearchParams): Promise<Response> => {
  const [, collection, id = ''] = pathname.split('/');
  if (collection === 'attachments') return attachment(desk, request, id as EntryId, Number(searchParams.get('offset')));
  const { reference, at, body } = (await request.json()) as { reference: string | null; at: number; body: TicketActionBody };
  const outcome = body.kind === 'raise-ticket' ? logCase(desk, actor, reference, body.data, at) : addToCase(desk, actor, id as TicketId, reference, body, at);
  return answer(reference, outcome);
};

const answer = (reference: string | null, outcome: KeylessOutcome): Response =>
  'refusal' in outcome ? json(422, { reference, ...outcome }) : json(201, { reference, ...outcome });

/** Attachments are addressed by the reference of their note. */
const attachment = async (desk: KeylessDesk, request: Request, reference: EntryId, offset: number): Promise<Response> => {
  const note = desk.notes.find((candidate) => candidate.reference === (reference as string));
  if (note?.entry.body.kind !== 'file') return json(404, { error: 'no such attachment' });
  const held =
    request.method === 'PUT'
      ? addBytes(desk, note.entry.id, offset, new Uint8Array(await request.arrayBuffer()))
      : (desk.bytes.get(note.entry.id)?.byteLength ?? 0);
  return json(200, { held, complete: held === note.entry.body.file.sizeBytes });
};

/** Whole states of everything this person sees and that changed after a revision; all of it when the feed is another one. */
const revisionsSince = (desk: KeylessDesk, actor: Person, searchParams: URLSearchParams): object => {
  const since = Number(searchParams.get('since') ?? 0);
  const isKnown = since === 0 || searchParams.get('feed') === desk.feed;
  if (!isKnown) return { expired: true };
  const cases = [...desk.cases.values()].filter(({ ticket }) => ticket.requester.id === actor.id);
  const ids = new Set(cases.map(({ ticket }) => ticket.id));
  return {
    feed: desk.feed,
    revision: desk.revision,
    now: desk.now(),
    catalogue: since === 0 ? { person: actor, partition: desk.partition, services: desk.services, flows: desk.flows } : null,
    cases: cases.filter(({ revision }) => revision > since),
    notes: desk.notes.filter(({ entry, revision }) => ids.has(entry.ticketId) && revision > since),
  };
};
