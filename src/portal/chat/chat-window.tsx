/** The chat's window: beside the page where there is room, and all of a phone. Native dialog, so that focus and Escape are the browser's. */
import { createEffect, createSignal, createUniqueId, Match, on, onCleanup, onMount, Show, Switch, type Accessor, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import { isGoing, type ChatDesk, type OwnChat } from '../../store/observe/chat.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AskForm } from './ask-form.tsx';
import { ChatOver } from './chat-over.tsx';
import { isSoundOn, switchSound } from './chat-sound.ts';
import { GoingChat } from './going-chat.tsx';

type ChatWindowProps = {
  readonly desk: ChatDesk;
  /** What the window is about; null for nothing yet. */
  readonly chat: OwnChat | null;
  readonly conversation: TicketPage | null;
  readonly onClose: () => void;
  /** Somebody goes on elsewhere in the portal: the focus goes with them. */
  readonly onLeave: () => void;
  /** What is over makes room for another one; undefined where nobody can ask for one. */
  readonly onAgain: (() => void) | undefined;
};

export const ChatWindow = (props: ChatWindowProps): JSX.Element => {
  const titleId = createUniqueId();
  let element!: HTMLDialogElement;
  const isAll = createIsAll();
  const open = (): void => (isAll() ? element.showModal() : element.show());
  onMount(open);
  createEffect(on(isAll, () => openAnew(element, open), { defer: true }));
  const going = (): OwnChat | null => (isGoing(props.chat) ? props.chat : null);
  return (
    <dialog
      ref={element}
      class="chat-window"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onKeyDown={(event) => {
        // A picture that is looked at closes by itself.
        if (event.key !== 'Escape' || event.target.closest('dialog') !== element) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <Show when={isAll()}>
        <Announcer />
      </Show>
      <div class="chat-head">
        <h2 id={titleId}>{t('chat.title')}</h2>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={t('chat.sound')}
          title={t('chat.sound')}
          aria-pressed={isSoundOn()}
          onClick={() => switchSound(!isSoundOn())}
        >
          <Icon name="bell" />
        </button>
        <button type="button" class="button quiet icon-only" aria-label={t('chat.close')} title={t('chat.close')} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </div>
      <Switch fallback={<AskForm desk={props.desk} />}>
        <Match when={going()}>
          {(found) => <Show when={props.conversation}>{(page) => <GoingChat desk={props.desk} chat={found()} page={page()} />}</Show>}
        </Match>
        <Match when={props.chat}>
          {(found) => (
            <Show when={props.conversation}>{(page) => <ChatOver chat={found()} page={page()} onAgain={props.onAgain} onLeave={() => props.onLeave()} />}</Show>
          )}
        </Match>
      </Switch>
    </dialog>
  );
};

/** All of a phone is the chat: nothing behind it is to be reached, nor heard. Beside a page both are, also on a phone that was turned. */
const createIsAll = (): Accessor<boolean> => {
  const narrow = matchMedia('(max-width: 520px)');
  const [isAll, setAll] = createSignal(narrow.matches);
  const follow = (): void => void setAll(narrow.matches);
  narrow.addEventListener('change', follow);
  onCleanup(() => narrow.removeEventListener('change', follow));
  return isAll;
};

/** A dialog that is open cannot become modal, nor cease to be; whoever types in it types on. */
const openAnew = (element: HTMLDialogElement, open: () => void): void => {
  const held = document.activeElement;
  element.close();
  open();
  if (held instanceof HTMLElement && element.contains(held)) held.focus();
};
