import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, test } from 'vitest';
import { SignedInContext, createLive, useSignedIn } from '../../app-context.ts';
import { anAction, aPerson } from '../../domain/builders.testing.ts';
import { observeOutbox } from '../../store/observe/outbox.ts';
import { newOutboxRow } from '../../store/outbox.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { openPortal } from '../portal.testing.tsx';
import { SendNow } from './send-now.tsx';

afterEach(cleanup);

const calm = { key: 'sync', paused: null, resumed: 0, failures: 0, retryAt: null, failingSince: null, lastContactAt: null, clockOffsetMs: 0 } as const;

const Page = () => {
  const signedIn = useSignedIn();
  const outbox = createLive(observeOutbox(signedIn.store));
  return (
    <SignedInContext.Provider value={{ ...signedIn, sendEverything: async () => undefined }}>
      {outbox() && <SendNow view={outbox()!} status={calm} />}
    </SignedInContext.Provider>
  );
};

test('what came of a try never says that something waits when it is sent by now', async () => {
  const store = openPersonStore(v7(), aPerson());
  await store.outbox.actions.add(newOutboxRow(anAction({ kind: 'chase', data: {} })));
  const page = openPortal({ store, now: Date.now, newId: v7, onPerformed: () => undefined }, '/', () => <Route path="/" component={Page} />);
  fireEvent.click(await page.findByRole('button', { name: 'Send now' }));
  await page.findByText('1 thing still waits.');
  await store.outbox.actions.clear();
  await page.findByText('Everything is with the desk.');
});
