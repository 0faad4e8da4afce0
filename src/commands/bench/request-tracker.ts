/** A Request Tracker in a process of its own, with the portal before it, and tickets of ada's that both show. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startServer, type RunningServer } from './server-process.ts';

export const newestSubject = 'The screen stays dark';
const subjects = ['A chair', 'A lamp', newestSubject];

export type BothHomes = {
  /** Request Tracker's own pages. */
  readonly tracker: RunningServer;
  /** The portal in front of it. */
  readonly portal: RunningServer;
};

export const startBothHomes = async (): Promise<BothHomes> => {
  const tracker = await startTracker();
  const settings = { PORTICO_BACKEND_URL: tracker.address, PORTICO_CONFIG: 'e2e/request-tracker/portico.json' };
  const portal = await startServer('src/server/front/main.ts', settings);
  await raiseTickets(portal.address);
  return { tracker, portal };
};

/** The one of the tests. They are no part of what commands may import, so it is asked for as a program. */
const startTracker = async (): Promise<RunningServer> => {
  const child = spawn(process.execPath, ['e2e/request-tracker/serve.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const address of createInterface(child.stdout)) {
    const stop = async (): Promise<void> => {
      child.stdin.end();
      await ended;
    };
    return { address, stop };
  }
  throw new Error('Request Tracker did not start: the lines above say why.');
};

/** Through the portal's server, which passes on just what Request Tracker's interface needs. */
const raiseTickets = async (address: string): Promise<void> => {
  const form = new URLSearchParams({ user: 'ada', pass: 'ada-portico' });
  const signedIn = await fetch(`${address}/NoAuth/Login.html`, { method: 'POST', body: form });
  const Cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  for (const Subject of subjects) {
    const body = JSON.stringify({ Queue: 'IT', Requestor: ['ada'], Subject, Content: 'Since this morning.' });
    const raised = await fetch(`${address}/REST/2.0/ticket`, { method: 'POST', headers: { Cookie, 'Content-Type': 'application/json' }, body });
    if (raised.status !== 201) throw new Error(`Request Tracker did not take a ticket: status ${raised.status}`);
  }
};
