/** Whether somebody is in the middle of writing: nothing may come between their keys and the field. */
let lastWritten: EventTarget | null = null;

document.addEventListener('input', (event) => (lastWritten = event.target), { capture: true });

/** True while the field that was last written in still has the focus, however long the pause for thought. */
export const isWriting = (): boolean => lastWritten !== null && lastWritten === document.activeElement;
