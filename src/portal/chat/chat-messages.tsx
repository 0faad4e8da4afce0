/** What was said, in order; what has not reached the desk comes last and says so. */
import { createEffect, createMemo, Match, on, onCleanup, onMount, Show, Switch, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import type { Instant } from '../../domain/instant.ts';
import type { EntryBody } from '../../domain/ticket.ts';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage, TimelineEntry } from '../../store/observe/ticket.ts';
import { EntryFile } from '../../ticket-parts/entry-file.tsx';
import { PlainText } from '../../ticket-parts/plain-text.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';

export const ChatMessages = (props: { readonly page: TicketPage; readonly now: Instant }): JSX.Element => {
  const { person } = useSignedIn();
  let list!: HTMLOListElement;
  /** The desk has nothing of it yet, the first words included. */
  const isUnasked = (): boolean => props.page.raising !== null && props.page.raising.state !== 'done';
  let isAtEnd = true;
  const items = (): readonly TimelineEntry[] => props.page.timeline.filter(({ entry }) => isShown(entry.body));
  const last = createMemo(() => items().at(-1)?.entry, undefined, { equals: (one, other) => one?.id === other?.id });
  const toEnd = (): void => void (list.scrollTop = list.scrollHeight);
  onMount(() => {
    toEnd();
    // A box that grows takes its room from here.
    const resized = new ResizeObserver(() => isAtEnd && toEnd());
    resized.observe(list);
    onCleanup(() => resized.disconnect());
  });
  // After the line is on the page. Whoever reads further up is left there; one's own is always wanted to be seen.
  createEffect(on(last, (entry) => requestAnimationFrame(() => (isAtEnd || entry?.by?.id === person.id) && toEnd()), { defer: true }));
  return (
    <ol
      ref={list}
      class="chat-messages"
      role="list"
      tabIndex={0}
      aria-label={t('chat.messages')}
      onScroll={() => (isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx)}
    >
      <KeyedFor each={items()} by={(item) => item.entry.id}>
        {(item) => (
          <Show when={isSaid(item().entry.body)} fallback={<li class="chat-fact">{factWords(item().entry.body, item().entry.by?.name ?? '')}</li>}>
            <Message item={item()} isUnasked={isUnasked()} now={props.now} clockOffsetMs={props.page.clockOffsetMs} />
          </Show>
        )}
      </KeyedFor>
    </ol>
  );
};

/** So near the end somebody reads along. */
const nearEndPx = 80;

type MessageProps = { readonly item: TimelineEntry; readonly isUnasked: boolean; readonly now: Instant; readonly clockOffsetMs: number };

const Message = (props: MessageProps): JSX.Element => {
  const { person } = useSignedIn();
  const isOwn = (): boolean => props.item.entry.by?.id === person.id;
  const pending = (): boolean => props.isUnasked || (props.item.delivery !== null && props.item.delivery.state !== 'done');
  const whenWords = (): string => {
    if (pending()) return t(props.item.delivery?.state === 'held' ? 'chat.notTaken' : 'chat.notSent');
    return formatWhen(props.item.entry.at - props.clockOffsetMs, props.now);
  };
  return (
    <li class={`chat-message ${isOwn() ? 'own' : ''} ${pending() ? 'pending' : ''}`}>
      <small>
        {isOwn() ? t('ticket.you') : (props.item.entry.by?.name ?? t('ticket.desk'))} · {whenWords()}
      </small>
      <Switch>
        <Match when={textOf(props.item.entry.body)}>
          {(text) => (
            <div class="chat-bubble">
              <PlainText text={text()} />
            </div>
          )}
        </Match>
        <Match when={fileOf(props.item.entry.body)}>{(body) => <EntryFile body={body()} item={props.item} />}</Match>
      </Switch>
    </li>
  );
};

const isSaid = (body: EntryBody): boolean => textOf(body) !== null || body.kind === 'file';
const isShown = (body: EntryBody): boolean => isSaid(body) || body.kind === 'chat-accepted' || body.kind === 'chat-given-back';
/** An analyst who asks for help themselves has the notes of colleagues on their device; they are not said to them. */
const textOf = (body: EntryBody): string | null => ('text' in body && body.kind !== 'note' ? body.text : null);
const fileOf = (body: EntryBody): Extract<EntryBody, { kind: 'file' }> | null => (body.kind === 'file' ? body : null);
const factWords = (body: EntryBody, name: string): string =>
  body.kind === 'chat-given-back' ? t(body.because ? 'chat.gone' : 'chat.lost', { name: body.analyst }) : t('chat.joined', { name });
