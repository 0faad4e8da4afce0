/** 500 chats at once, beside the same lines through a bare event stream server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/database/open-sqlite.ts';
import { talk, signInAt, type Load, type Talk } from './chat/chat-load.ts';
import { installCrowd, type ChatCrowd } from './chat/chat-organisation.ts';
import { createRandom } from './chat/create-random.ts';
import { faultsOf } from './chat/check-chats.ts';
import { ms, percentile, times, type Row } from './row.ts';
import { startServer } from './server-process.ts';

/** Each side says a line every ten seconds; each second two connections of a hundred are cut. */
const pace = { linesPerSide: 3, forMs: 30_000, cutsPercent: 2 };
const crowds: readonly ChatCrowd[] = [
  { chats: 500, partitions: 20 },
  { chats: 50, partitions: 1 },
];

export const measureChat = async (): Promise<readonly Row[]> => {
  const floor = await measureFloor(500);
  const rows: Row[] = [];
  for (const crowd of crowds) rows.push(...(await measureCrowd(crowd, floor)));
  return rows;
};

/** With a seed: whoever asks for the same chats gets the same schedule. */
const loadOf = (chats: number, address: string, cookieOf: Load['cookieOf']): Load => {
  const random = createRandom(20_261_126);
  // As a device waits after a line that was heard.
  const againMs = (): number => 250 + random() * 1_000;
  return { ...pace, chats, againMs, random, addressOfPerson: () => address, addressOfAnalyst: () => address, cookieOf };
};

const measureFloor = async (chats: number): Promise<Talk> => {
  const server = await startServer('src/commands/bench/floor/chat-floor.ts', {});
  const talked = await talk(loadOf(chats, server.address, async () => ''));
  talked.close();
  await server.stop();
  return talked;
};

const measureCrowd = async (crowd: ChatCrowd, floor: Talk): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-chat-'));
  try {
    const fresh = openSqlite(folder);
    await installCrowd(fresh, crowd);
    await fresh.destroy();
    const server = await startServer('src/server/main.ts', { PORTICO_DATA: folder, PORTICO_SAMPLE: 'off', DATABASE_URL: '' });
    const talked = await talk(loadOf(crowd.chats, server.address, (user) => signInAt(server.address, user)));
    talked.close();
    await server.stop();
    const left = openSqlite(folder);
    const faults = [...talked.refused, ...(await faultsOf(left, talked.chats, pace.linesPerSide))];
    await left.destroy();
    return rowsOf(crowd, talked, floor, faults);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const rowsOf = ({ chats, partitions }: ChatCrowd, { tookMs, cuts }: Talk, floor: Talk, faults: readonly string[]): readonly Row[] => {
  const where = partitions === 1 ? 'one desk' : `${partitions} desks`;
  const [ours, bare] = [percentile(tookMs, 95), percentile(floor.tookMs, 95)];
  const spread = (talked: readonly number[]): string => [50, 95, 99].map((part) => ms(percentile(talked, part))).join(' / ');
  return [
    {
      what: `${chats} chats, ${where}: p50 / p95 / p99`,
      measured: `${spread(tookMs)} = ${times(ours / bare)}`,
      budget: 'p95 ≤ 300 ms',
      beside: `bare node:http ${spread(floor.tookMs)}`,
      isMet: ours <= 300,
      isGate: false,
    },
    {
      what: `${chats} chats, ${where}: lost, doubled, disordered`,
      measured: faults.length === 0 ? `none of ${tookMs.length} lines` : `${faults.length}: ${faults[0]}`,
      budget: 'none',
      beside: `${cuts} connections cut`,
      isMet: faults.length === 0,
      isGate: true,
    },
  ];
};
