/** The front door. The address somebody came for stays in the address bar, and is there when they are in. */
import { createSignal, lazy, onMount, Show, Suspense, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { whenIdle } from '../../ui/when-idle.ts';
import { DoorFrame } from './door-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** For whoever has no account yet: nobody who signs in waits for it. */
const RegisterNotice = lazy(async () => ({ default: (await import('../front-door/front-door-page.tsx')).RegisterNotice }));

export const SignInPage = (): JSX.Element => {
  const { frontDoor } = usePortal();
  const [isIdle, setIdle] = createSignal(false);
  onMount(() => whenIdle(() => setIdle(true)));
  return (
    <DoorFrame>
      <PageTitle>{t('signIn.title')}</PageTitle>
      <p class="soft">{t('signIn.words')}</p>
      <SignInForm expected={null} />
      <Show when={frontDoor && isIdle()}>
        <Suspense>
          <RegisterNotice />
        </Suspense>
      </Show>
    </DoorFrame>
  );
};
