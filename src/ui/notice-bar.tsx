/** A strip under the header: something about the whole page, with what can be done about it. */
import type { JSX } from 'solid-js';
import './notice-bar.css';

export const NoticeBar = (props: { readonly title: string; readonly words?: string; readonly tone?: 'bad'; readonly children: JSX.Element }): JSX.Element => (
  <section class={`notice-bar ${props.tone ?? ''}`} aria-label={props.title}>
    <p>
      <strong>{props.title}</strong> {props.words}
    </p>
    <span class="row">{props.children}</span>
  </section>
);
