import { createEffect, on, Show, type JSX } from 'solid-js';
import { forgetRegistration, takeUpHeldRegistration } from '../../actions/register.ts';
import type { FrontDoor } from '../../app-context.ts';
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

/** One registration of this device, and how it stands. */
export const OwnRegistrationCard = (props: { readonly own: OwnRegistration; readonly desk: FrontDoor }): JSX.Element => {
  const standing = (): Standing => standingOf(props.own);
  createEffect(on(standing, (now) => announce(t(`register.standing.${now}`)), { defer: true }));
  const isOver = (): boolean => ['approved', 'declined', 'held'].includes(standing());
  return (
    <li class="card stack" classList={{ 'needs-you': standing() === 'held' }}>
      <div class="row between wrap">
        <h2>{props.own.action.data.name}</h2>
        <StandingChip own={props.own} />
      </div>
      <p>
        {props.own.action.data.email}
        <br />
        {props.own.partitionName}
      </p>
      <p class="soft">
        <Show when={props.own.heldBecause} fallback={t(`register.words.${standing()}` as MessageKey, { email: props.own.action.data.email })}>
          {(refusal) => registrationRefusalWords(refusal())}
        </Show>
      </p>
      <Show when={standing() === 'waiting' && props.own.tries > 0}>
        <p class="soft">{t('register.tried')}</p>
      </Show>
      <Show when={standing() !== 'received'}>
        <div class="row wrap">
          <Show when={standing() === 'waiting'}>
            <button type="button" class="button" onClick={() => props.desk.registering.onPerformed()}>
              {t('password.tryAgain')}
            </button>
          </Show>
          <Show when={standing() === 'held'}>
            <button type="button" class="button primary" onClick={() => void takeUpHeldRegistration(props.desk.registering, props.own.id)}>
              {t('register.takeUp')}
            </button>
          </Show>
          <Show when={isOver()}>
            <button type="button" class="button" onClick={() => void forgetRegistration(props.desk.registering, props.own.id)}>
              {t('register.forget')}
            </button>
          </Show>
        </div>
      </Show>
    </li>
  );
};

export const StandingChip = (props: { readonly own: OwnRegistration }): JSX.Element => (
  <span class={`chip ${chips[standingOf(props.own)]}`}>{t(`register.standing.${standingOf(props.own)}`)}</span>
);
