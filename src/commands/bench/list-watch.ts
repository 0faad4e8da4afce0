/** Times a list inside the open portal, from the person's hand to the next picture on the screen. */
import type { Page } from '@playwright/test';

type Watch = {
  readonly open: (href: string) => Promise<number>;
  readonly search: (text: string) => Promise<number>;
  readonly choose: (label: string, value: string) => Promise<number>;
};
declare const watch: Watch;

/** Puts the watch into a page whose navigation stands, and opens the list once without it: the screen is loaded then, and the database open. */
export const watchList = async (page: Page, href: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await page.evaluate(putWatch);
  await openList(page, href);
};

/** From a press on its link in the navigation to a screenful of rows, in milliseconds, as are the others. */
export const openList = (page: Page, href: string): Promise<number> => page.evaluate((to) => watch.open(to), href);

export const searchList = (page: Page, text: string): Promise<number> => page.evaluate((typed) => watch.search(typed), text);

/** Chooses in the list whose label that is, by the value of an option; it must be one by which the list changes. */
export const narrowList = (page: Page, label: string, value: string): Promise<number> =>
  page.evaluate(([name, chosen]) => watch.choose(name, chosen), [label, value] as const);

/** Runs in the page. A picture is on the screen after the frame that follows the one in which the list has changed. */
const putWatch = (): void => {
  const found = (): string => `${document.querySelector('.found')?.textContent} ${document.querySelector('main ul[aria-label] > li')?.textContent}`;
  const rows = (): number => document.querySelectorAll('main ul[aria-label] > li').length;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const time = async (act: () => void, isDone: () => boolean, what: string): Promise<number> => {
    const startedAt = performance.now();
    act();
    while (!isDone()) {
      if (performance.now() - startedAt > 10_000) throw new Error(`${what} did not change the list of tickets: ${found()}`);
      await frame();
    }
    await frame();
    return performance.now() - startedAt;
  };
  const change = (element: HTMLInputElement | HTMLSelectElement, value: string, event: string, what: string): Promise<number> => {
    const before = found();
    const act = (): void => {
      element.value = value;
      element.dispatchEvent(new Event(event, { bubbles: true }));
    };
    return time(act, () => found() !== before, what);
  };
  const labelled = (label: string): HTMLSelectElement => {
    const select = [...document.querySelectorAll<HTMLSelectElement>('main select')].find((one) => one.labels[0]?.textContent === label);
    if (!select) throw new Error(`there is nothing labelled “${label}” to narrow the list by`);
    return select;
  };
  const list: Watch = {
    open: (href) =>
      time(
        () => document.querySelector<HTMLElement>(`nav a[href="${href}"]`)?.click(),
        () => rows() >= 50,
        href,
      ),
    search: (text) => change(document.querySelector('main input[type=search]') as HTMLInputElement, text, 'input', text),
    choose: (label, value) => change(labelled(label), value, 'change', `${label}: ${value}`),
  };
  Object.assign(globalThis, { watch: list });
};
