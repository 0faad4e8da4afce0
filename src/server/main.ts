/** The reference backend's composition root: settings, database, organisation, letters, sockets, and a stop that loses nothing. */
import { join } from 'node:path';
import { v7 } from 'uuid';
import { createServer } from './app.ts';
import { keepChats } from './chat/keep-chats.ts';
import { createSignals } from './chat/signals.ts';
import { migrate } from './database/migrations.ts';
import { openDatabase } from './database/open-database.ts';
import { createWriteTogether } from './database/write-together.ts';
import { createFeedWatch } from './feed/feed-watch.ts';
import { followOtherWriters } from './feed/follow-other-writers.ts';
import { holdsPeopleOf, installOrganisation, isEmpty } from './install-organisation.ts';
import { addressOf, exitWith, listen, openAt } from './listen.ts';
import { factsOfFault, stderrLog } from './log.ts';
import { createFolderCarrier, createSmtpCarrier, type Carrier } from './mail/carrier.ts';
import { startMailSender } from './mail/mail-sender.ts';
import { readOrganisationFile } from './organisation-file.ts';
import { welcomeAdministrators } from './password/welcome-administrators.ts';
import { sampleOrganisation } from './sample/sample-organisation.ts';
import { holdDeskPeople } from './assignment/desk-people.ts';
import { holdRecords } from './records/hold-records.ts';
import { holdSettings } from './partition-settings/settings-records.ts';
import type { ServerDeps } from './server-deps.ts';
import { ordinaryCost, toldToEverybodyCost } from './session/passwords.ts';
import { readSettings, type Settings } from './settings.ts';
import { deploymentSettings } from './site/deployment-settings.ts';

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const isSample = settings.PORTICO_SAMPLE === 'on' && settings.PORTICO_ORGANISATION === undefined;
  const porticoJson = await deploymentSettings({ configFile: settings.PORTICO_CONFIG, dataFolder: settings.PORTICO_DATA, isSample });
  const stopping = new AbortController();
  const serverId = v7();
  const database = openDatabase(settings);
  /** The one that was asked for may leave the choice to the system. */
  let openPort = settings.PORT;
  const deps: ServerDeps = {
    serverId,
    database,
    writeTogether: createWriteTogether(database),
    watch: createFeedWatch(),
    signals: createSignals(database, serverId),
    now: Date.now,
    newId: v7,
    log: stderrLog,
    extraOrigins: settings.PORTICO_ORIGINS.split(',').filter((origin) => origin !== ''),
    portalAddress: () => settings.PORTICO_ADDRESS ?? addressOf(settings, openPort),
    passwordCost: ordinaryCost,
    site: { distFolder: settings.PORTICO_DIST, porticoJson },
    stopping: stopping.signal,
  };
  await migrate(deps.database, v7);
  if (await isEmpty(deps)) await begin(deps, settings);
  await holdRecords(deps);
  await holdSettings(deps);
  await holdDeskPeople(deps);
  if (!isSample && (await holdsPeopleOf(deps, sampleOrganisation(Date.now())))) throw new Error(sampleInside);
  const isWithoutPeople = await isEmpty(deps);
  followOtherWriters(deps, settings.DATABASE_URL);
  keepChats(deps);
  const sender = startMailSender({ ...deps, carrier: carrierOf(settings, porticoJson.name) });
  const app = createServer(deps);
  listen(app, settings, {
    onOpen: (port) => {
      openPort = port;
      greet(settings, port, { isSample, isWithoutPeople });
      // Not before: links in letters name the port.
      void welcome(deps);
    },
    onStop: () => stopping.abort(),
    onStopped: async () => {
      await sender.ended();
      await deps.database.destroy();
    },
  });
};

const sampleInside = `This data holds the sample organisation, whose passwords everybody knows, and the sample is not wanted: PORTICO_SAMPLE is off, or PORTICO_ORGANISATION names a file.
Start on other data (PORTICO_DATA=./another-folder, or another DATABASE_URL), or leave both out.`;

/** What an empty database begins with. */
const begin = async (deps: ServerDeps, { PORTICO_ORGANISATION, PORTICO_SAMPLE }: Settings): Promise<void> => {
  if (PORTICO_ORGANISATION !== undefined) await installOrganisation(deps, readOrganisationFile(PORTICO_ORGANISATION, deps.newId));
  else if (PORTICO_SAMPLE === 'on') await installOrganisation({ ...deps, passwordCost: toldToEverybodyCost }, sampleOrganisation(Date.now()));
};

const welcome = async (deps: ServerDeps): Promise<void> => {
  try {
    for (const address of await welcomeAdministrators(deps)) process.stdout.write(`A letter with a link to set a password goes to ${address}.\n`);
  } catch (fault) {
    deps.log('fault', factsOfFault(fault));
  }
};

const nobodyInside = 'Nobody can sign in yet: PORTICO_ORGANISATION names the file of an organisation to begin with (docs/how-to/begin-your-own.md).';

const mailFolder = ({ PORTICO_DATA }: Settings): string => join(PORTICO_DATA, 'mail');

/** Where no mail server is named, letters are files that a newcomer finds. */
const carrierOf = (settings: Settings, name: string): Carrier => {
  const sender = { name, address: settings.PORTICO_MAIL_FROM ?? 'desk@portico.invalid' };
  return settings.SMTP_URL === undefined ? createFolderCarrier(mailFolder(settings), sender) : createSmtpCarrier(settings.SMTP_URL, sender);
};

const greet = (settings: Settings, port: number, { isSample, isWithoutPeople }: { readonly isSample: boolean; readonly isWithoutPeople: boolean }): void => {
  const lines = [openAt(settings, port)];
  if (isWithoutPeople) lines.push(nobodyInside);
  if (settings.SMTP_URL === undefined) lines.push(`Letters are not sent but written into ${mailFolder(settings)}, until SMTP_URL names a mail server.`);
  if (isSample) {
    lines.push('', 'Sample organisation Northwind (password: <name>-portico, so ada signs in with ada-portico):');
    for (const { person, user } of sampleOrganisation(Date.now()).people) lines.push(`  ${user.padEnd(6)} ${person.name}, ${person.roles.join(', ')}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
};

main().catch(exitWith);
