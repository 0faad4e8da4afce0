import { createSignal, type Accessor } from 'solid-js';

/**
 * A value that is read once and shown when it is there. Unlike a resource it never makes the screen around it wait: a
 * suspended screen is taken off the page, and with it goes the focus.
 */
export const createLater = <Value>(read: () => Promise<Value>): Accessor<Value | undefined> => {
  const [value, setValue] = createSignal<Value>();
  read().then((found) => setValue(() => found), reportError);
  return value;
};
