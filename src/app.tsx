/** Who is here decides what is shown: the front door, or the portal of the person who is signed in. */
import { createSignal, lazy, onCleanup, onMount, Show, Suspense, type JSX } from 'solid-js';
import { PortalContext } from './app-context.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import { createDoor } from './door.ts';
import { SignInPage } from './portal/sign-in/sign-in-page.tsx';
import type { DeviceRecord, DeviceState } from './store/device-record.ts';
import { Announcer } from './ui/announcer.tsx';
import { Toasts } from './ui/toasts.tsx';

/** Brings the databases, the sync loop and the router: none of them is needed to sign in. */
const SignedIn = lazy(async () => ({ default: (await import('./signed-in.tsx')).SignedIn }));

type AppProps = { readonly settings: PorticoJson; readonly backendKey: string; readonly device: DeviceRecord; readonly state: DeviceState };

export const App = (props: AppProps): JSX.Element => {
  const [state, setState] = createSignal(props.state);
  // Another tab signed somebody in or out: this one follows.
  onCleanup(props.device.onChange(setState));
  onMount(() => void import('./register-service-worker.ts').then(({ registerServiceWorker }) => registerServiceWorker()));
  const door = createDoor(props.settings, props.device, state, setState);
  return (
    <PortalContext.Provider value={{ settings: props.settings, signIn: door.signIn }}>
      <Show when={state().present} keyed fallback={<SignInPage />}>
        {(person) => (
          <Suspense>
            <SignedIn person={person} backendKey={props.backendKey} device={props.device} onSignedOut={setState} />
          </Suspense>
        )}
      </Show>
      <Announcer />
      <Toasts />
    </PortalContext.Provider>
  );
};
