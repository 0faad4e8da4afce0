import { createSignal, createUniqueId, onMount, Show, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import type { Person } from '../../domain/person.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { FieldError } from '../../ui/field-error.tsx';
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
  const { settings, signIn } = usePortal();
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
    if (user.value.trim() === '' || password.value === '') return void setProblem('signIn.missing');
    setProblem(null);
    setBusy(true);
    const outcome = await signIn(user.value, password.value);
    setBusy(false);
    if (outcome === 'signed-in') return void props.onSignedIn?.();
    setProblem(problemKeys[outcome]);
    password.select();
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
      <TextField ref={user} label={t('signIn.user')} name="username" autocomplete="username" autocapitalize="none" spellcheck={false} required />
      <TextField
        ref={password}
        label={t('signIn.password')}
        type={isShown() ? 'text' : 'password'}
        name="password"
        autocomplete="current-password"
        required
        beside={
          <button type="button" class="link-button" aria-pressed={isShown()} onClick={() => setShown(!isShown())}>
            {isShown() ? t('signIn.hide') : t('signIn.show')}
          </button>
        }
      />
      <FieldError id={errorId} error={problemWords(problem(), props.expected)} />
      <button type="submit" class="button primary wide" aria-disabled={isBusy()}>
        {isBusy() ? t('signIn.busy') : t('signIn.button')}
      </button>
      <Show when={settings.forgottenPassword.address ?? settings.forgottenPassword.words}>
        <Show
          when={settings.forgottenPassword.address}
          fallback={
            <details>
              <summary>{t('signIn.forgotten')}</summary>
              <p class="soft">{settings.forgottenPassword.words}</p>
            </details>
          }
        >
          {(address) => <a href={address()}>{t('signIn.forgotten')}</a>}
        </Show>
      </Show>
    </form>
  );
};

const problemWords = (key: MessageKey | null, expected: Person | null): string | null => (key === null ? null : t(key, { name: expected?.name ?? '' }));
