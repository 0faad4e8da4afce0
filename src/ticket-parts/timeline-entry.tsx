import { A } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { EntryBody } from '../domain/ticket.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';
import { EntryFile } from './entry-file.tsx';
import { authorWords, factWords, type Viewer } from './entry-words.ts';
import { HeldEntry } from './held-entry.tsx';
import { PlainText } from './plain-text.tsx';
import '../ui/chip.css';

type EntryProps = { readonly item: TimelineEntry; readonly viewer: Viewer; readonly now: Instant; readonly clockOffsetMs: number };

/** Words or a file of somebody. */
export const Conversation = (props: EntryProps & { readonly isNew: boolean; readonly isContinued: boolean }): JSX.Element => {
  const isOwn = (): boolean => props.item.entry.by?.id === props.viewer.id;
  return (
    <li class={`entry ${stateOf(props.item)} ${props.item.entry.body.kind} ${isOwn() ? 'own' : ''} ${props.isContinued ? 'continued' : ''}`}>
      <div class={`entry-head ${props.isContinued ? 'visually-hidden' : ''}`}>
        <strong>{authorWords(props.item.entry, props.viewer)}</strong>
        <When {...props} />
        <Show when={props.isNew}>
          <span class="chip">{t('ticket.newEntry')}</span>
        </Show>
        <Show when={props.item.entry.body.kind === 'note'}>
          <span class="chip warn">{t('desk.noteMark')}</span>
        </Show>
      </div>
      <Switch>
        <Match when={textOf(props.item.entry.body)}>
          {(text) => (
            <div class={`saying ${isOwn() ? 'own' : ''}`}>
              <PlainText text={text()} />
            </div>
          )}
        </Match>
        <Match when={fileOf(props.item.entry.body)}>{(body) => <EntryFile body={body()} item={props.item} />}</Match>
      </Switch>
      <HeldEntry item={props.item} />
    </li>
  );
};

/** Something that happened, in one line. */
export const Fact = (props: EntryProps & { readonly hrefOf: (ticketId: TicketId) => string; readonly chatHref?: string | undefined }): JSX.Element => (
  <li class={`entry fact ${stateOf(props.item)}`}>
    <p class="entry-head">
      <span class="soft">
        {factWords(props.item.entry, props.viewer)}
        <Show when={escalationOf(props.item.entry.body)}>
          {(body) => (
            <>
              {' '}
              <A href={props.hrefOf(body().callId)}>{body().callNumber}</A>
            </>
          )}
        </Show>
        <Show when={props.item.entry.body.kind === 'chat-asked' && props.chatHref}>
          {(href) => (
            <>
              {' '}
              <A href={href()}>{t('deskChat.reopen')}</A>
            </>
          )}
        </Show>
      </span>
      <When {...props} />
    </p>
    <HeldEntry item={props.item} />
  </li>
);

/** When it was, or how far it has come on its way to the desk. */
const When = (props: EntryProps): JSX.Element => (
  <small>
    <Show when={pendingOf(props.item)} fallback={formatWhen(props.item.entry.at - props.clockOffsetMs, props.now)}>
      {(state) => <span class={`entry-state ${state()}`}>{t(`delivery.${state()}`)}</span>}
    </Show>
  </small>
);

const pendingOf = ({ delivery }: TimelineEntry): 'waiting' | 'sending' | 'held' | null =>
  delivery === null || delivery.state === 'done' ? null : delivery.state;
const stateOf = (item: TimelineEntry): string => pendingOf(item) ?? '';

const textOf = (body: EntryBody): string | null => ('text' in body ? body.text : null);
const fileOf = (body: EntryBody): Extract<EntryBody, { kind: 'file' }> | null => (body.kind === 'file' ? body : null);
const escalationOf = (body: EntryBody): Extract<EntryBody, { kind: 'escalation' }> | null => (body.kind === 'escalation' ? body : null);
