/** Where administrators can go: what a partition decides, and what the desk keeps. */
import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { recordKinds } from '../domain/records/desk-record.ts';
import { t } from '../i18n/translate.ts';
import './admin-nav.css';

export const AdminNav = (): JSX.Element => (
  <nav class="admin-nav" aria-label={t('admin.nav')}>
    <A href="/admin/settings">{t('admin.title')}</A>
    <For each={recordKinds}>{(of) => <A href={`/admin/${of}`}>{t(`records.many.${of}`)}</A>}</For>
  </nav>
);
