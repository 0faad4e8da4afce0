/**
 * What every command begins with. Plain JavaScript that an old Node can run: it installs what is missing, then hands over
 * to the Node that the npm package `node` brought, in a process of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const nodeBinary = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const markerFile = join(root, 'node_modules', '.portico-installed');

/** Installs when nothing is installed, or when the lock file is another one than last time. */
const install = () => {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(markerFile) && readFileSync(markerFile, 'utf8') === wanted) return;
  process.stdout.write('Installing packages (about two minutes the first time) …\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0)
    fail('The packages could not be installed. Look at the lines above: most often the network or a proxy is in the way. Then run the same command again.');
  writeFileSync(markerFile, wanted);
};

const checkNode = () => {
  const version = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' });
  const major = Number(/^v(\d+)\./.exec(version.stdout ?? '')?.[1] ?? 0);
  if (major >= 24) return;
  fail(
    'Node 24 was not installed. It comes with the npm package "node", whose install script puts it in place: allow install scripts (npm config set ignore-scripts false), delete the folder node_modules and run the same command again.',
  );
};

const fail = (words) => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};

const run = (command, args) => {
  const file = join(root, 'src', 'commands', `${command.replace(':', '-')}.ts`);
  const path = [dirname(nodeBinary), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(nodeBinary, [file, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  const stop = () => child.kill('SIGTERM');
  process.on('SIGTERM', stop);
  // The child hears of Ctrl+C by itself.
  process.on('SIGINT', () => undefined);
  stopWhenOrphaned(stop);
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
};

/** npm passes a signal on to the shell it began, which ends without telling anybody: its end is seen by having another parent. */
const stopWhenOrphaned = (stop) => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
};

const [command = '', ...args] = process.argv.slice(2);
install();
checkNode();
run(command, args);
