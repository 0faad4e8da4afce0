/** The frame around every screen: header, navigation, what waits, and the questions that may come up anywhere. */
import { A, useLocation } from '@solidjs/router';
import { createEffect, createMemo, createSignal, ErrorBoundary, For, lazy, on, Show, Suspense, type JSX } from 'solid-js';
import { createLive, usePortal, useSignedIn } from '../../app-context.ts';
import type { Person } from '../../domain/person.ts';
import { t } from '../../i18n/translate.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { observeHasChats } from '../../store/observe/has-chats.ts';
import { observePerson } from '../../store/observe/person.ts';
import { observeSyncStatus } from '../../store/observe/sync-status.ts';
import { Icon } from '../../ui/icon.tsx';
import { whenIdle } from '../../ui/when-idle.ts';
import { AccountButton } from './account-button.tsx';
import { Brand } from './brand.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { isLeaving, setLeaving } from './leaving.ts';
import { withScreens } from '../with-screens.ts';
import { SyncPill } from './sync-pill.tsx';
import './shell.css';

/** Wanted now and then, with words of their own. */
const SessionEnded = withScreens((all) => all.SessionEnded);
const SignOutDialog = withScreens((all) => all.SignOutDialog);
const FaultBar = withScreens((all) => all.FaultBar);
const UpdateBar = withScreens((all) => all.UpdateBar);
const InstallBar = withScreens((all) => all.InstallBar);

/** Not before the page has come to rest: nobody chats in its first moment. */
const Chat = lazy(async () => ({ default: (await import('../chat/chat-screens.ts')).Chat }));

type Place = { readonly href: string; readonly icon: string; readonly label: MessageKey; readonly short: MessageKey };

const places: readonly Place[] = [
  { href: '/', icon: 'home', label: 'app.home', short: 'app.home' },
  { href: '/services', icon: 'grid', label: 'app.services', short: 'app.services' },
  { href: '/tickets', icon: 'ticket', label: 'app.tickets', short: 'app.ticketsShort' },
  { href: '/answers', icon: 'book', label: 'app.answers', short: 'app.answers' },
];
const deskPlace: Place = { href: '/desk', icon: 'desk', label: 'app.desk', short: 'app.desk' };
const adminPlace: Place = { href: '/admin', icon: 'key', label: 'app.admin', short: 'app.admin' };

export const Shell = (props: { readonly children?: JSX.Element; readonly fault: unknown; readonly deskBanner: JSX.Element }): JSX.Element => {
  const { settings } = usePortal();
  const { store, person, update, capabilities } = useSignedIn();
  const known = createLive(observePerson(store));
  const status = createLive(observeSyncStatus(store));
  const hasChats = createLive(observeHasChats(store));
  const [workedOffline, setWorkedOffline] = createSignal(false);
  const now = (): Person => known()?.person ?? person;
  const isOfDesk = (): boolean => now().roles.some((role) => role === 'analyst' || role === 'chat-manager');
  const shown = (): readonly Place[] => [
    ...places,
    ...(isOfDesk() ? [deskPlace] : []),
    ...(now().rights.includes('self-service-portal-setup') ? [adminPlace] : []),
  ];
  const [isIdle, setIdle] = createSignal(false);
  whenIdle(() => setIdle(true));
  /** Once it is here it knows by itself what is left of it: a window does not close under what is typed. */
  const isChatHere = createMemo((was: boolean) => was || (isIdle() && capabilities.chat && (known()?.partition.chat?.enabled || hasChats()) === true), false);
  let main!: HTMLElement;
  return (
    <>
      <SkipLink onSkip={() => main.focus()} />
      <header class="top">
        <A class="brand" href="/">
          <Brand settings={settings} />
        </A>
        <nav class="top-nav" aria-label={t('app.nav')}>
          <For each={shown()}>{(place) => wayTo(place, t(place.label))}</For>
        </nav>
        <div class="top-end">
          <Suspense>
            <Show when={isOfDesk()}>{props.deskBanner}</Show>
          </Suspense>
          <SyncPill onWorkedOffline={() => setWorkedOffline(true)} />
          <AccountButton />
        </div>
      </header>
      <ErrorBoundary fallback={<p role="alert">{t('app.fault.title')}</p>}>
        <Suspense>
          <Show when={props.fault}>
            <FaultBar fault={props.fault} />
          </Show>
          <Show when={update.ready()}>
            <UpdateBar />
          </Show>
          <Show when={workedOffline()}>
            <InstallBar />
          </Show>
        </Suspense>
      </ErrorBoundary>
      <main id="main" ref={main} tabIndex={-1}>
        <Screen>{props.children}</Screen>
      </main>
      <nav class="tabs" aria-label={t('app.nav')}>
        <For each={shown()}>{(place) => wayTo(place, [<Icon name={place.icon} />, t(place.short)])}</For>
      </nav>
      <ErrorBoundary fallback={null}>
        <Suspense>
          <Show when={isChatHere()}>
            <Chat />
          </Show>
        </Suspense>
      </ErrorBoundary>
      <Suspense>
        <Show when={status()?.paused === 'sign-in-again'}>
          <SessionEnded />
        </Show>
        <Show when={isLeaving()}>
          <SignOutDialog onStay={() => setLeaving(false)} />
        </Show>
      </Suspense>
    </>
  );
};

const wayTo = (place: Place, words: JSX.Element): JSX.Element => (
  <A href={place.href} end={place.href === '/'}>
    {words}
  </A>
);

/** A fault of one screen leaves the others reachable: going elsewhere tries again. */
const Screen = (props: { readonly children?: JSX.Element }): JSX.Element => {
  const location = useLocation();
  return (
    <ErrorBoundary
      fallback={(fault: unknown, tryAgain) => {
        createEffect(on(() => location.pathname, tryAgain, { defer: true }));
        return <FaultScreen fault={fault} />;
      }}
    >
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
};

const SkipLink = (props: { readonly onSkip: () => void }): JSX.Element => (
  <a
    class="skip-link button"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      props.onSkip();
    }}
  >
    {t('app.skip')}
  </a>
);
