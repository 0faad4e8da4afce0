import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './icon-square.css';

/** A drawing on a tinted square: what a thing is, at the beginning of its row. */
export const IconSquare = (props: { readonly name: string }): JSX.Element => (
  <span class="icon-square">
    <Icon name={props.name} />
  </span>
);
