/** The front of the portico, and what stands in its door. */
import { For, type JSX } from 'solid-js';
import { usePortal } from '../../app-context.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import './door-frame.css';

type Promised = { readonly icon: string; readonly title: MessageKey; readonly words: MessageKey };

const promises: readonly Promised[] = [
  { icon: 'check', title: 'door.ask', words: 'door.askWords' },
  { icon: 'cloud-off', title: 'door.offline', words: 'door.offlineWords' },
  { icon: 'clock', title: 'door.follow', words: 'door.followWords' },
];

export const DoorFrame = (props: { readonly children: JSX.Element }): JSX.Element => {
  const { settings } = usePortal();
  return (
    <div class="door">
      <header class="door-front">
        <div class="door-brand">
          <Logo source={settings.brand.logo} />
          <span>{settings.name}</span>
        </div>
        <Arch />
        <ul role="list" class="door-promises" aria-label={t('door.promises')}>
          <For each={promises}>
            {(promised) => (
              <li>
                <Icon name={promised.icon} />
                <span>
                  <strong>{t(promised.title)}</strong>
                  <br />
                  {t(promised.words)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </header>
      <main class="door-inside">
        <div class="door-form">{props.children}</div>
      </main>
    </div>
  );
};

/** A portico: steps, columns and a lit doorway. */
const Arch = (): JSX.Element => (
  <svg class="door-arch" viewBox="0 0 360 260" aria-hidden="true">
    <path d="M10 250h340M30 236h300M46 222h268" />
    <path d="M60 222V104h24v118M108 222V104h24v118M228 222V104h24v118M276 222V104h24v118" />
    <path d="M44 104h272M40 88h280L180 22z" />
    <path class="door-light" d="M152 222v-70a28 28 0 0 1 56 0v70z" />
  </svg>
);
