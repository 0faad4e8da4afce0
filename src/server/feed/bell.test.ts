import { expect, test } from 'vitest';
import { createBell } from './bell.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Counts its wakings; each look takes until it is let go. */
const readerOf = (bell: ReturnType<typeof createBell>) => {
  const counted = { wakings: 0, letGo: (): void => undefined };
  const read = async (): Promise<never> => {
    for (;;) {
      await bell.rung();
      counted.wakings += 1;
      await new Promise<void>((resolve) => (counted.letGo = resolve));
    }
  };
  void read();
  return counted;
};

test('what happens while nobody waits is looked at with the next look, and many rings are one', async () => {
  const bell = createBell();
  const reader = readerOf(bell);
  bell.ring();
  await settle();
  for (let ring = 0; ring < 50; ring += 1) bell.ring();
  await settle();
  expect(reader.wakings).toBe(1);
  reader.letGo();
  await settle();
  expect(reader.wakings).toBe(2);
  reader.letGo();
  await settle();
  expect(reader.wakings).toBe(2);
});
