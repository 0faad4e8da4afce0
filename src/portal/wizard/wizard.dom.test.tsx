import 'fake-indexeddb/auto';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerQuestion } from '../../actions/answer-question.ts';
import { submitDraft } from '../../actions/submit-draft.ts';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { aFlow, aQuestion, aStep, named } from '../../domain/builders.testing.ts';
import type { QuestionId } from '../../domain/ids.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { beginDraft, openTab, type TestTab } from './wizard.testing.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const what = named<QuestionId>('what');
const where = named<QuestionId>('where');

const answersOf = async ({ store }: ActionDeps, { id }: DraftRow): Promise<DraftRow['answers'] | undefined> => (await store.outbox.drafts.get(id))?.answers;

const field = (tab: TestTab): Promise<HTMLInputElement> => tab.findByRole<HTMLInputElement>('textbox');
const type = (input: HTMLInputElement, text: string): void => {
  input.focus();
  fireEvent.input(input, { target: { value: text } });
};
const press = async (tab: TestTab, name: string): Promise<void> => void fireEvent.click(await tab.findByRole('button', { name }));
const heading = (tab: TestTab, name: string): Promise<HTMLElement> => tab.findByRole('heading', { level: 1, name });

/** From now on nothing can be written; returns how to make room again. */
const fillDisk = (): (() => void) => {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const spies = (['add', 'put'] as const).map((method) => vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(full));
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
};

/** Everything but the photo is answered. */
const almostDone = async (): Promise<{ readonly actions: ActionDeps; readonly draft: DraftRow }> => {
  const begun = await beginDraft();
  for (const [questionId, value] of [
    [what, 'No light'],
    [where, 'Room 2'],
    [named<QuestionId>('photo'), null],
  ] as const)
    await answerQuestion(begun.actions, begun.draft.id, questionId, value);
  return begun;
};

test('the field keeps its focus and its text while what was typed is saved and read back', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  const input = await field(tab);
  type(input, 'The scre');
  await waitFor(async () => expect(await answersOf(actions, draft)).toEqual({ what: 'The scre' }));
  await tab.findByText('Saved');
  type(input, 'The screen');
  await waitFor(async () => expect(await answersOf(actions, draft)).toEqual({ what: 'The screen' }));
  expect(await field(tab)).toBe(input);
  expect(document.activeElement).toBe(input);
});

test('each question takes the focus with its heading', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  type(await field(tab), 'The screen');
  await press(tab, 'Continue');
  const next = await heading(tab, 'where?');
  expect(document.activeElement).toBe(next);
  expect(document.title).toBe('where? · Something is broken');
});

test('an answer that is missing is asked for in words, at the field, which has the focus', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  await heading(tab, 'what?');
  await press(tab, 'Continue');
  const error = await tab.findByRole('alert');
  const input = await field(tab);
  expect(error.textContent).toContain('Please answer this');
  expect(input.getAttribute('aria-describedby')).toBe(error.id);
  expect(document.activeElement).toBe(input);
  type(input, 'T');
  expect(tab.queryByRole('alert')).toBeNull();
});

test('a page that is hidden has everything on the disk before the next key could come', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  const input = await field(tab);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  type(input, 'The screen');
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  vi.useRealTimers();
  await waitFor(async () => expect(await answersOf(actions, draft)).toEqual({ what: 'The screen' }));
});

test('what another tab writes is shown, but not under the cursor of somebody who types', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  const input = await field(tab);
  await answerQuestion(actions, draft.id, what, 'From the other tab');
  await waitFor(() => expect(input.value).toBe('From the other tab'));
  type(input, 'Typed here');
  await waitFor(async () => expect(await answersOf(actions, draft)).toEqual({ what: 'Typed here' }));
  await answerQuestion(actions, draft.id, what, 'The last word');
  await tab.findByText('Saved');
  expect(input.value).toBe('Typed here');
  input.blur();
  await waitFor(() => expect(input.value).toBe('The last word'));
});

