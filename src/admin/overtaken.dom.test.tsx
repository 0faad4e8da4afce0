import { cleanup, render } from '@solidjs/testing-library';
import { createSignal, For, Show } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import '../portal/portal.testing.tsx';
import './admin-screens.ts';
import { createOvertaken, OvertakenWarning } from './overtaken.tsx';

afterEach(cleanup);

type Found = Parameters<typeof createOvertaken>[0];

/** Its warnings stand on the page where they are shown. */
const openForm = (start: ReturnType<Found>) => {
  const [found, setFound] = createSignal(start);
  const [isShown, setShown] = createSignal(true);
  const overtaken = createOvertaken(found);
  render(() => (
    <Show when={isShown()}>
      <For each={found()}>{({ field, now }) => <OvertakenWarning field={field} now={String(now)} />}</For>
    </Show>
  ));
  const led = (): string | null => (overtaken.lead() ? (document.activeElement?.textContent ?? '') : null);
  return { overtaken, setFound, setShown, led };
};

test('a warning that is not on the page is not taken for shown: nothing is saved over before it was', () => {
  const { led, setShown } = openForm([{ field: 'recipients', now: 'Ada' }]);
  setShown(false);
  expect(led()).not.toBe(null);
  expect(led()).not.toBe(null);
  setShown(true);
  expect(led()).toContain('“Ada”');
  expect(led()).toBe(null);
});
