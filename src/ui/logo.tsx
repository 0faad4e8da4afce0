import { Show, type JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './logo.css';

/** A sign of one's own, or a door. */
export const Logo = (props: { readonly source: string | undefined }): JSX.Element => (
  <span class="logo">
    <Show when={props.source} fallback={<Icon name="door" />}>
      <img src={props.source} alt="" />
    </Show>
  </span>
);
