/** Nothing here yet, said so that it helps: what this is, and what to do next. */
import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './empty-state.css';

export const EmptyState = (props: { readonly icon: string; readonly title: string; readonly words?: string; readonly children?: JSX.Element }): JSX.Element => (
  <div class="empty-state">
    <span class="empty-icon">
      <Icon name={props.icon} />
    </span>
    <h2>{props.title}</h2>
    {props.words ? <p class="soft">{props.words}</p> : null}
    {props.children}
  </div>
);
