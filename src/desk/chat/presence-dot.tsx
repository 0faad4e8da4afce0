import type { JSX } from 'solid-js';
import type { PresenceShown } from './presence-words.ts';
import './presence-dot.css';

/** A mark beside the word that says it. */
export const PresenceDot = (props: { readonly is: PresenceShown }): JSX.Element => <i class={`presence-dot ${props.is}`} />;
