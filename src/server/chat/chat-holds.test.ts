/** Chats under faults, on a server that is a process of its own. `npm run bench -- chat` does the same with 500 of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { talk, signInAt } from '../../commands/bench/chat/chat-load.ts';
import { installCrowd } from '../../commands/bench/chat/chat-organisation.ts';
import { differences, faultsOf } from '../../commands/bench/chat/check-chats.ts';
import { createRandom } from '../../commands/bench/chat/create-random.ts';
import { openSqlite } from '../database/open-sqlite.ts';
import { startProcess } from '../server-process.testing.ts';

const chats = 20;
const linesPerSide = 6;

test(
  'chats whose lines are cut at random, on a server that is killed in the middle: nothing is lost, doubled or out of order',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portico-chats-'));
    const random = createRandom(4);
    try {
      const fresh = openSqlite(folder);
      await installCrowd(fresh, { chats, partitions: 2 });
      await fresh.destroy();
      const start = () => startProcess(folder, { PORTICO_SAMPLE: 'off' });
      let server = await start();
      const address = (): string => server.address;
      const restarts: Promise<void>[] = [];
      const talked = await talk({
        chats,
        linesPerSide,
        forMs: 2_000,
        cutsPercent: 40,
        againMs: () => 20 + random() * 100,
        random,
        addressOfPerson: address,
        addressOfAnalyst: address,
        cookieOf: (user) => signInAt(server.address, user),
        onLineHeard: (heard) => {
          if (heard !== chats * linesPerSide) return;
          const again = async (): Promise<void> => {
            await server.end('SIGKILL');
            server = await start();
          };
          restarts.push(again());
        },
      });
      talked.close();
      await Promise.all(restarts);
      await server.end('SIGTERM');
      const left = openSqlite(folder);
      const faults = await faultsOf(left, talked.chats, linesPerSide);
      await left.destroy();
      expect(faults).toEqual([]);
      expect(talked.tookMs.length).toBe(chats * linesPerSide * 2);
      expect(talked.cuts).toBeGreaterThan(10);
      expect(restarts).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('a line that is lost, doubled, strange or out of order is found', () => {
  const said = ['one', 'two', 'three'];
  expect(differences(said, said, 'here')).toEqual([]);
  expect(differences(said, ['one', 'three'], 'here')).toEqual(['1 lost of the lines here']);
  expect(differences(said, ['one', 'two', 'two', 'three'], 'here')).toEqual(['1 doubled of the lines here']);
  expect(differences(said, ['one', 'two', 'three', 'four'], 'here')).toEqual(['1 that nobody said among the lines here']);
  expect(differences(said, ['two', 'one', 'three'], 'here')).toEqual(['out of order: the lines here']);
});
