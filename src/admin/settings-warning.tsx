import type { JSX } from 'solid-js';
import { Icon } from '../ui/icon.tsx';

/** Something to think of before it is saved. `role` where it comes while somebody looks elsewhere. */
export const SettingsWarning = (props: { readonly role?: 'status' | 'alert'; readonly children: JSX.Element }): JSX.Element => (
  <p class="settings-warning" role={props.role}>
    <Icon name="alert" />
    <span>{props.children}</span>
  </p>
);
