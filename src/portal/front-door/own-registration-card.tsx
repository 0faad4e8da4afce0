import { createEffect, on, Show, type JSX } from 'solid-js';
import { forgetRegistration, takeUpRegistration } from '../../actions/register.ts';
import { createNow, type FrontDoor } from '../../app-context.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import type { OwnRegistration } from '../../store/registration-db.ts';
import { announce } from '../../ui/announcer.tsx';
import '../../ui/chip.css';
import { registrationRefusalWords } from './register-words.ts';

type Standing = 'waiting' | 'held' | 'received' | 'approved' | 'declined';

/** Nothing is called sent before the desk has said so. */
const standingOf = ({ state, desk }: OwnRegistration): Standing => (state === 'sent' ? (desk ?? 'received') : state);

const chips: Readonly<Record<Standing, string>> = { waiting: 'warn', held: 'bad', received: '', approved: 'good', declined: 'plain' };

const isDecided = ({ desk }: OwnRegistration): boolean => desk === 'approved' || desk === 'declined';

/**
 * Whose it is. What is decided may have been asked for first with other details, so of those only the address is sure to be
 * the account's. It is so for everybody, and tells nothing of who had one.
 */
export const titleOf = (own: OwnRegistration): string => (isDecided(own) ? own.action.data.email : own.action.data.name);

type CardProps = { readonly own: OwnRegistration; readonly desk: FrontDoor; readonly onForgotten: (own: OwnRegistration) => void };

/** One registration of this device, and how it stands. */
export const OwnRegistrationCard = (props: CardProps): JSX.Element => {
  const now = createNow(10_000);
  const standing = (): Standing => standingOf(props.own);
  createEffect(on(standing, (is) => announce(t(`register.standing.${is}`)), { defer: true }));
  const forget = async (): Promise<void> => {
    const { own } = props;
    await forgetRegistration(props.desk.registering, own.id);
    props.onForgotten(own);
  };
  return (
    <li class="card stack" classList={{ 'needs-you': standing() === 'held' }}>
      <div class="row between wrap">
        <h2>
          <bdi>{titleOf(props.own)}</bdi>
        </h2>
        <StandingChip own={props.own} />
      </div>
      <Show when={!isDecided(props.own)}>
        <p>
          <bdi>{props.own.action.data.email}</bdi>
          <br />
          <bdi>{props.own.partitionName}</bdi>
        </p>
      </Show>
      <p class="soft">
        <Show when={props.own.heldBecause} fallback={t(`register.words.${standing()}` as MessageKey, { email: props.own.action.data.email })}>
          {(refusal) => registrationRefusalWords(refusal())}
        </Show>
      </p>
      <Show when={standing() === 'waiting' && props.own.tries > 0}>
        <p class="soft">{triedWords(props.own, now())}</p>
      </Show>
      <div class="row wrap">
        <Show when={standing() === 'waiting'}>
          <button type="button" class="button" onClick={() => props.desk.registering.onPerformed()}>
            {t('password.tryAgain')}
          </button>
        </Show>
        <Show when={props.own.state !== 'sent' && props.desk.offer()}>
          <button
            type="button"
            class={`button ${standing() === 'held' ? 'primary' : ''}`}
            onClick={() => void takeUpRegistration(props.desk.registering, props.own.id)}
          >
            {t('register.takeUp')}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => void forget()}>
          {t('register.forget')}
        </button>
      </div>
    </li>
  );
};

/** Why it still waits, when it was tried: nobody answered, or the desk takes no more from here for now. */
const triedWords = ({ isTooMany, retryAt }: OwnRegistration, now: number): string =>
  isTooMany ? t('register.tooMany', { count: Math.max(1, Math.ceil(((retryAt ?? now) - now) / 60_000)) }) : t('register.tried');

export const StandingChip = (props: { readonly own: OwnRegistration }): JSX.Element => (
  <span class={`chip ${chips[standingOf(props.own)]}`}>{t(`register.standing.${standingOf(props.own)}`)}</span>
);
