/** Two servers on one PostgreSQL: the person on one, the analyst on the other, and one of them is killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talk, signInAt } from '../../commands/bench/chat/chat-load.ts';
import { installCrowd } from '../../commands/bench/chat/chat-organisation.ts';
import { faultsOf } from '../../commands/bench/chat/check-chats.ts';
import { createRandom } from '../../commands/bench/chat/create-random.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../database/temporary-postgres.testing.ts';
import { startProcess } from '../server-process.testing.ts';

let postgres: TemporaryPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
  folder = mkdtempSync(join(tmpdir(), 'portico-chats-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await postgres.stop();
});

const chats = 20;
const linesPerSide = 6;

test.each(['the person’s', 'the analyst’s'])(
  '%s server is killed in the middle: the device goes to the other one, and the chats go on with nothing lost',
  async (whose) => {
    const url = await postgres.newDatabase();
    const database = openPostgres(url);
    await installCrowd(database, { chats, partitions: 2 });
    const start = () => startProcess(folder, { PORTICO_SAMPLE: 'off', DATABASE_URL: url });
    const [persons, analysts] = await Promise.all([start(), start()]);
    const [victim, survivor] = whose === 'the person’s' ? [persons, analysts] : [analysts, persons];
    const random = createRandom(5);
    let isKilled = false;
    let killed: Promise<unknown> = Promise.resolve();
    // What a gateway does: it leaves the server alone that does not answer.
    const standing = (server: typeof persons) => () => (isKilled ? survivor : server).address;
    const talked = await talk({
      chats,
      linesPerSide,
      forMs: 2_000,
      cutsPercent: 20,
      againMs: () => 20 + random() * 100,
      random,
      addressOfPerson: standing(persons),
      addressOfAnalyst: standing(analysts),
      cookieOf: (user) => signInAt(survivor.address, user),
      onLineHeard: (heard) => {
        if (heard !== chats * linesPerSide) return;
        isKilled = true;
        killed = victim.end('SIGKILL');
      },
    });
    talked.close();
    await killed;
    const faults = await faultsOf(database, talked.chats, linesPerSide);
    await database.destroy();
    await survivor.end('SIGTERM');
    expect(faults).toEqual([]);
    expect(isKilled).toBe(true);
    expect(talked.tookMs.length).toBe(chats * linesPerSide * 2);
  },
);
