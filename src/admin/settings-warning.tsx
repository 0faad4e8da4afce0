import type { JSX } from 'solid-js';
import { Icon } from '../ui/icon.tsx';

type SettingsWarningProps = {
  /** Where it comes while somebody looks elsewhere. */
  readonly role?: 'status' | 'alert';
  /** Where somebody is led to it: then it can have the focus. */
  readonly id?: string;
  readonly children: JSX.Element;
};

/** Something to think of before it is saved. */
export const SettingsWarning = (props: SettingsWarningProps): JSX.Element => (
  <p id={props.id} tabIndex={props.id === undefined ? undefined : -1} class="settings-warning" role={props.role}>
    <Icon name="alert" />
    <span>{props.children}</span>
  </p>
);
