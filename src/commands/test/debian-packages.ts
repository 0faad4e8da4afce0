/** Installs what a bare Debian lacks, where this process may. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runCommand } from './run-command.ts';

export const canInstallPackages = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

export const installPackages = async (...packages: readonly string[]): Promise<void> => {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  process.stdout.write(`Installing ${packages.join(', ')} with apt-get …\n`);
  await runCommand('apt-get', ['update', '-qq'], quiet);
  const code = await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(', ')}: the lines above say why.`);
};

const clusterSettings = '/etc/postgresql-common/createcluster.conf';

/** The programs only: no cluster is made or started on the machine, and its settings are left as they were. */
export const installPostgres = async (): Promise<void> => {
  await installPackages('postgresql-common');
  const before = readFileSync(clusterSettings, 'utf8');
  writeFileSync(clusterSettings, `${before}\ncreate_main_cluster = off\n`);
  try {
    await installPackages('postgresql');
  } finally {
    writeFileSync(clusterSettings, before);
  }
};

const startPolicy = '/usr/sbin/policy-rc.d';

/** Request Tracker and what serves it, with a mailer that listens nowhere and no database of the package's own; nothing is started. */
export const installRequestTracker = async (): Promise<void> => {
  const mayDecide = !existsSync(startPolicy);
  if (mayDecide) writeFileSync(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await installPackages('request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'dbconfig-no-thanks', 'msmtp-mta', 'starman');
  } finally {
    if (mayDecide) rmSync(startPolicy);
  }
};
