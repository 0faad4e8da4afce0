import { createSignal, createUniqueId, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import type { Person } from '../../domain/person.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createNoNetwork } from '../../ui/no-network.ts';
import { TextField } from '../../ui/text-field.tsx';

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
  const [isShown, setShown] = createSignal(false);
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
      <div class="password">
        <TextField
          ref={password}
          label={t('signIn.password')}
          type={isShown() ? 'text' : 'password'}
          name="password"
          autocomplete="current-password"
          required
        />
        <button type="button" class="button quiet icon-only" aria-pressed={isShown()} aria-label={t('signIn.show')} onClick={() => setShown(!isShown())}>
          <Icon name="eye" />
        </button>
      </div>
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

const ForgottenPassword = (): JSX.Element => {
  const { forgottenPassword } = usePortal().settings;
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
    </Switch>
  );
};

const problemWords = (key: MessageKey | null, expected: Person | null): string | null => (key === null ? null : t(key, { name: expected?.name ?? '' }));
