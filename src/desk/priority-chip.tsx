import { Show, type JSX } from 'solid-js';
import type { Priority } from '../domain/call.ts';
import { t } from '../i18n/translate.ts';
import '../ui/chip.css';

const tones = { low: 'plain', normal: 'plain', high: 'warn', urgent: 'bad' } as const satisfies Readonly<Record<Priority, string>>;

/** Whatever is not as usual. */
export const PriorityChip = (props: { readonly priority: Priority }): JSX.Element => (
  <Show when={props.priority !== 'normal'}>
    <span class={`chip ${tones[props.priority]}`}>{t(`desk.priority.${props.priority}`)}</span>
  </Show>
);
