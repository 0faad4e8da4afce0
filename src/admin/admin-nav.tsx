/** Where administrators can go: what a partition decides, and what the desk keeps. */
import { A, useLocation } from '@solidjs/router';
import { createEffect, For, on, type JSX } from 'solid-js';
import { listedKinds } from '../domain/records/desk-record.ts';
import { t } from '../i18n/translate.ts';
import './admin-nav.css';

export const AdminNav = (): JSX.Element => {
  const location = useLocation();
  let nav!: HTMLElement;
  // On a phone there is more of it than fits: where one is, is seen.
  createEffect(
    on(
      () => location.pathname,
      () => queueMicrotask(() => nav.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'center' })),
    ),
  );
  const isAtSettings = (): boolean => /^\/admin(\/settings.*)?$/.test(location.pathname);
  return (
    <nav ref={nav} class="admin-nav" aria-label={t('admin.nav')}>
      <A href="/admin/settings" classList={{ active: isAtSettings() }}>
        {t('admin.title')}
      </A>
      <For each={listedKinds}>{(of) => <A href={`/admin/${of}`}>{t(`records.many.${of}`)}</A>}</For>
      <A href="/admin/portal">{t('registration.title')}</A>
    </nav>
  );
};
