/** A PostgreSQL of the test's own: a fresh cluster in a temporary folder, on a free port, gone afterwards. Never the machine's. */
import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export type TemporaryPostgres = {
  /** The address of a new, empty database. */
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

export const startTemporaryPostgres = async (): Promise<TemporaryPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const asOwner = await ownerOf(folder);
  await asOwner('initdb', ['--pgdata', data, '--username', 'portico', '--auth', 'trust', '--no-sync']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  await asOwner('pg_ctl', ['start', '--pgdata', data, '--log', join(folder, 'log'), '--wait', '-o', settings]);
  const addressOf = (database: string): string => `postgres://portico@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      const client = new pg.Client({ connectionString: addressOf('postgres') });
      await client.connect();
      await client.query(`create database portico_${made}`);
      await client.end();
      return addressOf(`portico_${made}`);
    },
    stop: async () => {
      await asOwner('pg_ctl', ['stop', '--pgdata', data, '--mode', 'immediate', '--wait']);
      rmSync(folder, { recursive: true });
    },
  };
};

/** PostgreSQL refuses to run as root: there its own user, which the package brings, owns the folder. */
const ownerOf = async (folder: string) => {
  const binaries = newestBinaries();
  if (process.getuid?.() !== 0) return (program: string, args: readonly string[]) => run(join(binaries, program), args, { cwd: folder });
  const idOf = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
  const [uid, gid] = [await idOf('-u'), await idOf('-g')];
  chownSync(folder, uid, gid);
  return (program: string, args: readonly string[]) =>
    run('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', join(binaries, program), ...args], { cwd: folder });
};

/** Where the test command found them, else where Debian puts them. */
const newestBinaries = (): string => {
  const found = process.env['PORTICO_POSTGRES'];
  if (found) return found;
  const root = '/usr/lib/postgresql';
  const version = readdirSync(root)
    .sort((one, other) => Number(one) - Number(other))
    .at(-1);
  return join(root, version ?? '', 'bin');
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
