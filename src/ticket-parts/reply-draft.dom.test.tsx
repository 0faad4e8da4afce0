import { createRoot, createSignal, type Setter } from 'solid-js';
import { afterEach, expect, test, vi } from 'vitest';
import { isTyping } from '../ui/typing-guard.ts';
import { createReplyDraft, type ReplyDraft, type ReplyDraftState } from './reply-draft.ts';

let dispose: () => void = () => undefined;
afterEach(() => {
  dispose();
  vi.useRealTimers();
});

/** A box, the disk under it, and the live read that tells of the disk later, when the test says so. */
const aBox = (save: (draft: ReplyDraft) => Promise<void> = async () => undefined) => {
  const saved: ReplyDraft[] = [];
  let tell!: Setter<ReplyDraft | null>;
  const box = createRoot((end): ReplyDraftState => {
    dispose = end;
    const [stored, setStored] = createSignal<ReplyDraft | null>(null);
    tell = setStored;
    return createReplyDraft(stored, async (draft) => {
      await save(draft);
      saved.push(draft);
    });
  });
  return { box, saved, hear: (draft: ReplyDraft | null) => void tell(draft) };
};

const said = (text: string): ReplyDraft => ({ text, audience: 'everybody' });
const note = (text: string): ReplyDraft => ({ text, audience: 'desk' });

test('what was saved and is read back late does not undo the next letter', async () => {
  const { box, hear } = aBox();
  box.change({ text: 'Hell' });
  await box.flush();
  box.change({ text: 'Hello' });
  await box.flush();
  hear(said('Hell'));
  expect(box.draft().text).toBe('Hello');
  hear(said('Hello'));
  expect(box.draft().text).toBe('Hello');
});

test('somebody who types on and on loses no more than a third of a second of it', async () => {
  vi.useFakeTimers();
  const { box, saved } = aBox();
  for (let letters = 1; letters <= 60; letters += 1) {
    box.change({ text: 'x'.repeat(letters) });
    await vi.advanceTimersByTimeAsync(50);
    expect(letters - (saved.at(-1)?.text.length ?? 0)).toBeLessThanOrEqual(6);
  }
  expect(saved.length).toBeLessThan(12);
});

test('a note that was begun as a reply is not turned back by the reading of the reply', async () => {
  const { box, hear } = aBox();
  box.change({ text: 'Hm' });
  await box.flush();
  box.change({ audience: 'desk' });
  await box.flush();
  hear(said('Hm'));
  expect(box.draft()).toEqual(note('Hm'));
  hear(note('Hm'));
  expect(box.draft()).toEqual(note('Hm'));
});

test('what is put into the box from elsewhere is shown there, and for whom it is', () => {
  const { box, hear } = aBox();
  hear(note('Put back'));
  expect(box.draft()).toEqual(note('Put back'));
});

test('what is put in from elsewhere does not replace what is not saved yet', () => {
  const { box, hear } = aBox();
  box.change({ text: 'Mine' });
  hear(said('Theirs'));
  expect(box.draft().text).toBe('Mine');
});

test('after sending, the late reading of the emptied box does not erase what is typed next', async () => {
  const { box, hear } = aBox();
  box.change({ text: 'First' });
  await box.flush();
  hear(said('First'));
  box.clear();
  expect(box.draft().text).toBe('');
  box.change({ text: 'Second' });
  await box.flush();
  hear(null);
  expect(box.draft().text).toBe('Second');
});

test('after a note was added the box is still for notes', async () => {
  const { box, hear } = aBox();
  box.change({ text: 'Only us', audience: 'desk' });
  await box.flush();
  hear(note('Only us'));
  box.clear();
  hear(null);
  expect(box.draft()).toEqual(note(''));
});

test('it is written 100 ms after the last key, not after each', async () => {
  vi.useFakeTimers();
  const { box, saved } = aBox();
  for (const text of ['H', 'He', 'Hel']) {
    box.change({ text });
    await vi.advanceTimersByTimeAsync(99);
  }
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual([said('Hel')]);
});

test('it is written at once when the page is hidden, and when the box goes away', async () => {
  const { box, saved } = aBox();
  box.change({ text: 'Hello' });
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(saved).toEqual([said('Hello')]));
  Reflect.deleteProperty(document, 'visibilityState');
  box.change({ text: 'Hello!' });
  dispose();
  await vi.waitFor(() => expect(saved).toEqual([said('Hello'), said('Hello!')]));
});

test('while it could not be written it says so, and nothing reloads the page under it', async () => {
  let isFull = true;
  const { box, saved } = aBox(async () => {
    if (isFull) throw new DOMException('no room', 'QuotaExceededError');
  });
  box.change({ text: 'Hello' });
  expect(await box.flush()).toBe(false);
  expect(box.state()).toBe('not-saved');
  expect(box.draft().text).toBe('Hello');
  expect(isTyping()).toBe(true);
  isFull = false;
  expect(await box.flush()).toBe(true);
  expect(box.state()).toBe('saved');
  expect(saved).toEqual([said('Hello')]);
  expect(isTyping()).toBe(false);
});
