/** A question that must be answered before going on: the native dialog, so focus and Escape are the browser's. */
import { createUniqueId, onCleanup, onMount, type JSX } from 'solid-js';
import './dialog.css';

type DialogProps = {
  readonly title: string;
  readonly children: JSX.Element;
  /** Escape, or a click beside it; leave out for a dialog that cannot be left unanswered. */
  readonly onClose?: () => void;
};

export const Dialog = (props: DialogProps): JSX.Element => {
  const titleId = createUniqueId();
  let element!: HTMLDialogElement;
  onMount(() => element.showModal());
  // The browser gives the focus back when a dialog is closed, and not when it is taken away.
  onCleanup(() => element.close());
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
      onClick={(event) => event.target === element && props.onClose?.()}
    >
      <div class="dialog-body stack">
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
};
