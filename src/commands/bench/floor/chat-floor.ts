/**
 * The floor for chats: the same exchange on bare node:http, which judges nothing, keeps everything in memory, and hands each
 * line to the two sides of its chat alone. A process of its own, like the server that it stands beside.
 */
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { personHeader, routes } from '../../../contract/routes.ts';

type Line = { readonly kind: 'entry'; readonly body: object };
type Listener = { readonly response: ServerResponse; cursor: number };

const linesByPerson = new Map<string, Line[]>();
const listenersByPerson = new Map<string, Set<Listener>>();
/** What was answered is answered again. */
const done = new Set<string>();

const requestSchema = v.object({
  actions: v.array(
    v.object({ id: v.string(), kind: v.string(), subject: v.object({ id: v.string() }), data: v.object({ text: v.exactOptional(v.string()) }) }),
  ),
});

const sidesOf = (person: string): readonly string[] => {
  const number = person.split('-').at(-1) ?? '';
  return [`person-${number}`, `analyst-${number}`];
};

const tell = (person: string, listener: Listener): void => {
  const lines = linesByPerson.get(person) ?? [];
  const page = JSON.stringify({ portico: 1, changes: lines.slice(listener.cursor), cursor: String(lines.length) });
  listener.cursor = lines.length;
  listener.response.write(`data: ${page}\nid: ${lines.length}\n\n`);
};

const perform = (person: string, body: string): string => {
  const { actions } = v.parse(requestSchema, JSON.parse(body));
  for (const { id, subject, data } of actions) {
    if (data.text === undefined || done.has(id)) continue;
    done.add(id);
    const entry = { id, ticketId: subject.id, at: Date.now(), by: { id: person, name: person }, body: { kind: 'said', text: data.text } };
    for (const side of sidesOf(person)) {
      const lines = linesByPerson.get(side) ?? [];
      linesByPerson.set(side, lines);
      lines.push({ kind: 'entry', body: entry });
      listenersByPerson.get(side)?.forEach((listener) => tell(side, listener));
    }
  }
  return JSON.stringify({ portico: 1, answers: actions.map(({ id }) => ({ id, outcome: 'applied' })) });
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const person = String(request.headers[personHeader.toLowerCase()]);
  if (pathname === routes.actions) {
    text(request).then(
      (body) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(perform(person, body)),
      // Cut in the middle: it comes again.
      () => response.destroy(),
    );
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  if (pathname === routes.health) return void response.end();
  const listener = { response, cursor: Number(searchParams.get('since') ?? 0) };
  const listeners = listenersByPerson.get(person) ?? new Set();
  listenersByPerson.set(person, listeners.add(listener));
  response.once('close', () => listeners.delete(listener));
  tell(person, listener);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
