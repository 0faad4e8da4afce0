/** The person's own corner: the look, installing, what this device keeps, and the way out. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observePerson } from '../../store/observe/person.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { initialsOf } from '../../ui/person-name.ts';
import { setTheme, theme, themes } from '../../ui/theme.ts';
import { setLeaving } from '../shell/leaving.ts';
import { DeviceCard } from './device-card.tsx';
import { InstallCard } from './install-card.tsx';
import '../../ui/choice.css';
import './account.css';

export const AccountPage = (): JSX.Element => {
  const { person, store } = useSignedIn();
  const known = createLive(observePerson(store));
  return (
    <div class="column stack-wide">
      <PageTitle>{t('app.account')}</PageTitle>
      <section class="card row account-person">
        <span class="avatar" data-initials={initialsOf(person.name)} />
        <div class="grow">
          <strong>{person.name}</strong>
          <br />
          <small>{person.email}</small>
          <Show when={known()?.partition.name}>
            <br />
            <small>{known()?.partition.name}</small>
          </Show>
        </div>
        <button type="button" class="button" onClick={() => setLeaving(true)}>
          <Icon name="sign-out" />
          {t('app.signOut')}
        </button>
      </section>
      <section class="card stack" aria-labelledby="look">
        <h2 id="look">{t('app.theme')}</h2>
        <div class="theme-choice" role="radiogroup" aria-labelledby="look">
          <For each={themes}>
            {(name) => (
              <label class="choice">
                <input type="radio" name="theme" checked={theme() === name} onChange={() => setTheme(name)} />
                {t(`app.theme.${name}`)}
              </label>
            )}
          </For>
        </div>
      </section>
      <InstallCard />
      <DeviceCard>
        <A class="button quiet" href="/sync">
          {t('sync.documentTitle')}
        </A>
      </DeviceCard>
    </div>
  );
};
