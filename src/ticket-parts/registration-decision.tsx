/** Approving or declining a registration: two buttons, and a reason that goes into the letter. */
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { decideOnRegistration } from '../actions/decide-registration.ts';
import { useSignedIn } from '../app-context.ts';
import { longestReason } from '../domain/registration/registration.ts';
import type { Refusal } from '../domain/refusal.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { RegistrationView } from '../store/observe/registrations.ts';
import { announce } from '../ui/announcer.tsx';
import { createOneTap } from '../ui/create-one-tap.ts';
import { LongTextField } from '../ui/long-text-field.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { refusalWords } from './refusal-words.ts';

export const RegistrationDecision = (props: { readonly view: RegistrationView; readonly now: number }): JSX.Element => (
  <Switch fallback={<DecisionForm view={props.view} />}>
    <Match when={props.view.held}>{(held) => <HeldDecision held={held()} />}</Match>
    <Match when={props.view.registration.decision}>
      {(decision) => (
        <>
          <p>{t(`registration.${decision().kind}`, { name: decision().by.name, when: formatWhen(decision().at, props.now) })}</p>
          <Show when={decision().reason}>{(reason) => <p class="soft">{reason()}</p>}</Show>
        </>
      )}
    </Match>
    <Match when={props.view.underway}>{(kind) => <p role="status">{t(`registration.underway.${kind()}`)}</p>}</Match>
  </Switch>
);

const DecisionForm = (props: { readonly view: RegistrationView }): JSX.Element => {
  const { actions } = useSignedIn();
  const [reason, setReason] = createSignal('');
  const [isTooLong, setTooLong] = createSignal(false);
  const name = (): string => props.view.registration.details.name;
  const decide = async (kind: 'approve-registration' | 'decline-registration'): Promise<void> => {
    setTooLong(reason().trim().length > longestReason);
    if (isTooLong()) return;
    await decideOnRegistration(actions, kind, props.view.registration.id, reason().trim());
    announce(t(kind === 'approve-registration' ? 'registration.underway.approved' : 'registration.underway.declined'));
  };
  const approve = createOneTap(() => decide('approve-registration'));
  const decline = createOneTap(() => decide('decline-registration'));
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <LongTextField
        label={t('registration.reason')}
        help={t('registration.reasonHelp', { name: name() })}
        name="reason"
        rows={2}
        value={reason()}
        error={isTooLong() ? t('problem.too-long', { count: longestReason }) : null}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <div class="row wrap">
        <button type="submit" class="button primary">
          {t('registration.approve')}
        </button>
        <button type="button" class="button danger" onClick={() => void decline()}>
          {t('registration.decline')}
        </button>
      </div>
    </form>
  );
};

const HeldDecision = (props: { readonly held: NonNullable<RegistrationView['held']> }): JSX.Element => {
  const [isDiscarding, setDiscarding] = createSignal(false);
  return (
    <>
      <p role="status">{heldWords(props.held.refusal)}</p>
      <button type="button" class="button danger" onClick={() => setDiscarding(true)}>
        {t('held.discard')}
      </button>
      <Show when={isDiscarding()}>
        <DiscardDialog id={props.held.id} what={t('registration.title')} onClose={() => setDiscarding(false)} />
      </Show>
    </>
  );
};

/** The refusals of any record, said of this one. */
const heldWords = (refusal: Refusal): string => {
  if (refusal.kind === 'record-changed') return t('registration.decidedBy', { name: refusal.by, when: formatWhen(refusal.at, Date.now()) });
  return refusal.kind === 'record-not-accepted' ? t('registration.taken') : refusalWords(refusal);
};
