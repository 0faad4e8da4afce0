/**
 * A Request Tracker of its own for the tests: Debian's package on SQLite, on a free port of this machine, in a folder that
 * goes with it. Nothing of it listens elsewhere, and no mail leaves.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { organisation, passwordOf } from './organisation.ts';

export type RequestTracker = {
  readonly address: string;
  /** As it was when it was set up: nobody has asked for anything. */
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const programs = '/usr/share/request-tracker5/libexec/rt-server';
const run = promisify(execFile);

/** Where the organisation is known by one call; `prepareRequestTracker` of the test command has installed what it needs. */
export const startRequestTracker = async (): Promise<RequestTracker> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-rt-'));
  const port = await freePort();
  const environment = prepareFolder(folder, port);
  await setUp(folder, environment);
  let server = await serve(folder, port, environment);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    reset: async () => {
      await end();
      restore(folder);
      server = await serve(folder, port, environment);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Environment = Readonly<Record<string, string | undefined>>;

const prepareFolder = (folder: string, port: number): Environment => {
  for (const name of ['conf.d', 'var/mason', 'var/session']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'RT_SiteConfig.pm'), siteConfig(folder, port));
  // Its programs are an administrator's, and stand where not everybody looks for programs.
  const PATH = [process.env['PATH'], '/usr/sbin'].join(delimiter);
  return { ...process.env, PATH, RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: join(folder, 'conf.d') };
};

const siteConfig = (folder: string, port: number): string => `
Set($rtname, 'northwind.example');
Set($Organization, 'northwind.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${join(folder, 'rt.sqlite')}');
Set($WebSessionClass, 'Apache::Session::File');
Set($MailCommand, 'mbox');
Set($Timezone, 'UTC');
Set($LogToSTDERR, 'error');
Set($LogToSyslog, undef);
Set($MaxAttachmentSize, 25 * 1024 * 1024);
{
    no warnings 'once';
    $RT::VarPath = '${join(folder, 'var')}';
    $RT::MasonDataDir = '${join(folder, 'var/mason')}';
    $RT::MasonSessionDir = '${join(folder, 'var/session')}';
}
1;
`;

const setUp = async (folder: string, env: Environment): Promise<void> => {
  await run('rt-setup-database-5', ['--action', 'init', '--skip-create'], { env });
  const seeding = run('perl', [join(import.meta.dirname, 'seed.pl')], { env });
  const people = organisation.people.map((person) => ({ ...person, password: passwordOf(person.user) }));
  seeding.child.stdin?.end(JSON.stringify({ ...organisation, people }));
  await seeding;
  copyFileSync(join(folder, 'rt.sqlite'), join(folder, 'as-set-up.sqlite'));
};

const restore = (folder: string): void => {
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(join(folder, `rt.sqlite${ending}`), { force: true });
  copyFileSync(join(folder, 'as-set-up.sqlite'), join(folder, 'rt.sqlite'));
};

const serve = async (folder: string, port: number, env: Environment): Promise<ChildProcess> => {
  const args = ['--listen', `127.0.0.1:${port}`, '--workers', '3', '--preload-app', '--error-log', join(folder, 'error.log'), '-a', programs];
  const server = spawn('starman', args, { env, stdio: 'ignore' });
  await untilItAnswers(server, port);
  return server;
};

/** It takes some seconds, and says nothing when it is ready. */
const untilItAnswers = async (server: ChildProcess, port: number): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error('Request Tracker did not start');
    const answer = await fetch(`http://127.0.0.1:${port}/REST/2.0/rt`).catch(() => null);
    if (answer?.status === 401) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};
