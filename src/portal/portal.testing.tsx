/** Screens of the portal on a real store, at an address. */
import { createMemoryHistory, MemoryRouter } from '@solidjs/router';
import { render } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import type { ActionDeps } from '../actions/action-deps.ts';
import { SignedInContext } from '../app-context.ts';
import { fileLimits } from '../domain/file-limits.ts';
import { enHome } from '../i18n/en-home.ts';
import { enDoor } from '../i18n/en-door.ts';
import '../i18n/learn-screens.ts';
import { learn } from '../i18n/translate.ts';

learn(enDoor);
learn(enHome);
// The router goes to the top of a new screen, and what is covered is brought into sight; this page has no height.
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
// No media here: neither installed nor dark.
window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;

// What jsdom has not: the native dialog opens and closes itself.
HTMLDialogElement.prototype.show = HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

export const openPortal = (actions: ActionDeps, path: string, routes: () => JSX.Element) => {
  const history = createMemoryHistory();
  history.set({ value: path });
  const signedIn = {
    person: actions.store.person,
    store: actions.store,
    actions,
    capabilities: { files: fileLimits, chat: true },
    sendSignal: () => undefined,
  } as never;
  const screen = render(() => (
    <SignedInContext.Provider value={signedIn}>
      <MemoryRouter history={history}>{routes()}</MemoryRouter>
    </SignedInContext.Provider>
  ));
  return { ...screen, address: () => history.get() };
};
