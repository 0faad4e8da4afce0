/** Signing out is asked for in more than one place, and asked about in one. */
import { createSignal } from 'solid-js';

const [isLeaving, setLeaving] = createSignal(false);
export { isLeaving, setLeaving };