describe('from the review', () => {
  test('a changed answer leads back to the review', async () => {
    const { actions, draft } = await almostDone();
    const tab = openTab(actions, `/drafts/${draft.id}`);
    await press(tab, 'Change: what?');
    type(await field(tab), 'No power');
    await press(tab, 'Continue');
    await heading(tab, 'Check your answers');
    expect(await tab.findByText('No power')).toBeTruthy();
  });

  test('an answer that opens another question leads there, and says why', async () => {
    const more = aQuestion('short-text', 'more', { when: { question: what, is: 'equal', value: 'fire' } });
    const { actions, draft } = await beginDraft(aFlow({ steps: [aStep('only', [aQuestion('short-text', 'what'), more])] }));
    await answerQuestion(actions, draft.id, what, 'water');
    const tab = openTab(actions, `/drafts/${draft.id}`);
    await press(tab, 'Change: what?');
    type(await field(tab), 'fire');
    await press(tab, 'Continue');
    await heading(tab, 'more?');
    expect((await tab.findByRole('status')).textContent).toContain('One more answer');
    type(await field(tab), 'In the kitchen');
    await press(tab, 'Continue');
    await heading(tab, 'Check your answers');
  });

  test('an address that asks for the review too early shows what is missing, under its own address', async () => {
    const { actions, draft } = await beginDraft();
    await answerQuestion(actions, draft.id, what, 'No light');
    const tab = openTab(actions, `/drafts/${draft.id}/review`);
    await heading(tab, 'where?');
    await waitFor(() => expect(tab.address()).toBe(`/drafts/${draft.id}/where?from=review`));
  });

  test('pressed twice, it is sent once, and the ticket is shown', async () => {
    const { actions, draft } = await almostDone();
    const tab = openTab(actions, `/drafts/${draft.id}`);
    const send = await tab.findByRole('button', { name: 'Send' });
    fireEvent.click(send);
    fireEvent.click(send);
    await heading(tab, 'The ticket');
    expect(tab.address()).toBe(`/tickets/${draft.ticketId}`);
    expect(await actions.store.outbox.actions.count()).toBe(1);
  });

  test('a device that cannot take it says so, and nothing is lost', async () => {
    const { actions, draft } = await almostDone();
    const tab = openTab(actions, `/drafts/${draft.id}`);
    const send = await tab.findByRole('button', { name: 'Send' });
    const mend = fillDisk();
    fireEvent.click(send);
    expect((await tab.findByRole('alert')).textContent).toContain('Nothing was sent');
    expect(await answersOf(actions, draft)).toMatchObject({ what: 'No light' });
    mend();
    fireEvent.click(send);
    await heading(tab, 'The ticket');
  });
});

test('a draft that was sent in another tab is shown as sent, with the way to its ticket', async () => {
  const { actions, draft } = await almostDone();
  const tab = openTab(actions, `/drafts/${draft.id}/where`);
  await heading(tab, 'where?');
  await submitDraft(actions, draft.id, '2026-11-24');
  await heading(tab, 'This was already sent');
  expect((await tab.findByRole('link', { name: 'See the ticket' })).getAttribute('href')).toBe(`/tickets/${draft.ticketId}`);
});

test('while the disk takes nothing, the page says so and stays at the question with its text', async () => {
  const { actions, draft } = await beginDraft();
  const tab = openTab(actions, `/drafts/${draft.id}`);
  const input = await field(tab);
  const mend = fillDisk();
  type(input, 'The screen');
  await press(tab, 'Continue');
  expect((await tab.findByRole('alert')).textContent).toContain('this device is full');
  expect(await field(tab)).toBe(input);
  expect(input.value).toBe('The screen');
  mend();
  await press(tab, 'Continue');
  await heading(tab, 'where?');
  expect(await answersOf(actions, draft)).toEqual({ what: 'The screen' });
});
