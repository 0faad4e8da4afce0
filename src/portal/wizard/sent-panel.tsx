/** What became of a request that was just sent: never said better than it is. */
import { createEffect, on, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { observeSyncStatus } from '../../store/observe/sync-status.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { announce } from '../../ui/announcer.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import './sent-panel.css';

export const SentPanel = (props: { readonly page: TicketPage; readonly isJustSent: boolean }): JSX.Element => {
  const { store } = useSignedIn();
  const sync = createLive(observeSyncStatus(store));
  const state = (): SentState => sentStateOf(props.page);
  const words = (): MessageKey => (state() === 'waiting' && sync()?.paused === 'sign-in-again' ? 'sync.state.signIn' : wordKeys[state()]);
  const headline = (): string => headlineOf(state(), props.page.ticket.number);
  // Whoever sent it just now hears at once that it is kept, and later that it was received.
  createEffect(on(headline, (words, before) => (before !== undefined || props.isJustSent || state() !== 'received') && announce(words)));
  return (
    <section class={`card row sent-panel ${state()}`} aria-labelledby="sent-state">
      <span class="sent-icon">
        <Icon name={icons[state()]} />
      </span>
      <div class="grow">
        <h2 id="sent-state">{headline()}</h2>
        <p class="soft">{t(words())}</p>
      </div>
    </section>
  );
};

type SentState = 'waiting' | 'sending' | 'received' | 'held';

const sentStateOf = ({ raising }: TicketPage): SentState => (raising === null || raising.state === 'done' ? 'received' : raising.state);

const headlineOf = (state: SentState, number: string | null): string => {
  if (state === 'held') return t('held.title');
  if (state !== 'received') return t(`delivery.${state}`);
  return number === null ? t('sent.receivedUnnumbered') : t('sent.received', { number });
};

const wordKeys = { waiting: 'sent.waitingWords', sending: 'sent.waitingWords', received: 'sent.receivedWords', held: 'sent.heldWords' } as const;

const icons = { waiting: 'clock', sending: 'send', received: 'check-circle', held: 'alert' } as const satisfies Record<SentState, IconName>;
