/** What happened, in order; what has not reached the desk comes last and says so. */
import { createEffect, createMemo, on, Show, untrack, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { PersonId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Entry } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { announce } from '../ui/announcer.tsx';
import { KeyedFor } from '../ui/keyed-for.tsx';
import { Conversation, Fact } from './timeline-entry.tsx';
import { continuedIds, timelineItems, type Side } from './timeline-items.ts';
import { authorWords, type Viewer } from './entry-words.ts';
import './timeline.css';

export type TimelineProps = {
  readonly page: TicketPage;
  /** Whoever has them is the desk. */
  readonly deskWords?: Viewer['deskWords'];
  /** By this device. */
  readonly now: Instant;
  /** What the desk wrote after this is marked as new; null marks nothing. */
  readonly newSince: Instant | null;
  readonly hrefOf: (ticketId: TicketId) => string;
  /** Where a chat that was held on it can be opened again, for those who can. */
  readonly chatHref?: string;
};

export const Timeline = (props: TimelineProps): JSX.Element => {
  const { person } = useSignedIn();
  const side = (): Side => (props.deskWords ? 'desk' : 'person');
  const viewer = (): Viewer => ({
    id: person.id,
    side: side(),
    deskWords: props.deskWords,
    partition: props.page.partition,
    ticketKind: props.page.ticket.kind,
  });
  // Somebody wrote while this was on the screen: a screen reader says who.
  const heard = createMemo(() => lastOfOthers(props.page, person.id), undefined, { equals: (one, other) => one?.id === other?.id });
  createEffect(on(heard, (entry) => entry && announce(heardWords(entry, untrack(viewer))), { defer: true }));
  const items = createMemo(() => timelineItems(props.page.timeline, props.page.partition, side()));
  const continued = createMemo(() => continuedIds(items(), (entry) => isNew(entry, props)));
  return (
    <ol class="timeline" role="list" aria-label={t('ticket.timeline')}>
      <KeyedFor each={items()} by={(item) => item.entry.id}>
        {(item) => (
          <Show
            when={isConversation(item().entry)}
            fallback={
              <Fact item={item()} viewer={viewer()} now={props.now} clockOffsetMs={props.page.clockOffsetMs} hrefOf={props.hrefOf} chatHref={props.chatHref} />
            }
          >
            <Conversation
              item={item()}
              viewer={viewer()}
              now={props.now}
              clockOffsetMs={props.page.clockOffsetMs}
              isNew={isNew(item().entry, props)}
              isContinued={continued().has(item().entry.id)}
            />
          </Show>
        )}
      </KeyedFor>
    </ol>
  );
};

/** At the desk the words themselves, where they were said in a chat; the person hears those from the chat's own window. */
const heardWords = (entry: Entry, viewer: Viewer): string => {
  const name = authorWords(entry, viewer);
  return entry.body.kind === 'said' && viewer.side === 'desk' ? `${name}: ${entry.body.text}` : t('ticket.heard', { name });
};

/** The newest thing that somebody else wrote. */
const lastOfOthers = (page: TicketPage, viewerId: PersonId): Entry | undefined =>
  page.timeline.findLast(({ entry }) => isConversation(entry) && entry.by?.id !== viewerId)?.entry;

/** Words or a file, where other things only happened. */
const isConversation = ({ body }: Entry): boolean => 'text' in body || body.kind === 'file';

const isNew = (entry: Entry, { newSince }: TimelineProps): boolean => newSince !== null && entry.by?.side === 'desk' && entry.at > newSince;
