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
const words = (now: string): string => `Changed by somebody else meanwhile: it is now “${now}”.`;

test('a warning that is not on the page is not taken for shown: nothing is saved over before it was', () => {
  const { led, setShown } = openForm([{ field: 'recipients', now: 'Ada' }]);
  setShown(false);
  expect(led()).not.toBe(null);
  expect(led()).not.toBe(null);
  setShown(true);
  expect(led()).toBe(words('Ada'));
  expect(led()).toBe(null);
});

test('of several that were changed meanwhile none is saved over before it was shown: each press leads to the next', () => {
  const { led } = openForm([
    { field: 'name', now: 'Chat' },
    { field: 'priority', now: 'high' },
  ]);
  expect(led()).toBe(words('Chat'));
  expect(led()).toBe(words('high'));
  expect(led()).toBe(null);
});

test('what was shown, and is so again after something else was shown, is shown again', () => {
  const { led, setFound } = openForm([{ field: 'priority', now: 'high' }]);
  expect(led()).toBe(words('high'));
  setFound([{ field: 'priority', now: 'low' }]);
  expect(led()).toBe(words('low'));
  setFound([{ field: 'priority', now: 'high' }]);
  expect(led()).toBe(words('high'));
  expect(led()).toBe(null);
});
