/** The wizard on a real store, as a tab of a browser shows it; opened twice, it is two tabs of one person. */
import { Route } from '@solidjs/router';
import { v7 } from 'uuid';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { startDraft } from '../../actions/start-draft.ts';
import { aFlow, aPerson, aService } from '../../domain/builders.testing.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { openPersonStore } from '../../store/person-store.ts';
import { openPortal } from '../portal.testing.tsx';
import { WizardPage } from './wizard-page.tsx';

export type TestTab = ReturnType<typeof openTab>;

/** Somebody with a draft that was just begun. */
export const beginDraft = async (flow: QuestionFlow = aFlow()): Promise<{ readonly actions: ActionDeps; readonly draft: DraftRow }> => {
  const store = openPersonStore(v7(), aPerson());
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  return { actions, draft: await startDraft(actions, aService({ flow: { id: flow.id, version: flow.version } }), flow) };
};

export const openTab = (actions: ActionDeps, path: string) =>
  openPortal(actions, path, () => (
    <>
      <Route path="/drafts/:draftId/:step?" component={WizardPage} />
      <Route path="/tickets/:ticketId" component={() => <h1>The ticket</h1>} />
      <Route path="/services/:serviceId" component={() => <h1>The service</h1>} />
    </>
  ));
