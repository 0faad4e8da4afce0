import type { JSX } from 'solid-js';
import { goToDoor } from './door-address.ts';

/** A link within the front door, which loads nothing anew. */
export const DoorLink = (props: { readonly href: string; readonly class?: string; readonly children: JSX.Element }): JSX.Element => (
  <a
    href={props.href}
    class={props.class}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goToDoor(props.href);
    }}
  >
    {props.children}
  </a>
);
