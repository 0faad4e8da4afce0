/** Runs a program in the terminal's sight and resolves with its exit code. */
import { spawn } from 'node:child_process';

export const runCommand = (command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
