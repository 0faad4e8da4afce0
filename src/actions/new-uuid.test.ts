import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newUuid } from './new-uuid.ts';

test('an id is a UUID of version 7, and no two are the same', () => {
  const ids = Array.from({ length: 1_000 }, () => newUuid());
  expect(ids.filter((id) => !validate(id) || version(id) !== 7)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what was made later sorts later, and says when it was made', () => {
  const moments = [0, 1, 1_764_000_000_000, 1_764_000_000_001, 253_402_300_799_999];
  const ids = moments.map(newUuid);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16))).toEqual(moments);
});
