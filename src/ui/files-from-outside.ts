/** Files that are dropped anywhere on the page, or pasted: a browser left alone would open a dropped one and leave the page. */
import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Tells whether files are being dragged over the page. */
export const createFilesFromOutside = (onFiles: (files: readonly File[]) => void): Accessor<boolean> => {
  const [isOver, setOver] = createSignal(false);
  const listeners = {
    dragover: (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    dragleave: (event: DragEvent) => {
      // Only when the pointer left the window, not on the way from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    },
    drop: (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    },
    paste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData;
      // Words copied from an office program come with a picture of themselves: it is the words that are wanted.
      if (!pasted || pasted.files.length === 0 || pasted.types.includes('text/plain')) return;
      event.preventDefault();
      onFiles([...pasted.files]);
    },
  };
  const kinds = ['dragover', 'dragleave', 'drop', 'paste'] as const;
  for (const kind of kinds) document.addEventListener(kind, listeners[kind] as EventListener);
  onCleanup(() => {
    for (const kind of kinds) document.removeEventListener(kind, listeners[kind] as EventListener);
  });
  return isOver;
};
