/** Nothing here yet, said so that it helps: what this is, and what to do next. */
import { Show, type JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import { PageTitle } from './page-title.tsx';
import './empty-state.css';

type EmptyStateProps = {
  readonly icon: string;
  readonly title: string;
  readonly words?: string;
  /** There is nothing else on the page: its title is the page's. */
  readonly isWholePage?: boolean;
  readonly children?: JSX.Element;
};

export const EmptyState = (props: EmptyStateProps): JSX.Element => (
  <div class={`empty-state ${props.isWholePage ? 'whole-page' : ''}`}>
    <span class="empty-icon">
      <Icon name={props.icon} />
    </span>
    <Show when={props.isWholePage} fallback={<h2>{props.title}</h2>}>
      <PageTitle>{props.title}</PageTitle>
    </Show>
    <Show when={props.words}>
      <p class="soft">{props.words}</p>
    </Show>
    {props.children}
  </div>
);
