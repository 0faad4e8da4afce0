/** One of the project's servers in a process of its own, on a free port, with data that goes with it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningServer = { readonly address: string; readonly stop: () => Promise<void> };

/** `entry`: which of the servers, such as `src/server/main.ts`. */
export const startServer = async (entry: string, settings: Readonly<Record<string, string>>): Promise<RunningServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, PORT: String(port), PORTICO_DATA: folder, ...settings },
    stdio: 'ignore',
  });
  // It does not outlive a bench that ends with a fault.
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  const address = `http://127.0.0.1:${port}`;
  await untilHealthy(address, entry, child);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    end();
    await ended;
    process.off('exit', end);
    rmSync(folder, { recursive: true });
  };
  return { address, stop };
};

const untilHealthy = async (address: string, entry: string, child: ChildProcess): Promise<void> => {
  while (!(await isHealthy(address))) {
    if (child.exitCode !== null) throw new Error(`${entry} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const isHealthy = (address: string): Promise<boolean> =>
  fetch(`${address}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
