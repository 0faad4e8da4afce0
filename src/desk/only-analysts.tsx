import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../app-context.ts';
import { t } from '../i18n/translate.ts';
import { observePerson } from '../store/observe/person.ts';
import { PageTitle } from '../ui/page-title.tsx';

/** Shows the desk to those who work at it. What others may see is not on their device anyway: the desk decides that. */
export const OnlyAnalysts = (props: { readonly children: JSX.Element }): JSX.Element => {
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  return (
    <Show
      when={(known()?.person ?? person).roles.includes('analyst')}
      fallback={
        <div class="column stack">
          <PageTitle>{t('desk.notForYou')}</PageTitle>
          <p class="soft">{t('desk.notForYouWords')}</p>
          <p>
            <A class="button primary" href="/">
              {t('app.notFound.home')}
            </A>
          </p>
        </div>
      }
    >
      {props.children}
    </Show>
  );
};
