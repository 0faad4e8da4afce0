/** Who is here decides what is shown: the front door, or the portal of the person who is signed in. */
import { createEffect, createMemo, createSignal, ErrorBoundary, lazy, Match, onCleanup, onMount, Suspense, Switch, type JSX } from 'solid-js';
import { PortalContext, type FrontDoor } from './app-context.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import { hasReception } from './backends/has-reception.ts';
import { createDoor } from './door.ts';
import type { Person } from './domain/person.ts';
import { doorPlace, leaveDoor } from './portal/front-door/door-address.ts';
import { AnotherPersonPage } from './portal/shell/another-person-page.tsx';
import { FaultPage } from './portal/shell/fault-screen.tsx';
import { Opening } from './portal/shell/opening.tsx';
import { SignInPage } from './portal/sign-in/sign-in-page.tsx';
import { rememberOpening } from './remembered-opening.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';
import { Announcer } from './ui/announcer.tsx';
// Listens for the browser's offer to install, which comes once and early.
import './ui/install-prompt.ts';
import { brand, setBrand } from './ui/theme.ts';
import { Toasts } from './ui/toasts.tsx';
import { whenIdle } from './ui/when-idle.ts';

/** Brings the databases and the router: neither is needed to sign in. */
const loadSignedIn = () => import('./signed-in.tsx');
/** For whoever sets a password: neither is needed to sign in. */
const FrontDoorPage = lazy(async () => ({ default: (await import('./portal/front-door/front-door-page.tsx')).FrontDoorPage }));

const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));

type AppProps = { readonly settings: PorticoJson; readonly backendKey: string; readonly device: DeviceRecord; readonly state: DeviceState };

export const App = (props: AppProps): JSX.Element => {
  const [state, setState] = createSignal(props.state);
  const [newcomer, setNewcomer] = createSignal<Person | null>(null);
  // Told again about the same person, the page must not begin anew under what is being typed.
  const present = createMemo(() => state().present, undefined, { equals: (before, after) => before?.id === after?.id });
  createEffect(() => {
    const person = present();
    // Nobody is here, and of no partition.
    if (!person) setBrand(props.settings.brand);
    rememberOpening(person && { settings: props.settings, name: person.name, brand: brand() });
  });
  let lastHere = props.state.present;
  // By this page, and not found so when it opened: a session that is new owes nothing to what became of an older one.
  let hasJustSignedIn = false;
  const follow = (next: DeviceState): void => {
    hasJustSignedIn = false;
    if (next.present && lastHere && next.present.id !== lastHere.id) setNewcomer(next.present);
    setState(next);
  };
  const enter = (next: DeviceState): void => {
    lastHere = next.present ?? lastHere;
    hasJustSignedIn = next.present !== null;
    setState(next);
  };
  // Another tab signed somebody in or out.
  onCleanup(props.device.onChange(follow));
  onMount(() => {
    // Without one the portal works, only not without a network: a matter for whoever put it up, not for whoever uses it.
    registerServiceWorker().catch(() => undefined);
    // By the time the password is typed, the portal is there.
    whenIdle(() => void loadSignedIn().catch(() => undefined));
  });
  const goOn = (person: Person): void => {
    lastHere = person;
    // The address was somebody else's.
    history.replaceState(null, '', '/');
    setNewcomer(null);
  };
  const door = createDoor(props.settings, props.device, state, enter);
  const enterByLink = async (): Promise<void> => {
    leaveDoor();
    enter(await props.device.read());
  };
  let opened: Promise<FrontDoor> | undefined;
  const openFrontDoor = async (): Promise<FrontDoor> => {
    const { createFrontDoor } = await import('./front-door.ts');
    return createFrontDoor({ settings: props.settings, backendKey: props.backendKey, device: props.device, present, onSignedIn: enterByLink });
  };
  const frontDoor = hasReception(props.settings) ? () => (opened ??= openFrontDoor()) : null;
  /** A link from a letter is followed also where somebody is signed in. */
  const atTheDoor = createMemo(() => {
    const place = frontDoor && doorPlace();
    return place && (place.kind === 'link' || !present()) ? place : null;
  });
  return (
    <PortalContext.Provider value={{ settings: props.settings, signIn: door.signIn, frontDoor }}>
      <Switch fallback={<SignInPage />}>
        <Match when={newcomer()}>{(person) => <AnotherPersonPage name={person().name} onGoOn={() => goOn(person())} />}</Match>
        <Match when={atTheDoor()}>
          {(place) => (
            <ErrorBoundary fallback={(fault: unknown) => <FaultPage fault={fault} />}>
              <Suspense>
                <FrontDoorPage place={place()} />
              </Suspense>
            </ErrorBoundary>
          )}
        </Match>
        <Match when={present()} keyed>
          {(person) => (
            // A greeting that stands alone would look like a portal with nothing to press.
            <ErrorBoundary fallback={(fault: unknown) => <FaultPage fault={fault} />}>
              <Suspense fallback={<Opening settings={props.settings} name={person.name} />}>
                <SignedIn person={person} backendKey={props.backendKey} device={props.device} hasJustSignedIn={hasJustSignedIn} onSignedOut={enter} />
              </Suspense>
            </ErrorBoundary>
          )}
        </Match>
      </Switch>
      <Announcer />
      <Toasts />
    </PortalContext.Provider>
  );
};
