/** The portal of the person who is signed in: their store and sync, and the screens' routes. */
import { Route, Router } from '@solidjs/router';
import { createSignal, lazy, onCleanup, onMount, type Component, type JSX } from 'solid-js';
import { SignedInContext, usePortal } from './app-context.ts';
import { capabilitiesOf } from './backends/capabilities-of.ts';
import type { Person } from './domain/person.ts';
import { HomePage } from './portal/home/home-page.tsx';
import { Shell } from './portal/shell/shell.tsx';
import { enHome } from './i18n/en-home.ts';
import { learn } from './i18n/translate.ts';
import { leaveUnreadableAddress } from './portal/leave-unreadable-address.ts';
import { loadScreens, withScreens } from './portal/with-screens.ts';
import { runPortal } from './running-portal.ts';
import { dismissUpdate, updateNow, updateReady } from './service-worker-update.ts';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';
import type { SyncEngine } from './sync-engine.ts';
import { announce } from './ui/announcer.tsx';
import { learnDrawings } from './ui/icon.tsx';
import { portalDrawings } from './ui/portal-drawings.ts';
import { watchFaults } from './watch-faults.ts';
import { whenIdle } from './ui/when-idle.ts';

learn(enHome);
learnDrawings(portalDrawings);

/** A screen that only some people have, loaded when they go there. */
const screenOf =
  <Screens,>(load: () => Promise<Screens>) =>
  (choose: (all: Screens) => Component): Component =>
    lazy(async () => ({ default: choose(await load()) }));
const deskScreen = screenOf(() => import('./desk/desk-screens.ts'));
const ChatBanner = deskScreen((all) => all.ChatBanner);
const adminScreen = screenOf(() => import('./admin/admin-screens.ts'));

type SignedInProps = {
  readonly person: Person;
  readonly backendKey: string;
  readonly device: DeviceRecord;
  readonly hasJustSignedIn: boolean;
  readonly onSignedOut: (state: DeviceState) => void;
};

export const SignedIn = (props: SignedInProps): JSX.Element => {
  leaveUnreadableAddress();
  const { settings } = usePortal();
  const [fault, setFault] = createSignal<unknown>(null);
  const portal = runPortal({ settings, backendKey: props.backendKey, device: props.device, person: props.person }, setFault);
  onCleanup(() => void portal.close());
  onMount(() => {
    onCleanup(watchFaults(setFault));
    // What could not be fetched early is asked for again when it is wanted.
    whenIdle(() => void loadScreens().catch(() => undefined));
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
    readConversation: (ticketId) => withEngine((engine) => engine.readConversation(ticketId)),
    // What nobody keeps is not tried twice.
    sendSignal: (signal) => void withEngine(({ backend }) => backend.signal?.(props.person.id, signal)).catch(() => undefined),
    download: (file) => withEngine(({ backend }) => backend.download(props.person.id, file)),
    signOut: async (unsentWork) => {
      await withEngine((engine) => engine.signOut(unsentWork === 'keep'));
      // What was said last was about somebody who is not here any more.
      announce('');
      props.onSignedOut(await props.device.read());
    },
    update: { ready: updateReady, now: updateNow, later: dismissUpdate },
  };

  return (
    <SignedInContext.Provider value={context}>
      <Router
        scrollRestoration
        root={(shell) => (
          <Shell fault={fault()} deskBanner={<ChatBanner />}>
            {shell.children}
          </Shell>
        )}
      >
        <Route path="/" component={HomePage} />
        <Route path="/services" component={withScreens((all) => all.CataloguePage)} />
        <Route path="/services/:serviceId" component={withScreens((all) => all.ServicePage)} />
        <Route path="/drafts/:draftId/:step?" component={withScreens((all) => all.WizardPage)} />
        <Route path="/tickets" component={withScreens((all) => all.TicketsPage)} />
        <Route path="/tickets/:ticketId" component={withScreens((all) => all.TicketPage)} />
        <Route path="/answers" component={withScreens((all) => all.AnswersPage)} />
        <Route path="/answers/:articleId" component={withScreens((all) => all.ArticlePage)} />
        <Route path="/sync" component={withScreens((all) => all.SyncCentrePage)} />
        <Route path="/account" component={withScreens((all) => all.AccountPage)} />
        <Route path="/desk" component={deskScreen((all) => all.DeskPage)} />
        <Route path="/desk/chat/:ticketId?" component={deskScreen((all) => all.ChatScreen)} />
        <Route path="/desk/chases" component={deskScreen((all) => all.ChasesPage)} />
        <Route path="/desk/tickets/:ticketId" component={deskScreen((all) => all.DeskTicketPage)} />
        <Route path="/admin/:kind?/:id?" component={adminScreen((all) => all.AdminPage)} />
        <Route path="*" component={withScreens((all) => all.NotFoundPage)} />
      </Router>
    </SignedInContext.Provider>
  );
};
