import { useSearchParams } from '@solidjs/router';
import { createSignal, type Signal } from 'solid-js';

/**
 * A signal that stands in the address (`?q=vpn`): whoever comes back finds the search as it was. Written past the
 * router, for which every letter would be a navigation.
 */
export const createAddressSignal = (name: string): Signal<string> => {
  const [params] = useSearchParams();
  const [value, setValue] = createSignal(String(params[name] ?? ''));
  const set = (next: string | ((before: string) => string)): string => {
    const result = setValue(next);
    const address = new URL(location.href);
    if (result) address.searchParams.set(name, result);
    else address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
    return result;
  };
  return [value, set];
};
