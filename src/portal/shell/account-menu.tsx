/** Who is here, how it looks, and the way out: a native popover, so that Escape and a click beside it close it. */
import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { initialsOf } from '../../ui/person-name.ts';
import { setTheme, theme, themes } from '../../ui/theme.ts';
import { setLeaving } from './leaving.ts';
import './account-menu.css';

export const AccountMenu = (): JSX.Element => {
  const { person } = useSignedIn();
  let menu!: HTMLDivElement;
  const leave = (): void => {
    menu.hidePopover();
    setLeaving(true);
  };
  return (
    <>
      <button
        type="button"
        class="avatar"
        popoverTarget="account-menu"
        aria-label={t('app.accountOf', { name: person.name })}
        data-initials={initialsOf(person.name)}
      />
      <div ref={menu} id="account-menu" class="menu" popover="auto">
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
        <A class="menu-item" href="/account" onClick={() => menu.hidePopover()}>
          <Icon name="person" />
          {t('app.account')}
        </A>
        <button type="button" class="menu-item" onClick={leave}>
          <Icon name="sign-out" />
          {t('app.signOut')}
        </button>
      </div>
    </>
  );
};

const themeIcons = { auto: 'screen', light: 'sun', dark: 'moon' } as const;
