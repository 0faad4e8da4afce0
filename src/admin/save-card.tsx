/** The end of a form that is saved as a whole: while something of it is unsaved it stays in sight, for the form may be long. */
import { createEffect, createMemo, on, type JSX } from 'solid-js';
import { SaveBar, type SaveBarProps } from './save-bar.tsx';
import './save-card.css';

/** `children`: what a save asks for, above its buttons. */
export const SaveCard = (props: SaveBarProps & { readonly children?: JSX.Element }): JSX.Element => {
  let card!: HTMLElement;
  const isUnsaved = createMemo(() => props.count > 0);
  createEffect(on(isUnsaved, (isSticking) => isSticking && bringOutFromUnder(card), { defer: true }));
  return (
    <section ref={card} class="card stack save-card" classList={{ unsaved: isUnsaved() }}>
      {props.children}
      <SaveBar {...props} />
    </section>
  );
};

/** The card that sticks from now on may cover what was just changed. */
const bringOutFromUnder = (card: HTMLElement): void => {
  const at = document.activeElement;
  // Not by what the form contains: `form.contains` is the field of that name, where there is one.
  if (at && at.closest('form') === card.closest('form')) at.scrollIntoView({ block: 'nearest' });
};
