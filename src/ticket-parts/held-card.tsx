import { Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import type { OutboxItem } from '../store/observe/outbox.ts';
import { HeldChoices } from './held-choices.tsx';
import { itemDetail, itemTitle, textIn } from './item-words.ts';
import { refusalWords } from './refusal-words.ts';

type HeldCardProps = {
  readonly item: OutboxItem;
  /** Where what it is about is. */
  readonly href: string | null;
  /** Where what it is about is not on the screen. */
  readonly offersToSee?: boolean;
};

/** Something that the desk did not take: what it is, why, and what can be done about it. */
export const HeldCard = (props: HeldCardProps): JSX.Element => (
  <section class="card needs-you stack" aria-label={`${t('held.title')}: ${itemTitle(props.item)}`}>
    <div>
      <h2>{itemTitle(props.item)}</h2>
      <Show when={itemDetail(props.item)}>{(words) => <p class="soft">{words()}</p>}</Show>
    </div>
    <p>{refusalWords(props.item.refusal ?? { kind: 'not-supported' })}</p>
    <HeldChoices
      id={props.item.id}
      kind={props.item.action?.kind ?? null}
      refusal={props.item.refusal}
      href={props.href}
      see={props.offersToSee && t(props.item.ticketId === null ? 'held.seeIt' : 'held.see')}
      what={itemTitle(props.item)}
      text={textIn(props.item)}
    />
  </section>
);
