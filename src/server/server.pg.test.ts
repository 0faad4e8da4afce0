import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { ActionId } from '../domain/ids.ts';
import { routes } from '../contract/routes.ts';
import { describeAssignment } from './assignment/assignment-acceptance.testing.ts';
import { accepts, asks, chattingOrganisation, comes, describeChat, saying } from './chat/chat-acceptance.testing.ts';
import { openPostgres } from './database/open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from './database/temporary-postgres.testing.ts';
import { followOtherWriters } from './feed/follow-other-writers.ts';
import { audiences } from './feed/write-feed.ts';
import { describeMail } from './mail/mail-acceptance.testing.ts';
import { smallOrganisation, ticketIds } from './organisation.testing.ts';
import { describeSettings } from './partition-settings/settings-acceptance.testing.ts';
import { describeRecords } from './records/records-acceptance.testing.ts';
import { describePasswords } from './password/password-acceptance.testing.ts';
import { describeRegistration } from './registration/registration-acceptance.testing.ts';
import { describeServer } from './server-acceptance.testing.ts';
import { openStream, openTestServer } from './server.testing.ts';

let postgres: TemporaryPostgres;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());

describeServer('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeSettings('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeAssignment('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeRecords('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describePasswords('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeRegistration('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeMail('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
describeChat('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));

test('what is said through one server is heard on the open line of the other within a second, and so is that somebody types', { timeout: 30_000 }, async () => {
  const url = await postgres.newDatabase();
  const stopping = new AbortController();
  const organisation = chattingOrganisation();
  const open = () => openTestServer({ organisation, database: openPostgres(url), deps: { stopping: stopping.signal } });
  const [one, other] = await Promise.all([open(), open()]);
  // Only the announcement is fast enough: a look without one comes in ten minutes.
  for (const { deps } of [one, other]) followOtherWriters(deps, url, 600_000);
  const [gus, ada] = [await one.signIn('gus'), await other.signIn('ada')];
  await comes(gus);
  const ticketId = await asks(ada);
  await accepts(gus, ticketId);
  const line = openStream(ada, null);
  await line.until((text) => text.includes('"chat-accepted"'));
  const tookMs: number[] = [];
  for (const words of ['first', 'second', 'third']) {
    const startedAt = performance.now();
    await gus.perform(saying(ticketId, words));
    await line.until((text) => text.includes(words));
    tookMs.push(performance.now() - startedAt);
  }
  const body = JSON.stringify({ kind: 'typing', ticketId });
  await gus.fetch(routes.signals, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  await line.until((text) => text.includes('event: signal'));
  await line.close();
  stopping.abort();
  await Promise.all([one.close(), other.close()]);
  expect(Math.max(...tookMs)).toBeLessThan(1_000);
});

test('two servers that start at once on an empty database make one organisation of it, and each hears what the other writes', async () => {
  const url = await postgres.newDatabase();
  const stopping = new AbortController();
  const organisation = smallOrganisation(Date.UTC(2026, 10, 24, 7));
  const open = () => openTestServer({ organisation, database: openPostgres(url), deps: { stopping: stopping.signal } });
  const [writing, listening] = await Promise.all([open(), open()]);
  const woken = new Promise<void>((resolve) => listening.deps.watch.onCommit(resolve, [audiences.person('ada')]));
  let wokenInVain = 0;
  listening.deps.watch.onCommit(() => (wokenInVain += 1), [audiences.person('cleo')]);
  const ada = await writing.signIn('ada');
  await ada.perform({ v: 1, id: v7() as ActionId, kind: 'reply', subject: { kind: 'ticket', id: ticketIds.ada }, at: 1, data: { text: 'hello' } });
  followOtherWriters(listening.deps, url);
  await woken;
  stopping.abort();
  expect((await listening.deps.database.selectFrom('people').select('id').execute()).length).toBe(organisation.people.length);
  expect(JSON.stringify(await (await listening.signIn('ada')).changes())).toContain('hello');
  await Promise.all([writing.close(), listening.close()]);
  expect(wokenInVain).toBe(1);
});
