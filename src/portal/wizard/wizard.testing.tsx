/** The wizard on a real store, as a tab of a browser shows it; opened twice, it is two tabs of one person. */
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { render } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { startDraft } from '../../actions/start-draft.ts';
import { SignedInContext } from '../../app-context.ts';
import { aFlow, aPerson, aService } from '../../domain/builders.testing.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import { enHome } from '../../i18n/en-home.ts';
import '../../i18n/learn-screens.ts';
import { learn } from '../../i18n/translate.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { WizardPage } from './wizard-page.tsx';

learn(enHome);
// The router goes to the top of a new screen; this page has no height.
window.scrollTo = () => undefined;

export type TestTab = ReturnType<typeof openTab>;

/** Somebody with a draft that was just begun. */
export const beginDraft = async (flow: QuestionFlow = aFlow()): Promise<{ readonly actions: ActionDeps; readonly draft: DraftRow }> => {
  const store = openPersonStore(v7(), aPerson());
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  return { actions, draft: await startDraft(actions, aService({ flow: { id: flow.id, version: flow.version } }), flow) };
};

export const openTab = (actions: ActionDeps, path: string) => {
  const history = createMemoryHistory();
  history.set({ value: path });
  const signedIn = {
    person: actions.store.person,
    store: actions.store,
    actions,
    capabilities: { files: fileLimits },
  } as never;
  const screen = render(() => (
    <SignedInContext.Provider value={signedIn}>
      <MemoryRouter history={history}>
        <Route path="/drafts/:draftId/:step?" component={WizardPage} />
        <Route path="/tickets/:ticketId" component={() => <h1>The ticket</h1>} />
        <Route path="/services/:serviceId" component={() => <h1>The service</h1>} />
      </MemoryRouter>
    </SignedInContext.Provider>
  ));
  return { ...screen, address: () => history.get() };
};
