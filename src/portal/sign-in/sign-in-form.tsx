import { createSignal, createUniqueId, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import type { Person } from '../../domain/person.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { createNoNetwork } from '../../ui/no-network.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DoorLink } from '../front-door/door-link.tsx';
import './sign-in-form.css';

type SignInFormProps = {
  /** Who must sign in to go on; null where anybody may. */
  readonly expected: Person | null;
  readonly onSignedIn?: () => void;
};

const problemKeys = {
  'wrong-credentials': 'signIn.wrong',
  'somebody-else': 'signIn.somebodyElse',
  'slow-down': 'signIn.slowDown',
  'no-answer': 'signIn.noNetwork',
} as const satisfies Readonly<Record<string, MessageKey>>;

export const SignInForm = (props: SignInFormProps): JSX.Element => {
  const { signIn } = usePortal();
  const isOffline = createNoNetwork();
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<MessageKey | null>(null);
  const errorId = createUniqueId();
  let user!: HTMLInputElement;
  let password!: HTMLInputElement;
  onMount(() => user.focus());

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy()) return;
    const empty = [user, password].find((field) => field.value.trim() === '');
    if (empty) return refuse('signIn.missing', empty);
    setProblem(null);
    setBusy(true);
    try {
      const outcome = await signIn(user.value.trim(), password.value);
      if (outcome === 'signed-in') props.onSignedIn?.();
      else refuse(problemKeys[outcome], password);
    } finally {
      setBusy(false);
    }
  };

  const refuse = (key: MessageKey, field: HTMLInputElement): void => {
    setProblem(key);
    field.select();
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
      <TextField ref={user} label={t('signIn.user')} name="username" autocomplete="username" autocapitalize="none" spellcheck={false} required />
      <PasswordField ref={password} label={t('signIn.password')} name="password" autocomplete="current-password" />
      <FieldError id={errorId} error={problemWords(problem(), props.expected)} />
      <Show when={isOffline() && !problem()}>
        <p class="soft">{t('signIn.offline')}</p>
      </Show>
      <button type="submit" class="button primary wide" aria-disabled={isBusy()}>
        {isBusy() ? t('signIn.busy') : t('signIn.button')}
      </button>
      <ForgottenPassword />
    </form>
  );
};

/** A deployment’s own way comes first. */
const ForgottenPassword = (): JSX.Element => {
  const { settings, frontDoor } = usePortal();
  const { forgottenPassword } = settings;
  return (
    <Switch>
      <Match when={forgottenPassword.address}>
        {(address) => (
          <p class="forgotten">
            <a href={address()}>{t('signIn.forgotten')}</a>
          </p>
        )}
      </Match>
      <Match when={forgottenPassword.words}>
        <details class="forgotten">
          <summary>{t('signIn.forgotten')}</summary>
          <p class="soft">{forgottenPassword.words}</p>
        </details>
      </Match>
      <Match when={frontDoor}>
        <p class="forgotten">
          <DoorLink href="/password">{t('signIn.forgotten')}</DoorLink>
        </p>
      </Match>
    </Switch>
  );
};

const problemWords = (key: MessageKey | null, expected: Person | null): string | null => (key === null ? null : t(key, { name: expected?.name ?? '' }));
