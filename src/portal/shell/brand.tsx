import type { JSX } from 'solid-js';
import type { PorticoJson } from '../../contract/portico-json.ts';
import { Logo } from '../../ui/logo.tsx';
import { brand } from '../../ui/theme.ts';
import './frame.css';

/** The sign that the partition or the deployment has, and the deployment's name, short where there is little room. */
export const Brand = (props: { readonly settings: PorticoJson }): JSX.Element => (
  <>
    <Logo source={brand().logo} />
    <span class="brand-name">{props.settings.name}</span>
    <span class="brand-short" aria-hidden="true">
      {props.settings.shortName ?? props.settings.name}
    </span>
  </>
);
