import { cleanup, fireEvent, render } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { SignedInContext } from '../../app-context.ts';
import { enPortal } from '../../i18n/en-portal.ts';
import { enDoor } from '../../i18n/en-door.ts';
import { enHome } from '../../i18n/en-home.ts';
import { learn } from '../../i18n/translate.ts';
import { Toasts } from '../../ui/toasts.tsx';
import { markTyping } from '../../ui/typing-guard.ts';
import { UpdateBar } from './update-bar.tsx';

learn({ ...enDoor, ...enHome, ...enPortal });
afterEach(cleanup);

test('a new version waits while what is typed is not kept, says so, and takes over when it is', async () => {
  let timesUpdated = 0;
  const signedIn = { update: { now: () => (timesUpdated += 1), later: () => undefined } } as never;
  const page = render(() => (
    <SignedInContext.Provider value={signedIn}>
      <UpdateBar />
      <Toasts />
    </SignedInContext.Provider>
  ));
  const box = {};
  markTyping(box, true);
  fireEvent.click(page.getByRole('button', { name: 'Update now' }));
  await page.findByText('You are typing. It updates when that is done.');
  expect(timesUpdated).toBe(0);
  markTyping(box, false);
  await expect.poll(() => timesUpdated).toBe(1);
});
