import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { IconSquare } from '../../ui/icon-square.tsx';

type ResultRowProps = { readonly href: string; readonly icon: string; readonly title: string; readonly words: JSX.Element; readonly children?: JSX.Element };

/** One thing of a list that was found or may help: what it is, in two lines, and the way to it. */
export const ResultRow = (props: ResultRowProps): JSX.Element => (
  <li>
    <A class="result" href={props.href}>
      <IconSquare name={props.icon} />
      <span class="grow">
        <strong>{props.title}</strong>
        <small>{props.words}</small>
      </span>
      {props.children}
    </A>
  </li>
);
