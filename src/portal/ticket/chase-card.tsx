/** Asking how it gets on, in one tap, as often as the partition's policy allows; the desk has the last word. */
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { chaseTicket } from '../../actions/one-tap.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import { chasesLeft, decideChase, type ChaseDecision } from '../../domain/chase-policy.ts';
import type { TicketId } from '../../domain/ids.ts';
import { statusOf } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { announce } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { againWords, leftWords } from './chase-words.ts';
import './chase-card.css';

export const ChaseCard = (props: { readonly ticketId: TicketId; readonly page: TicketPage }): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  const now = createNow(1_000);
  const countdownId = createUniqueId();
  const [isAsking, setAsking] = createSignal(false);
  const decision = (): ChaseDecision => decideChase(props.page.ticket, props.page.chasePolicy, now() + props.page.clockOffsetMs);
  // Not while the desk itself waits: for the person's own answer. Offered also while the ticket itself waits to be sent: the chase then follows it, in its lane.
  const isOffered = (): boolean =>
    capabilities.actions.includes('chase') &&
    statusOf(props.page.ticket) !== 'waiting-for-person' &&
    !['chase-not-offered', 'nothing-to-chase'].includes(decision().kind);
  const chase = createOneTap(async () => {
    setAsking(false);
    // While the question stood there it may have been chased elsewhere.
    if (decision().kind !== 'allowed') return;
    await chaseTicket(actions, props.ticketId);
    announce(t('chase.done'));
  });
  const again = () => {
    const judged = decision();
    return judged.kind === 'too-soon-to-chase' ? againWords(judged.possibleAt - props.page.clockOffsetMs, now()) : null;
  };
  const press = (): void => {
    const judged = decision();
    if (judged.kind !== 'allowed') return;
    if (judged.reachesMaximum) setAsking(true);
    else void chase();
  };
  return (
    <Show when={isOffered()}>
      <section class="card stack chase-card">
        <h2>{t('chase.title')}</h2>
        <p class="soft">
          <Show when={props.page.ticket.chases.length === 0}>{t('chase.words')} </Show>
          {leftWords(chasesLeft(props.page.ticket, props.page.chasePolicy), props.page.chasePolicy.maxChases)}
        </p>
        <Show when={decision().kind !== 'no-chases-left'}>
          {/* One button throughout: it keeps its focus when it can be pressed no more. */}
          <button type="button" class="button wide" aria-disabled={decision().kind !== 'allowed'} aria-describedby={countdownId} onClick={press}>
            <Icon name={decision().kind === 'allowed' ? 'chase' : 'clock'} />
            {again()?.when ?? t('chase.button')}
          </button>
          <small id={countdownId} class="chase-countdown">
            {again()?.countdown}
          </small>
        </Show>
        <Show when={isAsking()}>
          <LastChase escalates={props.page.chasePolicy.escalation !== null} onNo={() => setAsking(false)} onYes={() => void chase()} />
        </Show>
      </section>
    </Show>
  );
};

const LastChase = (props: { readonly escalates: boolean; readonly onNo: () => void; readonly onYes: () => void }): JSX.Element => (
  <Dialog title={t('chase.lastTitle')} onClose={() => props.onNo()}>
    <p>{t(props.escalates ? 'chase.lastEscalates' : 'chase.lastWords')}</p>
    <div class="dialog-actions">
      <button type="button" class="button quiet" onClick={() => props.onNo()}>
        {t('chase.notYet')}
      </button>
      <button type="button" class="button primary" onClick={() => props.onYes()}>
        {t('chase.button')}
      </button>
    </div>
  </Dialog>
);
