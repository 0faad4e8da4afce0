/** The drawings: one stroke, one size, named by what they show. */
import type { JSX } from 'solid-js';
import type { portalDrawings } from './portal-drawings.ts';
import type { screenDrawings } from './screen-drawings.ts';

/** Path data for a 24 by 24 box: what the front door needs. The others come with the portal. */
const doorDrawings = {
  door: 'M4 20V10l8-6 8 6v10M9 20v-7h6v7',
  question: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 17v.01',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  people: 'M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.500a4 4 0 0 1 0 7M18 14.500c2.500.8 4 2.700 4 5.500',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 3',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  'cloud-off': 'M7 18h10a4 4 0 0 0 2.500-7.100A6 6 0 0 0 9 7.500M6.500 9.500A4.300 4.300 0 0 0 7 18M4 4l16 16',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
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
