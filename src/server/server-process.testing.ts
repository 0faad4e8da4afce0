/** The reference backend as it really runs: a process of its own with a socket, that can be stopped or killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import * as v from 'valibot';
import { actionsResponseSchema } from '../contract/actions-exchange.ts';
import { changesPageSchema, type Change } from '../contract/change.ts';
import type { Answer } from '../contract/receipt.ts';
import { personHeader, routes } from '../contract/routes.ts';
import type { Action } from '../domain/action.ts';

export type ServerProcess = {
  readonly address: string;
  readonly child: ChildProcess;
  /** Sends the signal and waits for the end; the code that the process ended with, null when it was killed. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Starts on the data of this folder and resolves when it answers; rejects with what it complained of. */
export const startProcess = async (folder: string, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PORTICO_DATA: folder, PORTICO_SAMPLE: 'on', DATABASE_URL: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  for await (const line of createInterface(child.stdout)) {
    const address = /open at (http:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return { address, child, end: (signal) => endProcess(child, signal) };
  }
  throw new Error(complaints);
};

const endProcess = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
};

export type Session = { readonly cookie: string; readonly person: string };

export const signInAt = async (address: string, user: string): Promise<Session> => {
  const response = await fetch(address + routes.session, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, password: `${user}-portico` }),
  });
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', person: user };
};

export const headersOf = ({ cookie, person }: Session): Record<string, string> => ({
  Cookie: cookie,
  [personHeader]: person,
  'Content-Type': 'application/json',
});

export const performAt = async (address: string, session: Session, actions: readonly Action[]): Promise<readonly Answer[]> => {
  const response = await fetch(address + routes.actions, { method: 'POST', headers: headersOf(session), body: JSON.stringify({ actions }) });
  return v.parse(actionsResponseSchema, await response.json()).answers;
};

export const readAllAt = async (address: string, session: Session): Promise<readonly Change[]> => {
  const changes: Change[] = [];
  for (let query = ''; ;) {
    const response = await fetch(address + routes.changes + query, { headers: headersOf(session) });
    const page = v.parse(changesPageSchema, await response.json());
    changes.push(...page.changes);
    if (!page.more) return changes;
    query = `?since=${encodeURIComponent(page.cursor)}`;
  }
};
