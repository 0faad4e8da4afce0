/** Asking how it gets on, in one tap, as often as the partition's policy allows; the desk has the last word. */
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { chaseTicket } from '../../actions/one-tap.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import { decideChase, type ChaseDecision } from '../../domain/chase-policy.ts';
import type { TicketId } from '../../domain/ids.ts';
import { formatWhen, t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { announce } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';

export const ChaseCard = (props: { readonly ticketId: TicketId; readonly page: TicketPage }): JSX.Element => {
  const { actions } = useSignedIn();
  const now = createNow(1_000);
  const [isAsking, setAsking] = createSignal(false);
  const policy = () => props.page.partition.chase[props.page.ticket.kind];
  const decision = (): ChaseDecision => decideChase(props.page.ticket, policy(), now() + props.page.clockOffsetMs);
  const done = (): number => props.page.ticket.chases.length;
  const chase = async (): Promise<void> => {
    setAsking(false);
    await chaseTicket(actions, props.ticketId);
    announce(t('chase.done'));
  };
  const possibleAt = (): string => {
    const judged = decision();
    return judged.kind === 'too-soon' ? formatWhen(judged.possibleAt - props.page.clockOffsetMs, now()) : '';
  };
  return (
    <Show when={!['not-offered', 'nothing-to-chase'].includes(decision().kind)}>
      <section class="card stack">
        <h2>{t('chase.title')}</h2>
        <p class="soft">{t('chase.count', { done: done(), of: policy().maxChases })}</p>
        <Switch>
          <Match when={decision().kind === 'allowed'}>
            <button type="button" class="button wide" onClick={() => (isLast(decision()) && policy().escalation ? setAsking(true) : void chase())}>
              <Icon name="chase" />
              {t('chase.button')}
            </button>
          </Match>
          <Match when={decision().kind === 'too-soon'}>
            <button type="button" class="button wide" disabled>
              {t('chase.again', { when: possibleAt() })}
            </button>
          </Match>
          <Match when={decision().kind === 'none-left'}>
            <p class="soft">{t('chase.noneLeft')}</p>
          </Match>
        </Switch>
        <Show when={isAsking()}>
          <Dialog title={t('chase.lastTitle')} onClose={() => setAsking(false)}>
            <p>{t('chase.lastWords')}</p>
            <div class="dialog-actions">
              <button type="button" class="button quiet" onClick={() => setAsking(false)}>
                {t('chase.notYet')}
              </button>
              <button type="button" class="button primary" onClick={() => void chase()}>
                {t('chase.button')}
              </button>
            </div>
          </Dialog>
        </Show>
      </section>
    </Show>
  );
};

const isLast = (decision: ChaseDecision): boolean => decision.kind === 'allowed' && decision.reachesMaximum;
