/** A button that opens a short list to choose from: a native popover, so that Escape and a click beside it close it. */
import { createUniqueId, type JSX } from 'solid-js';
import './menu-button.css';

type MenuButtonProps = {
  /** What a screen reader calls it, where its own words do not say it all. */
  readonly label: string;
  readonly class: string;
  readonly button: JSX.Element;
  readonly children: (close: () => void) => JSX.Element;
};

export const MenuButton = (props: MenuButtonProps): JSX.Element => {
  const id = createUniqueId();
  let button!: HTMLButtonElement;
  let menu!: HTMLDivElement;
  return (
    <>
      <button ref={button} type="button" class={props.class} popoverTarget={id} aria-label={props.label}>
        {props.button}
      </button>
      <div ref={menu} id={id} class="choice-menu" popover="auto" onBeforeToggle={() => place(menu, button)} onKeyDown={moveInside}>
        {props.children(() => menu.hidePopover())}
      </div>
    </>
  );
};

/** As in menu-button.css. */
const widthPx = 300;
/** As much as the longest of them takes. */
const heightPx = 320;
const marginPx = 12;
const gapPx = 6;

/** Under its button, or over it where there is more room; within the window, whichever way the page is read. */
const place = (menu: HTMLElement, button: HTMLElement): void => {
  const at = button.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const left = Math.max(marginPx, Math.min(isRightToLeft ? at.left : at.right - widthPx, innerWidth - widthPx - marginPx));
  const isBelow = innerHeight - at.bottom > Math.min(heightPx, at.top);
  menu.style.left = `${left}px`;
  menu.style.top = isBelow ? `${at.bottom + gapPx}px` : 'auto';
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - at.top + gapPx}px`;
};

/** Arrow keys go from choice to choice, and round. */
const moveInside = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
};
