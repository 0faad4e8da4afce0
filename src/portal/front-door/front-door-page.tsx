/** What stands in the front door beside signing in. */
import { createResource, Match, Show, Switch, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import { enFrontDoor } from '../../i18n/en-front-door.ts';
import { learn } from '../../i18n/translate.ts';
import { DoorFrame } from '../sign-in/door-frame.tsx';
import type { DoorPlace } from './door-address.ts';
import { ForgottenPage } from './forgotten-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { RegisterPage } from './register-page.tsx';
import './front-door.css';

export { RegisterNotice } from './register-notice.tsx';

learn(enFrontDoor);

export const FrontDoorPage = (props: { readonly place: DoorPlace }): JSX.Element => {
  const { frontDoor } = usePortal();
  const [desk] = createResource(async () => (await frontDoor?.()) ?? null);
  return (
    <DoorFrame>
      <Show when={desk()}>
        {(opened) => (
          <Switch>
            <Match when={props.place.kind === 'link' && props.place.token} keyed>
              {(token) => <PasswordPage desk={opened()} token={token} />}
            </Match>
            <Match when={props.place.kind === 'register'}>
              <RegisterPage desk={opened()} />
            </Match>
            <Match when={props.place.kind === 'forgotten'}>
              <ForgottenPage desk={opened()} />
            </Match>
          </Switch>
        )}
      </Show>
    </DoorFrame>
  );
};
