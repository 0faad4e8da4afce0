import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { NotForYou } from '../ticket-parts/not-for-you.tsx';

/** Shows the desk to those who work at it. */
export const OnlyAnalysts = (props: { readonly children: JSX.Element }): JSX.Element => {
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  return (
    <Show when={(known()?.person ?? person).roles.includes('analyst')} fallback={<NotForYou title={t('desk.notForYou')} words={t('desk.notForYouWords')} />}>
      {props.children}
    </Show>
  );
};
