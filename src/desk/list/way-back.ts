/** A ticket that was opened from the list leads back to the list as it was, with everything that narrows it. */
import { useLocation } from '@solidjs/router';

/** Goes along with a link to a ticket. */
export const listLeft = (search: string): { readonly list: string } => ({ list: search });

export const createListHref = (): (() => string) => {
  const location = useLocation<{ list: unknown }>();
  return () => {
    const list = location.state?.list;
    return typeof list === 'string' ? `/desk${list}` : '/desk';
  };
};
