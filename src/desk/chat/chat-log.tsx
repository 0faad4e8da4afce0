/** What was said, with its newest line in sight as long as nobody looks further up. */
import { createEffect, createMemo, on, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import type { Instant } from '../../domain/instant.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { deskFactWords } from '../desk-fact-words.ts';
import { Timeline } from '../../ticket-parts/timeline.tsx';
import './chat-log.css';

type ChatLogProps = { readonly page: TicketPage; readonly now: Instant; readonly typist: string | null };

export const ChatLog = (props: ChatLogProps): JSX.Element => {
  const { person } = useSignedIn();
  let log!: HTMLDivElement;
  let isAtEnd = true;
  const last = createMemo(() => props.page.timeline.at(-1)?.entry, undefined, { equals: (one, other) => one?.id === other?.id });
  const toEnd = (): void => void (log.scrollTop = log.scrollHeight);
  onMount(() => {
    toEnd();
    // A box that grows takes its room from here.
    const resized = new ResizeObserver(() => isAtEnd && toEnd());
    resized.observe(log);
    onCleanup(() => resized.disconnect());
  });
  // After the line is on the page. One's own is always wanted to be seen.
  createEffect(on([last, () => props.typist], ([entry]) => requestAnimationFrame(() => (isAtEnd || entry?.by?.id === person.id) && toEnd()), { defer: true }));
  return (
    <div
      ref={log}
      class="desk-chat-log"
      tabIndex={0}
      role="region"
      aria-label={t('deskChat.log')}
      onScroll={() => (isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx)}
    >
      <Timeline page={props.page} deskWords={deskFactWords} now={props.now} newSince={null} hrefOf={(id) => `/desk/tickets/${id}`} />
      <Show when={props.typist}>{(name) => <p class="desk-chat-typing soft">{t('deskChat.typing', { name: name() })}</p>}</Show>
    </div>
  );
};

/** So near the end somebody reads along. */
const nearPx = 80;
