/** A reference backend of its own for each Playwright worker: own process, own port, own data. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Server = {
  readonly address: string;
  /** Every letter that was written to this address, the newest last. */
  readonly lettersTo: (address: string) => readonly string[];
  /** The power goes: nothing is finished, nothing is told to anybody. */
  readonly kill: () => Promise<void>;
  /** Comes back with the same data under the same address. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `entry`: which of the servers; the reference backend where nothing is said. */
export const startServer = async (environment: Readonly<Record<string, string>> = {}, entry = 'src/server/main.ts'): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
  let running = await spawnServer(entry, folder, '0', environment);
  const { address } = running;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.kill(signal);
    await ended;
  };
  return {
    address,
    lettersTo: (to) => lettersIn(join(folder, 'mail')).filter((letter) => letter.includes(`\nTo: ${to}\n`)),
    kill: () => end('SIGKILL'),
    restart: async () => {
      running = await spawnServer(entry, folder, new URL(address).port, environment);
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Their names are in the order in which they were written. */
const lettersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
    : [];

type Running = { readonly child: ChildProcess; readonly address: string };

const spawnServer = async (entry: string, folder: string, port: string, environment: Readonly<Record<string, string>>): Promise<Running> => {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, ...environment, PORT: port, PORTICO_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  for await (const line of createInterface(child.stdout)) {
    const address = /open at (http:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    await untilHealthy(address);
    return { child, address };
  }
  throw new Error(`${entry} did not start: ${complaints}`);
};

const untilHealthy = async (address: string): Promise<void> => {
  const response = await fetch(`${address}/healthz`);
  if (!response.ok) throw new Error(`the reference backend is not well: status ${response.status}`);
};
