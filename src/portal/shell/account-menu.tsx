/** What the account button opens: who is here, how it looks, and the way out. */
import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { setTheme, theme, themes } from '../../ui/theme.ts';
import { setLeaving } from './leaving.ts';
import './account-menu.css';

export const AccountMenu = (props: { readonly onClose: () => void }): JSX.Element => {
  const { person } = useSignedIn();
  const leave = (): void => {
    props.onClose();
    setLeaving(true);
  };
  return (
    <>
      <p class="menu-person">
        <strong>{person.name}</strong>
        <br />
        <small>{person.email}</small>
      </p>
      <fieldset class="menu-theme">
        <legend class="visually-hidden">{t('app.theme')}</legend>
        <For each={themes}>
          {(name) => (
            <label>
              <input class="visually-hidden" type="radio" name="menu-theme" checked={theme() === name} onChange={() => setTheme(name)} />
              <Icon name={themeIcons[name]} />
              {t(`app.theme.${name}`)}
            </label>
          )}
        </For>
      </fieldset>
      <A class="menu-item" href="/account" onClick={() => props.onClose()}>
        <Icon name="person" />
        {t('app.account')}
      </A>
      <button type="button" class="menu-item" onClick={leave}>
        <Icon name="sign-out" />
        {t('app.signOut')}
      </button>
    </>
  );
};

const themeIcons = { auto: 'screen', light: 'sun', dark: 'moon' } as const;
