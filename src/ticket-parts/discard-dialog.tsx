/** The last question before something is deleted for good: what it is, and what waits behind it, by name. */
import { For, Show, type JSX } from 'solid-js';
import { discardHeld, discardHeldFile } from '../actions/settle-held.ts';
import { useSignedIn } from '../app-context.ts';
import type { ActionId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import { itemsBehind, readOutbox, type OutboxItem } from '../store/observe/outbox.ts';
import { announce } from '../ui/announcer.tsx';
import { createLater } from '../ui/create-later.ts';
import { Dialog } from '../ui/dialog.tsx';
import { itemDetail, itemTitle } from './item-words.ts';

type DiscardDialogProps = {
  readonly id: ActionId;
  /** The bytes of a file whose action is long done, or held with them. */
  readonly isFile?: boolean;
  readonly what: string;
  readonly onClose: () => void;
};

export const DiscardDialog = (props: DiscardDialogProps): JSX.Element => {
  const { actions, store } = useSignedIn();
  const found = createLater(async () => {
    const view = await readOutbox(store);
    return { item: view.items.find((item) => item.id === props.id), behind: itemsBehind(view, props.id) };
  });
  const behind = (): readonly OutboxItem[] => found()?.behind ?? [];
  /** A reply to a request that never reached the desk has nowhere to go, and whoever was not imported gets no letter. */
  const belongs = (): boolean => found()?.item?.action?.kind === 'raise-ticket' || behind().every(({ action }) => action?.after?.includes(props.id));
  const names = (): readonly string[] => {
    const counts = new Map<string, number>();
    for (const item of behind()) {
      const name = [itemTitle(item), itemDetail(item)].filter(Boolean).join(': ');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].map(([name, count]) => (count > 1 ? `${name} (${count})` : name));
  };
  const discard = async (named: readonly OutboxItem[]): Promise<void> => {
    await (props.isFile
      ? discardHeldFile(actions, props.id)
      : discardHeld(
          actions,
          props.id,
          named.map(({ id }) => id),
        ));
    announce(t('held.discarded'));
    props.onClose();
  };
  return (
    <Show when={found()}>
      <Dialog title={t('discard.title')} onClose={() => props.onClose()}>
        <p>{t('discard.what', { what: props.what })}</p>
        <Show when={behind().length > 0}>
          <p>{t('discard.behind', { count: behind().length })}</p>
          <ul>
            <For each={names()}>{(name) => <li>{name}</li>}</For>
          </ul>
          <p>{t(belongs() ? 'discard.goesToo' : 'discard.askBehind')}</p>
        </Show>
        <div class="dialog-actions">
          <button type="button" class="button quiet" onClick={() => props.onClose()}>
            {t('discard.keep')}
          </button>
          <Show when={behind().length > 0 && !belongs()}>
            <button type="button" class="button danger" onClick={() => void discard([])}>
              {t('discard.only')}
            </button>
          </Show>
          <button type="button" class="button danger" onClick={() => void discard(behind())}>
            {behind().length > 0 ? t('discard.all') : t('held.discard')}
          </button>
        </div>
      </Dialog>
    </Show>
  );
};
