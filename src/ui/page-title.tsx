/** The heading of a screen: names the document, and takes the focus when the screen was reached by a link. */
import { createEffect, onMount, type JSX } from 'solid-js';

let isFirstScreen = true;
let siteName = '';

/** Comes after the screen's own name in the title of the document. */
export const setSiteName = (name: string): void => {
  siteName = name;
};

type PageTitleProps = {
  readonly children: string;
  readonly id?: string;
  readonly documentTitle?: string;
  /** Said with it, in the same heading. */
  readonly beside?: JSX.Element;
};

export const PageTitle = (props: PageTitleProps): JSX.Element => {
  let heading!: HTMLHeadingElement;
  createEffect(() => {
    const title = props.documentTitle ?? props.children;
    document.title = siteName ? `${title} · ${siteName}` : title;
  });
  onMount(() => {
    // The first screen is announced by the browser itself.
    if (!isFirstScreen) heading.focus({ preventScroll: true });
    isFirstScreen = false;
  });
  return (
    <h1 ref={heading} id={props.id} tabIndex={-1}>
      {props.children} {props.beside}
    </h1>
  );
};
