import { createEffect, on, Show, type JSX } from 'solid-js';
import { forgetRegistration, registerAgain, takeUpRegistration } from '../../actions/register.ts';
import { createNow, type FrontDoor } from '../../app-context.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { formatDate, formatTime } from '../../i18n/format-date.ts';
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
  /** Nothing is wrong with it: it came at the wrong time. */
  const cameWhileClosed = (): boolean => props.own.heldBecause?.kind === 'registration-closed';
  createEffect(on(cameWhileClosed, (is) => is && void props.desk.askOffer(), { defer: true }));
  const tryAgain = async (): Promise<void> => {
    const { desk, own } = props;
    if (!cameWhileClosed()) return desk.registering.onPerformed();
    await registerAgain(desk.registering, own);
    await desk.askOffer();
  };
  const words = (): string => {
    const { own, desk } = props;
    if (cameWhileClosed() && desk.offer()) return t('register.words.openAgain');
    return own.heldBecause ? registrationRefusalWords(own.heldBecause) : t(`register.words.${standing()}` as MessageKey, { email: own.action.data.email });
  };
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
      <AskedFor own={props.own} />
      <p class="soft">{words()}</p>
      <Show when={standing() === 'waiting' && props.own.tries > 0}>
        <p class="soft">{triedWords(props.own, now())}</p>
      </Show>
      <div class="row wrap">
        <Show when={standing() === 'waiting' || cameWhileClosed()}>
          <button type="button" class={`button ${cameWhileClosed() ? 'primary' : ''}`} onClick={() => void tryAgain()}>
            {t('password.tryAgain')}
          </button>
        </Show>
        <Show when={props.own.state !== 'sent' && props.desk.offer()}>
          <button
            type="button"
            class={`button ${standing() === 'held' && !cameWhileClosed() ? 'primary' : ''}`}
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

/** By this of two with one address the newer one is known: no name stands there any more once it is decided. */
export const AskedFor = (props: { readonly own: OwnRegistration }): JSX.Element => (
  <small>{t('register.asked', { day: formatDate(props.own.action.at), time: formatTime(props.own.action.at) })}</small>
);

export const StandingChip = (props: { readonly own: OwnRegistration }): JSX.Element => (
  <span class={`chip ${chips[standingOf(props.own)]}`}>{t(`register.standing.${standingOf(props.own)}`)}</span>
);
