/** The person's own corner: the look, installing, what this device keeps, and the way out. */
import { createResource, createSignal, For, Show, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { formatBytes, t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { setTheme, theme, type Theme } from '../../ui/theme.ts';
import { InstallCard } from './install-card.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import './account.css';

const themes: readonly { readonly theme: Theme; readonly label: MessageKey }[] = [
  { theme: 'auto', label: 'account.theme.auto' },
  { theme: 'light', label: 'account.theme.light' },
  { theme: 'dark', label: 'account.theme.dark' },
];

export const AccountPage = (): JSX.Element => {
  const { person } = useSignedIn();
  return (
    <div class="column stack-wide">
      <PageTitle>{t('account.title')}</PageTitle>
      <section class="card row">
        <span class="icon-square">
          <Icon name="person" />
        </span>
        <div class="grow">
          <strong>{person.name}</strong>
          <br />
          <small>{person.email}</small>
        </div>
        <SignOutButton />
      </section>
      <fieldset class="card theme-choice">
        <legend>{t('account.theme')}</legend>
        <For each={themes}>
          {(option) => (
            <label class="choice">
              <input type="radio" name="theme" checked={theme() === option.theme} onChange={() => setTheme(option.theme)} />
              {t(option.label)}
            </label>
          )}
        </For>
      </fieldset>
      <InstallCard />
      <DeviceCard />
    </div>
  );
};

const DeviceCard = (): JSX.Element => {
  const [estimate] = createResource(async () => (await navigator.storage?.estimate?.()) ?? {});
  const [persisted, { mutate }] = createResource(async () => (await navigator.storage?.persisted?.()) ?? false);
  const [asked, setAsked] = createSignal(false);
  const keep = async (): Promise<void> => {
    mutate(await navigator.storage.persist());
    setAsked(true);
  };
  return (
    <section class="card stack">
      <h2>{t('account.device')}</h2>
      <Show when={estimate()}>
        {(known) => <p class="soft">{t('account.storage', { used: formatBytes(known().usage ?? 0), quota: formatBytes(known().quota ?? 0) })}</p>}
      </Show>
      <p class="soft">{persisted() ? t('account.persisted') : t('account.notPersisted')}</p>
      <Show when={persisted() === false && !asked()}>
        <button type="button" class="button" onClick={() => void keep()}>
          {t('account.keep')}
        </button>
      </Show>
    </section>
  );
};
