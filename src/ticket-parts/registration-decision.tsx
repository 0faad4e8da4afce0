/** Approving or declining a registration: two buttons, and a word that goes into the letter. */
import { createSignal, Match, onCleanup, onMount, Show, Switch, untrack, type JSX } from 'solid-js';
import { decideOnRegistration, keepDecisionDraft, takeUpHeldDecision } from '../actions/decide-registration.ts';
import { useSignedIn } from '../app-context.ts';
import { longestReason, type RegistrationDecision as Decision } from '../domain/registration/registration.ts';
import type { Refusal } from '../domain/refusal.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { RegistrationView } from '../store/observe/registrations.ts';
import { announce } from '../ui/announcer.tsx';
import { createOneTap } from '../ui/create-one-tap.ts';
import { LongTextField } from '../ui/long-text-field.tsx';
import { DiscardButton } from './discard-button.tsx';
import { PlainText } from './plain-text.tsx';
import { refusalWords } from './refusal-words.ts';
import { createReplyDraft } from './reply-draft.ts';
import './registration-decision.css';

export const RegistrationDecision = (props: { readonly view: RegistrationView; readonly now: number }): JSX.Element => {
  const [isSettled, setSettled] = createSignal(false);
  return (
    <Switch fallback={<DecisionForm view={props.view} hasFocus={isSettled()} />}>
      <Match when={props.view.held}>
        {(held) => (
          <>
            <Show when={props.view.registration.decision}>{(decision) => <Decided decision={decision()} now={props.now} hasFocus={false} />}</Show>
            <HeldDecision view={props.view} held={held()} onSettled={() => setSettled(true)} />
          </>
        )}
      </Match>
      <Match when={props.view.registration.decision}>
        {(decision) => (
          <>
            <Decided decision={decision()} now={props.now} hasFocus={isSettled()} />
            <LeftOver view={props.view} />
          </>
        )}
      </Match>
      <Match when={props.view.underway}>{(kind) => <p role="status">{t(`registration.underway.${kind()}`)}</p>}</Match>
    </Switch>
  );
};

/** The button that settled what was held is gone: the focus would be nowhere. */
const focusIfNowhere = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus();
};

const Decided = (props: { readonly decision: Decision; readonly now: number; readonly hasFocus: boolean }): JSX.Element => {
  let words!: HTMLParagraphElement;
  onMount(() => props.hasFocus && focusIfNowhere(words));
  return (
    <>
      <p ref={words} tabIndex={-1}>
        {t(`registration.${props.decision.kind}`, { name: props.decision.by.name, when: formatWhen(props.decision.at, props.now) })}
      </p>
      <Show when={props.decision.reason}>
        {(reason) => (
          <div class="soft">
            <PlainText text={reason()} />
          </div>
        )}
      </Show>
    </>
  );
};

const DecisionForm = (props: { readonly view: RegistrationView; readonly hasFocus: boolean }): JSX.Element => {
  const { actions } = useSignedIn();
  const id = untrack(() => props.view.registration.id);
  const typed = createReplyDraft(
    () => (props.view.typed === '' ? null : { text: props.view.typed, audience: 'everybody' }),
    ({ text }) => keepDecisionDraft(actions, id, text),
  );
  const [isTooLong, setTooLong] = createSignal(false);
  let form!: HTMLFormElement;
  onMount(() => props.hasFocus && focusIfNowhere(form.querySelector('textarea')));
  const name = (): string => props.view.registration.details.name;
  const decide = async (kind: 'approve-registration' | 'decline-registration'): Promise<void> => {
    const reason = typed.draft().text.trim();
    setTooLong(reason.length > longestReason);
    if (isTooLong() || !(await typed.flush())) return;
    if (!(await decideOnRegistration(actions, kind, id, reason))) return;
    announce(t(kind === 'approve-registration' ? 'registration.underway.approved' : 'registration.underway.declined'));
  };
  const approve = createOneTap(() => decide('approve-registration'));
  const decline = createOneTap(() => decide('decline-registration'));
  const problem = (): string | null => {
    if (typed.state() === 'not-saved') return t('text.notKept');
    return isTooLong() ? t('problem.too-long', { count: longestReason }) : null;
  };
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <Show when={props.view.registration.wasHere}>
        <p>{t('registration.wasHere')}</p>
      </Show>
      <Show when={props.view.registration.wasHereAs}>
        {(before) => <p>{t('registration.wasHereAs', { name: before().name, partition: before().partitionName })}</p>}
      </Show>
      <LongTextField
        label={t('registration.reason')}
        help={t('registration.reasonHelp', { name: name() })}
        name="reason"
        rows={2}
        value={typed.draft().text}
        error={problem()}
        onInput={(event) => typed.change({ text: event.currentTarget.value })}
        onBlur={() => void typed.flush()}
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

type HeldProps = { readonly view: RegistrationView; readonly held: NonNullable<RegistrationView['held']>; readonly onSettled: () => void };

/** What somebody wanted and the desk did not take: it stands here with its words until they say what becomes of it. */
const HeldDecision = (props: HeldProps): JSX.Element => {
  const { actions } = useSignedIn();
  const isOpen = (): boolean => props.view.registration.decision === null && props.held.refusal.kind !== 'record-changed';
  /** Who was quicker stands beside it. */
  const isTold = (): boolean => props.view.registration.decision !== null && props.held.refusal.kind === 'record-changed';
  onCleanup(() => props.onSettled());
  return (
    <>
      <Show when={!isTold()}>
        <p>{heldWords(props.held.refusal)}</p>
      </Show>
      <p role="status">
        {t(`registration.wanted.${props.held.wanted}`)} {props.held.reason && t('registration.wantedWords')}
      </p>
      <Words text={props.held.reason} />
      <div class="row wrap">
        <Show when={isOpen()}>
          <button type="button" class="button" onClick={() => void takeUpHeldDecision(actions, props.held.id, props.view.registration.id)}>
            {t('registration.decideAgain')}
          </button>
        </Show>
        <DiscardButton id={props.held.id} what={t(`sync.item.${props.held.wanted === 'approved' ? 'approve' : 'decline'}-registration`)} />
      </div>
    </>
  );
};

/** Somebody else was quicker than whoever still wrote. */
const LeftOver = (props: { readonly view: RegistrationView }): JSX.Element => {
  const { actions } = useSignedIn();
  return (
    <Show when={props.view.typed.trim()}>
      {(text) => (
        <>
          <p>{t('registration.leftOver')}</p>
          <Words text={text()} />
          <div>
            <button type="button" class="button" onClick={() => void keepDecisionDraft(actions, props.view.registration.id, '')}>
              {t('registration.leftOverDrop')}
            </button>
          </div>
        </>
      )}
    </Show>
  );
};

const Words = (props: { readonly text: string }): JSX.Element => (
  <Show when={props.text}>
    {(text) => (
      <blockquote class="own-words">
        <PlainText text={text()} />
      </blockquote>
    )}
  </Show>
);

/** The refusals of any record, said of this one. */
const heldWords = (refusal: Refusal): string => {
  if (refusal.kind === 'record-changed') return t('registration.decidedBy', { name: refusal.by, when: formatWhen(refusal.at, Date.now()) });
  return refusal.kind === 'record-not-accepted' ? t('registration.taken') : refusalWords(refusal);
};
