import { Show, type JSX } from 'solid-js';
import { Icon } from '../../ui/icon.tsx';
import './logo.css';

/** The deployment's own sign, or a door. */
export const Logo = (props: { readonly source: string | undefined }): JSX.Element => (
  <span class="logo">
    <Show when={props.source} fallback={<Icon name="door" />}>
      {(source) => <img src={source()} alt="" />}
    </Show>
  </span>
);
