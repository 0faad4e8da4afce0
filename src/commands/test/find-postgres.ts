/** Where PostgreSQL's programs are: the tests make a temporary cluster with them, never touching the machine's own. */
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const findPostgres = (): string | undefined =>
  process.env['PORTICO_POSTGRES'] ?? [...debian(), ...onPath()].find((folder) => existsSync(join(folder, 'initdb')));

const debian = (): readonly string[] =>
  globSync('/usr/lib/postgresql/*/bin').sort((one, other) => Number(basenameOfParent(other)) - Number(basenameOfParent(one)));

const basenameOfParent = (folder: string): string => dirname(folder).split('/').at(-1) ?? '';

const onPath = (): readonly string[] => (process.env['PATH'] ?? '').split(':');
