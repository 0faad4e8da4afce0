/** Home and its frame show some things only now and then: those come with the other screens. */
import { lazy, type Component } from 'solid-js';

export const loadScreens = () => import('./screens.ts');

type Screens = Awaited<ReturnType<typeof loadScreens>>;

export const withScreens = <Props extends object>(choose: (all: Screens) => Component<Props>): Component<Props> =>
  lazy(async () => ({ default: choose(await loadScreens()) }));
