import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { formatAgo, formatBytes } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import type { OutboxFile, OutboxItem } from '../../store/observe/outbox.ts';
import { itemDetail, itemTitle } from '../../ticket-parts/item-words.ts';
import '../../ui/bar.css';
import '../../ui/chip.css';

/** Something that waits, or is just being sent. */
export const WaitingItem = (props: {
  readonly item: OutboxItem;
  readonly items: readonly OutboxItem[];
  readonly href: string | null;
  readonly now: number;
}): JSX.Element => {
  const holder = (): OutboxItem | undefined => props.items.find((other) => other.id === props.item.behind);
  const details = (): string => [itemDetail(props.item), props.item.action ? formatAgo(props.item.action.at, props.now) : ''].filter(Boolean).join(' · ');
  return (
    <li class="waiting-row">
      <strong>
        <Show when={props.href} fallback={itemTitle(props.item)}>
          {(href) => <A href={href()}>{itemTitle(props.item)}</A>}
        </Show>
      </strong>
      <span class="chip warn">{t(props.item.state === 'sending' ? 'delivery.sending' : 'delivery.waiting')}</span>
      <small>{details()}</small>
      <Show when={holder()}>{(first) => <small>{t('sync.behind', { what: itemTitle(first()) })}</small>}</Show>
    </li>
  );
};

/** A file whose name the desk has, and whose bytes are on their way. */
export const WaitingFile = (props: { readonly file: OutboxFile }): JSX.Element => {
  const file = () => props.file.file;
  const isBegun = (): boolean => file().sentBytes > 0;
  return (
    <li class="waiting-row">
      <strong>
        <A href={`/tickets/${file().ticketId}`}>{t('sync.item.attach', { name: file().manifest.name })}</A>
      </strong>
      <span class="chip warn">{t(isBegun() ? 'delivery.sending' : 'delivery.waiting')}</span>
      <small>
        {isBegun()
          ? t('file.progress', { sent: formatBytes(file().sentBytes), size: formatBytes(file().manifest.sizeBytes) })
          : `${formatBytes(file().manifest.sizeBytes)} · ${t('sync.item.for', { ticket: props.file.ticketTitle })}`}
      </small>
      <Show when={isBegun()}>
        <progress class="bar" max={file().manifest.sizeBytes} value={file().sentBytes} aria-label={t('sync.progressOf', { name: file().manifest.name })} />
      </Show>
    </li>
  );
};
