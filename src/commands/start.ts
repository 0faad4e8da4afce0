/** `npm start`: builds what is not built, then runs the reference backend in this terminal. */
import { spawn } from 'node:child_process';
import { buildSiteIfStale } from './build-site.ts';

const help = `npm start                 a whole service desk: portal, reference backend, sample organisation

Settings, by environment, all optional:
  PORT             port to listen on                                   (8080)
  HOST             address to listen on                                (127.0.0.1)
  PORTICO_DATA     folder of the database                              (./data)
  DATABASE_URL     PostgreSQL instead of SQLite: postgres://user@host/database
  PORTICO_DIST     folder of the built portal                          (./dist)
  PORTICO_SAMPLE   off: no sample organisation                         (on)
  PORTICO_CONFIG   portico.json of this deployment                     (portico.json in PORTICO_DATA, if there is one)
  PORTICO_ORIGINS  other origins whose pages may use this backend, parted by commas
`;

if (process.argv.includes('--help')) {
  process.stdout.write(help);
} else {
  await buildSiteIfStale();
  const server = spawn(process.execPath, ['src/server/main.ts'], { stdio: 'inherit' });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGINT', () => undefined);
  server.on('exit', (code) => process.exit(code ?? 1));
}
