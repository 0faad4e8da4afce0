/** Setting a password by a link from a letter. Works before anybody is signed in. */
import { createSignal, createUniqueId, For, Match, onCleanup, onMount, Show, Switch, type JSX } from 'solid-js';
import type { FrontDoor } from '../../app-context.ts';
import { brokenRules, leastPasswordLength, passwordRules, type PasswordHolder, type PasswordRule } from '../../domain/password.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { announce } from '../../ui/announcer.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { leaveDoor } from './door-address.ts';
import { DoorLink } from './door-link.tsx';

type State =
  | { readonly kind: 'looking' }
  | { readonly kind: 'link-over' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'somebody-else' }
  | { readonly kind: 'found'; readonly holder: PasswordHolder };

export const PasswordPage = (props: { readonly desk: FrontDoor; readonly token: string }): JSX.Element => {
  const [state, setState] = createSignal<State>({ kind: 'looking' });
  const look = async (): Promise<void> => {
    setState({ kind: 'looking' });
    const found = await props.desk.linkHolder(props.token);
    if (typeof found === 'object') setState({ kind: 'found', holder: found });
    else setState({ kind: found === 'link-over' ? 'link-over' : 'no-answer' });
  };
  const lookAgain = (): void => {
    if (state().kind === 'no-answer') void look();
  };
  onMount(() => {
    void look();
    addEventListener('online', lookAgain);
    onCleanup(() => removeEventListener('online', lookAgain));
  });
  const found = (): Extract<State, { kind: 'found' }> | null => {
    const now = state();
    return now.kind === 'found' ? now : null;
  };
  return (
    <Switch fallback={<p class="soft">{t('password.looking')}</p>}>
      <Match when={found()}>
        {(page) => <PasswordForm desk={props.desk} token={props.token} holder={page().holder} onOver={(kind) => setState({ kind })} />}
      </Match>
      <Match when={state().kind === 'link-over'}>
        <PageTitle>{t('password.over')}</PageTitle>
        <p class="soft">{t('password.overWords')}</p>
        <div class="front-door-links">
          <DoorLink href="/password" class="button primary wide">
            {t('password.newLink')}
          </DoorLink>
          <DoorLink href="/">{t('frontDoor.back')}</DoorLink>
        </div>
      </Match>
      <Match when={state().kind === 'no-answer'}>
        <PageTitle>{t('password.noAnswer')}</PageTitle>
        <p class="soft">{t('password.noAnswerWords')}</p>
        <div class="front-door-links">
          <button type="button" class="button primary wide" onClick={() => void look()}>
            {t('password.tryAgain')}
          </button>
        </div>
      </Match>
      <Match when={state().kind === 'somebody-else'}>
        <PageTitle>{t('password.set')}</PageTitle>
        <p class="soft">{t('password.somebodyElse', { name: props.desk.present()?.name ?? '' })}</p>
        <div class="front-door-links">
          <button type="button" class="button primary wide" onClick={leaveDoor}>
            {t('password.goOn', { name: props.desk.present()?.name ?? '' })}
          </button>
        </div>
      </Match>
    </Switch>
  );
};

const problemKeys = {
  'not-accepted': 'password.notYet',
  'slow-down': 'signIn.slowDown',
  'no-answer': 'password.noAnswerWords',
} as const satisfies Readonly<Record<string, MessageKey>>;

type PasswordFormProps = {
  readonly desk: FrontDoor;
  readonly token: string;
  readonly holder: PasswordHolder;
  readonly onOver: (kind: 'link-over' | 'somebody-else') => void;
};

const PasswordForm = (props: PasswordFormProps): JSX.Element => {
  const [typed, setTyped] = createSignal('');
  const [problem, setProblem] = createSignal<MessageKey | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const errorId = createUniqueId();
  let field!: HTMLInputElement;
  onMount(() => field.focus());
  const isKept = (rule: PasswordRule): boolean => typed() !== '' && !brokenRules(typed(), props.holder).includes(rule);
  const refuse = (key: MessageKey): void => {
    setProblem(key);
    field.focus();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy()) return;
    if (brokenRules(field.value, props.holder).length > 0) return refuse('password.notYet');
    setProblem(null);
    setBusy(true);
    const outcome = await props.desk.setPassword(props.token, field.value).finally(() => setBusy(false));
    switch (outcome) {
      case 'signed-in':
        announce(t('password.set'));
        return;
      case 'link-over':
      case 'somebody-else':
        props.onOver(outcome);
        return;
      case 'not-accepted':
      case 'slow-down':
      case 'no-answer':
        refuse(problemKeys[outcome]);
    }
  };
  return (
    <>
      <PageTitle>{t('password.title')}</PageTitle>
      <p class="soft">{t('password.for', { name: props.holder.name, user: props.holder.userName })}</p>
      <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
        <div>
          {/* Password managers keep the two together. */}
          <input
            class="visually-hidden"
            type="text"
            name="username"
            autocomplete="username"
            value={props.holder.userName}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <p id={`${errorId}-rules`}>{t('password.rules')}</p>
          <ul role="list" class="password-rules" aria-labelledby={`${errorId}-rules`}>
            <For each={passwordRules}>
              {(rule) => (
                <li classList={{ kept: isKept(rule) }}>
                  <Icon name="check" />
                  <span>
                    {t(`password.rule.${rule}`, { count: leastPasswordLength })}
                    <Show when={isKept(rule)}>
                      <span class="visually-hidden"> {t('password.ruleKept')}</span>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
        <PasswordField
          ref={field}
          label={t('password.label')}
          name="password"
          autocomplete="new-password"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <FieldError id={errorId} error={problem() && t(problem() ?? 'password.notYet')} />
        <button type="submit" class="button primary wide" aria-disabled={isBusy()}>
          {isBusy() ? t('password.busy') : t('password.button')}
        </button>
      </form>
    </>
  );
};
