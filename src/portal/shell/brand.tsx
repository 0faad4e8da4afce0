import type { JSX } from 'solid-js';
import type { PorticoJson } from '../../contract/portico-json.ts';
import { Logo } from './logo.tsx';
import './frame.css';

/** The deployment's sign and name, short where there is little room. */
export const Brand = (props: { readonly settings: PorticoJson }): JSX.Element => (
  <>
    <Logo source={props.settings.brand.logo} />
    <span class="brand-name">{props.settings.name}</span>
    <span class="brand-short" aria-hidden="true">
      {props.settings.shortName ?? props.settings.name}
    </span>
  </>
);
