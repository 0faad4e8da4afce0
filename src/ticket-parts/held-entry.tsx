import { Show, type JSX } from 'solid-js';
import type { ActionKind } from '../domain/action.ts';
import type { EntryBody } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';
import { HeldChoices } from './held-choices.tsx';
import { refusalWords } from './refusal-words.ts';

/** Under an entry that the desk did not take: why, and what can be done. */
export const HeldEntry = (props: { readonly item: TimelineEntry }): JSX.Element => (
  <Show when={props.item.delivery?.state === 'held' ? props.item.delivery : null}>
    {(delivery) => (
      <div class="held-entry stack">
        <p>{refusalWords(delivery().refusal ?? { kind: 'not-supported' })}</p>
        <HeldChoices
          id={delivery().actionId}
          kind={kinds[props.item.entry.body.kind] ?? null}
          refusal={delivery().refusal}
          href={location.pathname}
          what={whatOf(props.item.entry.body)}
          text={textOf(props.item.entry.body)}
        />
      </div>
    )}
  </Show>
);

const kinds: Partial<Readonly<Record<EntryBody['kind'], ActionKind>>> = {
  raised: 'raise-ticket',
  message: 'reply',
  said: 'say',
  note: 'add-note',
  file: 'attach',
};

const whatOf = (body: EntryBody): string => {
  if (body.kind === 'file') return body.file.name;
  return textOf(body).slice(0, 60) || t('held.what');
};

const textOf = (body: EntryBody): string => ('text' in body ? body.text : '');
