/** What somebody typed: lines as they are, addresses as links, nothing else. */
import { For, Show, type JSX } from 'solid-js';
import { linkParts } from './link-parts.ts';
import './plain-text.css';

export const PlainText = (props: { readonly text: string }): JSX.Element => (
  <p class="typed-text" dir="auto">
    <For each={linkParts(props.text)}>
      {(part) => (
        <Show when={part.isLink} fallback={part.text}>
          <a href={part.text} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        </Show>
      )}
    </For>
  </p>
);
