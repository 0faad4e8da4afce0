/** Asking for a letter with a link to set a password. What is said is the same whether or not somebody has the address. */
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import type { FrontDoor } from '../../app-context.ts';
import { isAddress } from '../../domain/name-and-address.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { createNoNetwork } from '../../ui/no-network.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DoorLink } from './door-link.tsx';

const problemKeys = { 'slow-down': 'signIn.slowDown', 'no-answer': 'forgotten.noAnswer' } as const satisfies Readonly<Record<string, MessageKey>>;

export const ForgottenPage = (props: { readonly desk: FrontDoor }): JSX.Element => {
  const [askedFor, setAskedFor] = createSignal<string | null>(null);
  return (
    <>
      <Show when={askedFor()} fallback={<AskForLink desk={props.desk} onAsked={setAskedFor} />}>
        {(email) => (
          <>
            <PageTitle>{t('forgotten.asked')}</PageTitle>
            <p>{t('forgotten.askedWords', { email: email() })}</p>
            <p class="soft">{t('forgotten.nothing')}</p>
          </>
        )}
      </Show>
      <div class="front-door-links">
        <DoorLink href="/">{t('frontDoor.back')}</DoorLink>
      </div>
    </>
  );
};

const AskForLink = (props: { readonly desk: FrontDoor; readonly onAsked: (email: string) => void }): JSX.Element => {
  const isOffline = createNoNetwork();
  const [problem, setProblem] = createSignal<MessageKey | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let field!: HTMLInputElement;
  onMount(() => field.focus());
  const refuse = (key: MessageKey): void => {
    setProblem(key);
    field.focus();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy()) return;
    const email = field.value.trim();
    if (!isAddress(email)) return refuse('forgotten.notAnAddress');
    setProblem(null);
    setBusy(true);
    const outcome = await props.desk.askForLink(email).finally(() => setBusy(false));
    if (outcome === 'asked') props.onAsked(email);
    else refuse(problemKeys[outcome]);
  };
  return (
    <>
      <PageTitle>{t('forgotten.title')}</PageTitle>
      <p class="soft">{t('forgotten.words')}</p>
      <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
        <TextField
          ref={field}
          label={t('forgotten.email')}
          type="email"
          name="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          required
          error={problem() && t(problem() ?? 'forgotten.notAnAddress')}
        />
        <Show when={isOffline() && !problem()}>
          <p class="soft">{t('forgotten.noAnswer')}</p>
        </Show>
        <button type="submit" class="button primary wide" aria-disabled={isBusy()}>
          {isBusy() ? t('forgotten.busy') : t('forgotten.button')}
        </button>
      </form>
    </>
  );
};
