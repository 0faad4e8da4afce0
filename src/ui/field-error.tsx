import { Show, type JSX } from 'solid-js';
import { Icon } from './icon.tsx';

export const FieldError = (props: { readonly id: string; readonly error: string | null }): JSX.Element => (
  <Show when={props.error}>
    <p class="field-error" id={props.id} role="alert">
      <Icon name="alert" />
      <span>{props.error}</span>
    </p>
  </Show>
);
