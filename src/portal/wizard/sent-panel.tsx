/** What became of a request that was just sent: never said better than it is. */
import { createEffect, on, type JSX } from 'solid-js';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { t } from '../../i18n/translate.ts';
import { announce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';

export const SentPanel = (props: { readonly page: TicketPage }): JSX.Element => {
  const state = (): 'waiting' | 'sending' | 'received' | 'held' => {
    const raising = props.page.raising;
    if (raising === null || raising.state === 'done') return 'received';
    return raising.state;
  };
  const headline = (): string => {
    switch (state()) {
      case 'waiting':
        return t('sent.waiting');
      case 'sending':
        return t('sent.sending');
      case 'held':
        return t('sent.held');
      case 'received':
        return t('sent.received', { number: props.page.ticket.number ?? '' });
    }
  };
  createEffect(on(headline, (words) => announce(words), { defer: true }));
  return (
    <section class={`card row sent-panel ${state()}`} aria-label={headline()}>
      <span class="icon-square">
        <Icon name={icons[state()]} />
      </span>
      <div class="grow">
        <h2>{headline()}</h2>
        <p class="soft">{state() === 'received' ? t('sent.receivedWords') : t('sent.waitingWords')}</p>
      </div>
    </section>
  );
};

const icons = { waiting: 'clock', sending: 'send', received: 'check-circle', held: 'alert' } as const;
