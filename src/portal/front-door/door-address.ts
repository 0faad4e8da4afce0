/** Where in the front door somebody is: it stands before the router, which comes with the portal behind it. */
import { createSignal } from 'solid-js';

const [path, setPath] = createSignal(location.pathname);
addEventListener('popstate', () => setPath(location.pathname));

export const goToDoor = (to: string): void => {
  history.pushState(null, '', to);
  setPath(to);
};

export const leaveDoor = (): void => {
  history.replaceState(null, '', '/');
  setPath('/');
};

export type DoorPlace = { readonly kind: 'link'; readonly token: string } | { readonly kind: 'forgotten' } | { readonly kind: 'register' };

/** Null for every other address: that one is asked for again once somebody is signed in. */
export const doorPlace = (): DoorPlace | null => {
  const [, page, token] = path().split('/');
  if (page === 'register') return { kind: 'register' };
  if (page !== 'password') return null;
  return token ? { kind: 'link', token } : { kind: 'forgotten' };
};
