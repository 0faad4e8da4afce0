/** The drawings: one stroke, one size, named by what they show. */
import type { JSX } from 'solid-js';
import type { portalDrawings } from './portal-drawings.ts';
import type { screenDrawings } from './screen-drawings.ts';

/** Path data for a 24 by 24 box: what the front door needs. The others come with the portal. */
const doorDrawings = {
  door: 'M4 20V10l8-6 8 6v10M9 20v-7h6v7',
  question: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17v.01',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  people: 'M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a4 4 0 0 1 0 7M18 14.5c2.5.8 4 2.7 4 5.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 3',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  'cloud-off': 'M7 18h10a4 4 0 0 0 2.5-7.1A6 6 0 0 0 9 7.5M6.5 9.5A4.3 4.3 0 0 0 7 18M4 4l16 16',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
} as const;

export type IconName = keyof typeof doorDrawings | keyof typeof portalDrawings | keyof typeof screenDrawings;

const drawings: Record<string, string> = { ...doorDrawings };

export const learnDrawings = (more: Readonly<Record<string, string>>): void => {
  Object.assign(drawings, more);
};

/** Decoration: what it says stands in words beside it. A name that is not drawn shows the question mark. */
export const Icon = (props: { readonly name: string }): JSX.Element => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d={drawings[props.name] ?? doorDrawings.question} />
  </svg>
);
