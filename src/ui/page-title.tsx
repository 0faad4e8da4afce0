/** The heading of a screen: names the document, and takes the focus when the screen was reached by a link. */
import { createEffect, onMount, type JSX } from 'solid-js';

let isFirstScreen = true;
let siteName = '';

/** Comes after the screen's own name in the title of the document. */
export const setSiteName = (name: string): void => {
  siteName = name;
};

export const PageTitle = (props: { readonly children: string; readonly documentTitle?: string }): JSX.Element => {
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
    <h1 ref={heading} tabIndex={-1}>
      {props.children}
    </h1>
  );
};
