/** Runs a program in the terminal's sight and resolves with its exit code. */
import { spawn } from 'node:child_process';

/** A program that hangs must fail its stage, not hold all that come after it: no stage needs a quarter of this. */
const limitMs = 30 * 60_000;

/** `limit` in ms; a program that has not ended by then is stopped, with all that it started, and has failed. */
export const runCommand = (command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}, limit = limitMs): Promise<number> =>
  new Promise((resolve, reject) => {
    // Leads a group of its own, so that its workers end with it.
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment }, detached: true });
    const stop = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const interrupted = (): void => stop('SIGINT');
    const timer = setTimeout(() => {
      process.stdout.write(`Stopped ${command}: it did not end within ${Math.round(limit / 60_000)} minutes.\n`);
      stop('SIGKILL');
    }, limit);
    const settle = (): void => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
    };
    process.on('SIGINT', interrupted);
    child.once('error', (fault) => (settle(), reject(fault)));
    child.once('exit', (code) => (settle(), resolve(code ?? 1)));
  });
