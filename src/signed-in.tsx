/** The portal of the person who is signed in: their store and sync, and the screens' routes. */
import { Route, Router } from '@solidjs/router';
import { createSignal, ErrorBoundary, lazy, onCleanup, type JSX } from 'solid-js';
import { SignedInContext, usePortal } from './app-context.ts';
import { chooseBackend } from './backends/choose-backend.ts';
import type { Person } from './domain/person.ts';
import { HomePage } from './portal/home/home-page.tsx';
import { FaultScreen } from './portal/shell/fault-screen.tsx';
import { NotFoundPage } from './portal/shell/not-found-page.tsx';
import { Shell } from './portal/shell/shell.tsx';
import { dismissUpdate, updateNow, updateReady } from './register-service-worker.ts';
import { runPortal } from './running-portal.ts';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';
import { signOut } from './sync/right-person.ts';

const CataloguePage = lazy(async () => ({ default: (await import('./portal/catalogue/catalogue-page.tsx')).CataloguePage }));
const ServicePage = lazy(async () => ({ default: (await import('./portal/wizard/service-page.tsx')).ServicePage }));
const WizardPage = lazy(async () => ({ default: (await import('./portal/wizard/wizard-page.tsx')).WizardPage }));
const TicketsPage = lazy(async () => ({ default: (await import('./portal/tickets/tickets-page.tsx')).TicketsPage }));
const TicketPage = lazy(async () => ({ default: (await import('./portal/ticket/ticket-page.tsx')).TicketPage }));
const AnswersPage = lazy(async () => ({ default: (await import('./portal/answers/answers-page.tsx')).AnswersPage }));
const ArticlePage = lazy(async () => ({ default: (await import('./portal/answers/article-page.tsx')).ArticlePage }));
const SyncCentrePage = lazy(async () => ({ default: (await import('./portal/sync-centre/sync-centre-page.tsx')).SyncCentrePage }));
const AccountPage = lazy(async () => ({ default: (await import('./portal/account/account-page.tsx')).AccountPage }));
const DeskPage = lazy(async () => ({ default: (await import('./desk/desk-page.tsx')).DeskPage }));
const DeskTicketPage = lazy(async () => ({ default: (await import('./desk/desk-ticket-page.tsx')).DeskTicketPage }));

type SignedInProps = { readonly person: Person; readonly backendKey: string; readonly device: DeviceRecord; readonly onSignedOut: (state: DeviceState) => void };

export const SignedIn = (props: SignedInProps): JSX.Element => {
  const { settings } = usePortal();
  const [fault, setFault] = createSignal<unknown>(null);
  const portal = runPortal(chooseBackend(settings), props.backendKey, props.device, props.person, setFault);
  onCleanup(() => void portal.close());

  const context: SignedInContext = {
    person: props.person,
    store: portal.store,
    actions: portal.actions,
    capabilities: portal.backend.capabilities,
    syncNow: () => portal.loop.nudge(true),
    resumeSync: portal.loop.resume,
    sendEverything: async () => {
      portal.loop.nudge(true);
      await portal.loop.settled();
    },
    download: (file) => portal.backend.download(props.person.id, file),
    signOut: async (unsentWork) => {
      await portal.loop.stop();
      await signOut({ backend: portal.backend, device: props.device }, portal.store, unsentWork === 'keep');
      props.onSignedOut(await props.device.read());
    },
    update: { ready: updateReady, now: updateNow, later: dismissUpdate },
  };

  return (
    <SignedInContext.Provider value={context}>
      <ErrorBoundary fallback={(caught: unknown) => <FaultScreen fault={caught} />}>
        <Router root={(shell) => <Shell fault={fault()}>{shell.children}</Shell>}>
          <Route path="/" component={HomePage} />
          <Route path="/services" component={CataloguePage} />
          <Route path="/services/:serviceId" component={ServicePage} />
          <Route path="/drafts/:draftId/:step?" component={WizardPage} />
          <Route path="/tickets" component={TicketsPage} />
          <Route path="/tickets/:ticketId" component={TicketPage} />
          <Route path="/answers" component={AnswersPage} />
          <Route path="/answers/:articleId" component={ArticlePage} />
          <Route path="/sync" component={SyncCentrePage} />
          <Route path="/account" component={AccountPage} />
          <Route path="/desk" component={DeskPage} />
          <Route path="/desk/tickets/:ticketId" component={DeskTicketPage} />
          <Route path="*" component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
    </SignedInContext.Provider>
  );
};
