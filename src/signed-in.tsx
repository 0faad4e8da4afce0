/** The portal of the person who is signed in: their store and sync, and the screens' routes. */
import { Route, Router } from '@solidjs/router';
import { createSignal, ErrorBoundary, lazy, onCleanup, onMount, type JSX } from 'solid-js';
import { SignedInContext, usePortal } from './app-context.ts';
import { capabilitiesOf } from './backends/capabilities-of.ts';
import type { Person } from './domain/person.ts';
import { HomePage } from './portal/home/home-page.tsx';
import { FaultScreen } from './portal/shell/fault-screen.tsx';
import { Shell } from './portal/shell/shell.tsx';
import { enHome } from './i18n/en-home.ts';
import { learn } from './i18n/translate.ts';
import { runPortal } from './running-portal.ts';
import { dismissUpdate, updateNow, updateReady } from './service-worker-update.ts';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';
import type { SyncEngine } from './sync-engine.ts';
import { learnDrawings } from './ui/icon.tsx';
import { portalDrawings } from './ui/portal-drawings.ts';
import { watchFaults } from './watch-faults.ts';
import { whenIdle } from './when-idle.ts';

learn(enHome);
learnDrawings(portalDrawings);

const screens = () => import('./portal/screens.ts');
const CataloguePage = lazy(async () => ({ default: (await screens()).CataloguePage }));
const ServicePage = lazy(async () => ({ default: (await screens()).ServicePage }));
const WizardPage = lazy(async () => ({ default: (await screens()).WizardPage }));
const TicketsPage = lazy(async () => ({ default: (await screens()).TicketsPage }));
const TicketPage = lazy(async () => ({ default: (await screens()).TicketPage }));
const AnswersPage = lazy(async () => ({ default: (await screens()).AnswersPage }));
const ArticlePage = lazy(async () => ({ default: (await screens()).ArticlePage }));
const SyncCentrePage = lazy(async () => ({ default: (await screens()).SyncCentrePage }));
const AccountPage = lazy(async () => ({ default: (await screens()).AccountPage }));
const NotFoundPage = lazy(async () => ({ default: (await screens()).NotFoundPage }));
const DeskPage = lazy(async () => ({ default: (await import('./desk/desk-screens.ts')).DeskPage }));
const DeskTicketPage = lazy(async () => ({ default: (await import('./desk/desk-screens.ts')).DeskTicketPage }));

type SignedInProps = {
  readonly person: Person;
  readonly backendKey: string;
  readonly device: DeviceRecord;
  readonly hasJustSignedIn: boolean;
  readonly onSignedOut: (state: DeviceState) => void;
};

export const SignedIn = (props: SignedInProps): JSX.Element => {
  const { settings } = usePortal();
  const [fault, setFault] = createSignal<unknown>(null);
  const portal = runPortal({ settings, backendKey: props.backendKey, device: props.device, person: props.person }, setFault);
  onCleanup(() => void portal.close());
  onMount(() => {
    onCleanup(watchFaults(setFault));
    whenIdle(() => void screens());
  });
  const withEngine = async <Value,>(use: (engine: SyncEngine) => Value): Promise<Awaited<Value>> => await use(await portal.engine);
  if (props.hasJustSignedIn) withEngine(({ loop }) => loop.resume()).catch(setFault);

  const context: SignedInContext = {
    person: props.person,
    store: portal.store,
    actions: portal.actions,
    capabilities: capabilitiesOf(settings),
    syncNow: () => void withEngine(({ loop }) => loop.nudge(true)),
    resumeSync: () => withEngine(({ loop }) => loop.resume()),
    sendEverything: () =>
      withEngine(({ loop }) => {
        loop.nudge(true);
        return loop.settled();
      }),
    download: (file) => withEngine(({ backend }) => backend.download(props.person.id, file)),
    signOut: async (unsentWork) => {
      await withEngine((engine) => engine.signOut(unsentWork === 'keep'));
      props.onSignedOut(await props.device.read());
    },
    update: { ready: updateReady, now: updateNow, later: dismissUpdate },
  };

  return (
    <SignedInContext.Provider value={context}>
      <ErrorBoundary fallback={(caught: unknown) => <FaultScreen fault={caught} />}>
        <Router scrollRestoration root={(shell) => <Shell fault={fault()}>{shell.children}</Shell>}>
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
