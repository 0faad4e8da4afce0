/** `npm run bench`: the budgets, measured on this machine now, each beside its floor or rival. `npm run bench -- backend` runs one part. */
import { buildSiteIfStale } from './build-site.ts';
import { measureBackend } from './bench/backend-rows.ts';
import { measureChat } from './bench/chat-rows.ts';
import { measureDevice } from './bench/device-rows.ts';
import { measurePage } from './bench/page-rows.ts';
import { measureRequestTracker } from './bench/request-tracker-rows.ts';
import { printRows, type Row } from './bench/row.ts';
import { measureSizes } from './bench/size-rows.ts';

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  sizes: async () => measureSizes('dist'),
  backend: measureBackend,
  chat: measureChat,
  device: measureDevice,
  page: measurePage,
  'request-tracker': measureRequestTracker,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

await buildSiteIfStale();
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await measure();
  printRows(name, rows);
  if (rows.some(({ isGate, isMet }) => isGate && isMet === false)) process.exitCode = 1;
}
