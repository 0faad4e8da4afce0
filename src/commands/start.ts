/** `npm start`: builds what is not built, then runs the reference backend in this terminal, or the portal in front of another one. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildSiteIfStale } from './build-site.ts';

const help = `npm start                 a whole service desk: portal, reference backend, sample organisation
npm start -- --backend request-tracker --url http://rt.example
                          the portal in front of a Request Tracker that is there already

Settings, by environment, all optional:
  PORT             port to listen on                                   (8080)
  HOST             address to listen on                                (127.0.0.1)
  PORTICO_DATA     folder of the database                              (./data)
  DATABASE_URL     PostgreSQL instead of SQLite: postgres://user@host/database
  PORTICO_DIST     folder of the built portal                          (./dist)
  PORTICO_SAMPLE   off: no sample organisation                         (on)
  PORTICO_ORGANISATION  file of the organisation that an empty database begins with, in place of the sample
  PORTICO_CONFIG   portico.json of this deployment                     (portico.json in PORTICO_DATA, if there is one)
  PORTICO_ORIGINS  other origins whose pages may use this backend, parted by commas
  PORTICO_ADDRESS  where people find the portal, for links in letters  (http://HOST:PORT)
  SMTP_URL         mail server for letters: smtp://mail.example        (letters are files in PORTICO_DATA/mail)
  PORTICO_MAIL_FROM  whom letters are from: desk@example.org           (needed with SMTP_URL)
`;

type Asked = { readonly help?: boolean | undefined; readonly backend?: string | undefined; readonly url?: string | undefined };

/** An argument that is none asks for help as well. */
const readArguments = (): Asked => {
  try {
    return parseArgs({ options: { help: { type: 'boolean' }, backend: { type: 'string' }, url: { type: 'string' } } }).values;
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n`);
    process.exitCode = 1;
    return { help: true };
  }
};

const runServer = async (file: string, environment: Readonly<Record<string, string>>): Promise<void> => {
  await buildSiteIfStale();
  const server = spawn(process.execPath, [file], { stdio: 'inherit', env: { ...process.env, ...environment } });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGINT', () => undefined);
  server.on('exit', (code) => process.exit(code ?? 1));
};

const asked = readArguments();
if (asked.help) {
  process.stdout.write(help);
} else if (asked.backend === undefined || asked.backend === 'portico') {
  await runServer('src/server/main.ts', {});
} else if (asked.backend === 'request-tracker' && asked.url !== undefined) {
  await runServer('src/server/front/main.ts', { PORTICO_BACKEND_URL: asked.url });
} else {
  process.stderr.write('Which backend? --backend request-tracker --url http://rt.example, or neither for the one that comes with the portal.\n');
  process.exitCode = 1;
}
