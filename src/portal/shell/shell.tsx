/** The frame around every screen: header, navigation, what waits, and the questions that may come up anywhere. */
import { A, useIsRouting } from '@solidjs/router';
import { createEffect, For, on, Show, Suspense, type JSX } from 'solid-js';
import { createLive, usePortal, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { observePerson } from '../../store/observe/person.ts';
import { observeSyncStatus } from '../../store/observe/sync-status.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from './logo.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SyncPill } from './sync-pill.tsx';
import { UpdateBar } from './update-bar.tsx';
import './shell.css';

type Place = { readonly href: string; readonly icon: string; readonly label: MessageKey; readonly short: MessageKey };

const places: readonly Place[] = [
  { href: '/', icon: 'home', label: 'app.home', short: 'app.home' },
  { href: '/services', icon: 'grid', label: 'app.services', short: 'app.services' },
  { href: '/tickets', icon: 'ticket', label: 'app.tickets', short: 'app.ticketsShort' },
  { href: '/answers', icon: 'book', label: 'app.answers', short: 'app.answers' },
];
const deskPlace: Place = { href: '/desk', icon: 'desk', label: 'app.desk', short: 'app.desk' };

export const Shell = (props: { readonly children?: JSX.Element; readonly fault: unknown }): JSX.Element => {
  const { settings } = usePortal();
  const { store, person } = useSignedIn();
  const known = createLive(observePerson(store));
  const status = createLive(observeSyncStatus(store));
  const isRouting = useIsRouting();
  const shown = (): readonly Place[] => ((known()?.person ?? person).roles.includes('analyst') ? [...places, deskPlace] : places);
  let main!: HTMLElement;
  createEffect(on(isRouting, (routing) => !routing && window.scrollTo({ top: 0 }), { defer: true }));
  return (
    <>
      <a
        class="skip-link button"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <header class="top">
        <A class="brand" href="/">
          <Logo />
          <span class="brand-name">{settings.name}</span>
          <span class="brand-short" aria-hidden="true">
            {settings.shortName ?? settings.name}
          </span>
        </A>
        <nav class="top-nav" aria-label={t('app.nav')}>
          <For each={shown()}>
            {(place) => (
              <A href={place.href} end={place.href === '/'}>
                {t(place.label)}
              </A>
            )}
          </For>
        </nav>
        <div class="top-end">
          <SyncPill />
          <A class="button icon-only quiet" href="/account" aria-label={t('app.account')}>
            <Icon name="person" />
          </A>
        </div>
      </header>
      <UpdateBar />
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense>{props.children}</Suspense>
      </main>
      <nav class="tabs" aria-label={t('app.nav')}>
        <For each={shown()}>
          {(place) => (
            <A href={place.href} end={place.href === '/'}>
              <Icon name={place.icon} />
              {t(place.short)}
            </A>
          )}
        </For>
      </nav>
      <Show when={status()?.paused === 'sign-in-again'}>
        <SessionEnded />
      </Show>
    </>
  );
};
