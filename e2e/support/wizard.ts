/** Answering questions as a person does: read the heading, answer, go on. */
import { expect, type Page } from '@playwright/test';

export const chooses = async (page: Page, question: string, ...options: readonly string[]): Promise<void> => {
  await expectQuestion(page, question);
  for (const option of options)
    await page
      .getByRole('radio', { name: option })
      .or(page.getByRole('checkbox', { name: option }))
      .check();
  await goOn(page);
};

export const types = async (page: Page, question: string, text: string): Promise<void> => {
  await expectQuestion(page, question);
  await page.getByRole('textbox', { name: question }).fill(text);
  await goOn(page);
};

/** Says a day by one of the buttons beside the calendar. */
export const picksDay = async (page: Page, question: string, day: string): Promise<void> => {
  await expectQuestion(page, question);
  await page.getByRole('button', { name: day }).click();
  await goOn(page);
};

export const expectQuestion = (page: Page, question: string): Promise<void> => expect(page.getByRole('heading', { level: 1 })).toContainText(question);

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();
